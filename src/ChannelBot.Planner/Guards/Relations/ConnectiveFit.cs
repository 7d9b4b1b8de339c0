using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>What an answer calls the reason, the time or the condition of something is called so in the article.</summary>
internal static class ConnectiveFit
{
    /// <summary>Words that say the same of what follows them.</summary>
    private static readonly string[][] Alike =
    [
        ["because", "because of", "due to", "owing to", "thanks to", "as a result of", "on account of"],
        ["after", "following", "once"],
        ["when", "as", "while"],
        ["until", "till"],
        ["although", "though", "despite", "in spite of"],
        ["before"],
        ["since"],
        ["if"],
        ["unless"],
    ];

    public static string? Problem(ClauseMap map, List<WordMatches> matches)
    {
        for (var k = 0; k < map.Chunks.Count; k++)
        {
            var chunk = map.Chunks[k];
            if (chunk.Kind is ChunkKind.Subordinator or ChunkKind.Preposition && Array.Find(Alike, group => group.Contains(chunk.Text)) is { } group
                && First(map, k + 1) is var word and >= 0 && matches.Exists(one => !one.Of(word).IsEmpty)
                && !matches.Exists(one => one.Any(word, place => IsGoverned(one.Evidence, place, group))))
            {
                return $"“{chunk.Text} {map.Words[word].Lower}” is not so in the cited sentences";
            }
        }

        return null;
    }

    private static int First(ClauseMap map, int chunk)
    {
        for (var k = chunk; k < map.Chunks.Count && k < chunk + 3; k++)
        {
            for (var i = map.Chunks[k].First; i < map.Chunks[k].Last; i++)
            {
                if (map.IsContent(i))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>Such a word opens the clause or the phrase in which a word stands.</summary>
    private static bool IsGoverned(ClauseMap evidence, int place, string[] group)
    {
        var piece = evidence.PieceOf[place];
        for (var k = evidence.ChunkOf[place]; k >= 0 && k >= evidence.ChunkOf[place] - 6; k--)
        {
            var chunk = evidence.Chunks[k];
            if (group.Contains(chunk.Text) || group.Contains(evidence.Words[chunk.First].Lower))
            {
                return chunk.Kind is not ChunkKind.Subordinator || evidence.PieceOf[chunk.First] == piece || k >= evidence.ChunkOf[place] - 2;
            }

            if (evidence.PieceOf[chunk.First] != piece && k < evidence.ChunkOf[place] - 1)
            {
                return false;
            }
        }

        return false;
    }
}
