namespace ChannelBot.Cli.Asking;

/// <summary>Puts the lines of a file into conversations, each in the order of its turns.</summary>
internal static class ConversationOrder
{
    /// <summary>The conversations in the order of their first lines, each as the indexes of its lines.</summary>
    /// <param name="places">Group and turn of each line: no group is a conversation of its own; no turn means after the line before.
    /// Lines of one turn keep the file's order.</param>
    public static IReadOnlyList<int[]> Arrange(IReadOnlyList<(string? Group, int? Turn)> places)
    {
        var groups = new Dictionary<string, List<(int Turn, int Line)>>(StringComparer.Ordinal);
        var conversations = new List<List<(int Turn, int Line)>>();
        for (var line = 0; line < places.Count; line++)
        {
            var (group, turn) = places[line];
            if (group is null || !groups.TryGetValue(group, out var before))
            {
                conversations.Add(before = []);
                if (group is not null)
                {
                    groups[group] = before;
                }
            }

            before.Add((turn ?? (before is [.., var last] ? last.Turn : 0), line));
        }

        return [.. conversations.Select(turns => turns.OrderBy(place => place.Turn).Select(place => place.Line).ToArray())];
    }
}
