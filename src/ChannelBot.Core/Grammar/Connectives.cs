
namespace ChannelBot.Core.Grammar;

/// <summary>Phrases that work as one preposition or conjunction: "as a result of", "so that".</summary>
internal static class Connectives
{
    private static readonly Dictionary<string, HashSet<string>> s_kinds = WordList.Classes("connectives.txt");

    private static readonly Dictionary<string, string[][]> s_byFirst = s_kinds.Values.SelectMany(phrases => phrases).Distinct(StringComparer.Ordinal)
        .Select(phrase => phrase.Split(' ')).Where(parts => parts.Length > 1)
        .GroupBy(parts => parts[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(parts => parts.Length).ToArray(), StringComparer.Ordinal);

    public static bool Is(string kind, string phrase) => s_kinds[kind].Contains(phrase);

    /// <summary>The phrase of two or more words that begins here; null for none.</summary>
    public static string[]? At(ReadOnlySpan<Word> words, int i)
    {
        if (!s_byFirst.TryGetValue(words[i].Lower, out var phrases))
        {
            return null;
        }

        foreach (var parts in phrases)
        {
            if (Matches(words, i, parts))
            {
                return parts;
            }
        }

        return null;
    }

    private static bool Matches(ReadOnlySpan<Word> words, int i, string[] parts)
    {
        if (i + parts.Length > words.Length)
        {
            return false;
        }

        for (var k = 1; k < parts.Length; k++)
        {
            if (!string.Equals(words[i + k].Lower, parts[k], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
