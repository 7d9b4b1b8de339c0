using System.Runtime.InteropServices;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>The words that stand in patterns, numbered: a question's words are looked up once and compared as numbers.</summary>
internal static class PatternWords
{
    private static readonly Dictionary<string, int> s_ids = new(StringComparer.Ordinal);

    public static int Count => s_ids.Count;

    /// <summary>Called while the patterns are read, and not after.</summary>
    public static int Add(string word)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(s_ids, word, out var exists);
        return exists ? id : id = s_ids.Count - 1;
    }

    /// <summary>-1 for a word that no pattern has.</summary>
    public static int Find(string word) => s_ids.GetValueOrDefault(word, -1);
}
