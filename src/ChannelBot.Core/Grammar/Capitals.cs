using System.Runtime.InteropServices;

namespace ChannelBot.Core.Grammar;

/// <summary>Which words the article writes with a capital inside sentences: the first word of a sentence says nothing by its own.</summary>
internal sealed class Capitals
{
    private readonly Dictionary<string, (int Capital, int Small)> _seen = new(StringComparer.Ordinal);

    public void Look(ReadOnlySpan<Word> words)
    {
        if (IsHeading(words))
        {
            return;
        }

        var isFirst = true;
        foreach (ref readonly var word in words)
        {
            if (!char.IsLetter(word.Lower[0]))
            {
                isFirst |= word.Lower is "\"" or "“" or "‘" or "”" or ":" or "." or "!" or "?" or "•";
                continue;
            }

            if (!isFirst)
            {
                ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, word.Lower, out _);
                counts = word.IsCapitalised ? (counts.Capital + 1, counts.Small) : (counts.Capital, counts.Small + 1);
            }

            isFirst = false;
        }
    }

    public bool IsName(string word) => _seen.TryGetValue(word, out var counts) && counts.Capital > counts.Small;

    public bool IsCommon(string word) => _seen.TryGetValue(word, out var counts) && counts.Small > 0;

    /// <summary>Title Case Or CAPITALS Say Nothing About Names.</summary>
    public static bool IsHeading(ReadOnlySpan<Word> words)
    {
        // A sentence has its stop; a heading has none, unless all of it is shouted.
        int capitals = 0, letters = 0;
        if (words.Length > 0 && words[^1].Lower is "." or "”" or "\"" or "!" or "?")
        {
            return false;
        }

        foreach (ref readonly var word in words)
        {
            if (char.IsLetter(word.Lower[0]) && word.Lower.Length > 3)
            {
                letters++;
                capitals += word.IsCapitalised ? 1 : 0;
            }
        }

        return letters >= 4 && capitals * 10 > letters * 7;
    }
}
