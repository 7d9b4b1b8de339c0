using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>Of phrases that stand to their clause in the same way, only their order, or what they are fastened to, tells which is which.</summary>
internal static class OrderFit
{
    public static string? Problem(ClauseMap map, List<WordMatches> matches)
    {
        foreach (var one in matches)
        {
            var items = Items(map, one);
            for (var i = 0; i < items.Count; i++)
            {
                for (var j = i + 1; j < items.Count; j++)
                {
                    if (items[i].Place > items[j].Place && IsTurned(one, items[i], items[j]))
                    {
                        return $"“{map.Words[items[i].Word].Lower}” and “{map.Words[items[j].Word].Lower}” have changed places";
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Heads of phrases, and numbers, that stand in the sentence once.</summary>
    private static List<(int Word, int Place)> Items(ClauseMap map, WordMatches matches)
    {
        var items = new List<(int Word, int Place)>();
        for (var i = 0; i < map.Words.Length; i++)
        {
            if ((map.Words[i].Tag is Tag.Number || map.Chunks[map.ChunkOf[i]] is { Kind: ChunkKind.Noun } chunk && chunk.Head == i) && matches.Of(i) is [var place])
            {
                items.Add((i, place));
            }
        }

        return items;
    }

    private static bool IsTurned(WordMatches matches, (int Word, int Place) first, (int Word, int Place) second)
    {
        var (answer, evidence) = (matches.Answer, matches.Evidence);
        var (own, its) = (answer.PrepositionOf(first.Word), evidence.PrepositionOf(first.Place));
        if (evidence.ChunkOf[first.Place] == evidence.ChunkOf[second.Place] || answer.ChunkOf[first.Word] == answer.ChunkOf[second.Word] || IsWhen(evidence, first.Place) != IsWhen(evidence, second.Place))
        {
            return false;
        }

        var areAlike = own.Length > 0 && own == answer.PrepositionOf(second.Word) && its.Length > 0 && its == evidence.PrepositionOf(second.Place);
        var areNumbers = answer.Words[first.Word].Tag is Tag.Number && answer.Words[second.Word].Tag is Tag.Number;
        return (areAlike || areNumbers) && !(IsFast(matches, first, answer.PrepositionOf(second.Word)) && IsFast(matches, second, own));
    }

    /// <summary>The phrase has its noun with it, or hangs on the same word, or on a preposition of its own.</summary>
    private static bool IsFast(WordMatches matches, (int Word, int Place) item, string other)
    {
        var (answer, evidence) = (matches.Answer, matches.Evidence);
        var chunk = answer.Chunks[answer.ChunkOf[item.Word]];
        if (answer.Words[item.Word].Tag is Tag.Number && chunk.Head != item.Word && matches.Any(chunk.Head, place => evidence.ChunkOf[place] == evidence.ChunkOf[item.Place]))
        {
            return true;
        }

        // "84% of those who voted"
        if (IsOf(answer, item.Word) && IsOf(evidence, item.Place))
        {
            return true;
        }

        var (own, its) = (answer.PrepositionOf(item.Word), evidence.PrepositionOf(item.Place));
        return own == its && own.Length > 0 && ((own != other && own != "of") || HangsOnTheSame(matches, item));
    }

    private static bool IsOf(ClauseMap map, int word) => map.ChunkOf[word] + 1 is var next && next < map.Chunks.Count && map.Chunks[next] is { Kind: ChunkKind.Preposition, Text: "of" };

    private static bool HangsOnTheSame(WordMatches matches, (int Word, int Place) item)
    {
        var (own, its) = (matches.Answer.ChunkOf[item.Word] - 2, matches.Evidence.ChunkOf[item.Place] - 2);
        return own >= 0 && its >= 0 && matches.Answer.Chunks[own].Head is var head && matches.Any(head, place => matches.Evidence.Chunks[its].Head == place);
    }

    private static bool IsWhen(ClauseMap map, int word) => map.Chunks[map.ChunkOf[word]].Kind is ChunkKind.Time;
}
