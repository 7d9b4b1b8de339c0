namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>Chooses the lines of a gist: the most worth, few enough to read, no two alike.</summary>
internal static class LineChoice
{
    /// <summary>Room that is kept for each line still to come.</summary>
    private const int Reserve = 9;

    /// <summary>So many lines are meant as a number of lines; of more, as many as there is room for.</summary>
    private const int FewLines = 5;

    private const float Sameness = 0.9f;

    /// <param name="most">Lines at most.</param>
    /// <param name="words">Words at most, marks counted.</param>
    /// <param name="alike">How alike two lines are, from 0 to 1; null where it does not matter.</param>
    public static List<GistLine> Best(List<GistLine> from, int most, int words, Func<GistLine, GistLine, float>? alike)
    {
        var chosen = new List<GistLine>(most);
        var left = new List<GistLine>(from);
        while (chosen.Count < most && left.Count > 0)
        {
            var more = Math.Min(most - chosen.Count, left.Count) - 1;
            var room = words - (most > FewLines ? 0 : more * Reserve);
            if ((Best(left, room) ?? Best(left, words) ?? (chosen.Count == 0 ? left.MinBy(Words) : null)) is not { } best)
            {
                break;
            }

            chosen.Add(best);
            left.Remove(best);
            words -= Words(best);
        }

        GistLine? Best(List<GistLine> lines, int room) => lines.Where(line => Words(line) <= room).MaxBy(line => Worth(line, chosen, alike));

        chosen.Sort(static (left, right) => left.Order.CompareTo(right.Order));
        return chosen;
    }

    /// <summary>Words of the line as it is sent, with its bullet and its marks.</summary>
    private static int Words(GistLine line) => line.Text.AsSpan().Count(' ') + 2 + line.Sources.Count;

    private static float Worth(GistLine line, List<GistLine> chosen, Func<GistLine, GistLine, float>? alike)
    {
        var worth = line.Worth;
        if (alike is not null && chosen.Count > 0)
        {
            worth -= Sameness * chosen.Max(other => alike(line, other));
        }

        return worth;
    }
}
