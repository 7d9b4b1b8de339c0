using Lucene.Net.Analysis.Miscellaneous;

namespace ChannelBot.Core.Language;

/// <summary>What a word as written comes to.</summary>
internal sealed record WordForm(string Lower, string Stem, bool IsWord, bool IsCapitalised, bool IsStopWord);

/// <summary>The forms of words, each worked out once: a text repeats its words, and a question asks with them.</summary>
internal static class WordForms
{
    /// <summary>Words of a language are few; only noise fills this, and noise need not be remembered.</summary>
    private const int MostRemembered = 200_000;

    /// <summary>Longer "words" are noise: they are not remembered, nor stemmed.</summary>
    private const int LongestWord = 40;

    private static readonly WordTable<WordForm> Known = new(MostRemembered);

    public static WordForm Of(ReadOnlySpan<char> written)
    {
        if (Known.Find(written) is { } known)
        {
            return known;
        }

        var form = Make(written);
        if (written.Length <= LongestWord)
        {
            Known.Add(written.ToString(), form);
        }

        return form;
    }

    /// <summary>The stem of a word given in lower case, as a token of it would have.</summary>
    public static string StemOf(string lower) => Of(lower).Stem;

    private static WordForm Make(ReadOnlySpan<char> written)
    {
        var isWord = char.IsLetterOrDigit(written[0]) || char.IsSurrogate(written[0]) && char.IsLetterOrDigit(written.ToString(), 0);
        if (!isWord)
        {
            var sign = written is "’" or "‘" ? "'" : written.ToString();
            return new WordForm(sign, sign, false, false, false);
        }

        var isCapitalised = char.IsUpper(written[0]);
        var lower = Lower(written);
        var isStop = StopWords.Contains(lower, isCapitalised, isAllCapitals: written.Length > 1 && char.IsUpper(written[1]));
        var isCountry = isCapitalised && lower == "us" && !isStop;
        return new WordForm(lower, isCountry ? "usa" : Stem(lower), true, isCapitalised, isStop);
    }

    private static string Lower(ReadOnlySpan<char> written)
    {
        Span<char> buffer = written.Length <= 128 ? stackalloc char[written.Length] : new char[written.Length];
        var length = 0;
        var isDotted = written.Length > 2 && written[1] == '.' && char.IsLetter(written[0]);
        foreach (var c in written)
        {
            if ((isDotted && c == '.') || c is '-' or '‑')
            {
                continue;
            }

            buffer[length++] = c is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
        }

        return WithoutPossessive(buffer[..length]).ToString();
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> lower) =>
        lower.Length > 3 && lower.EndsWith("'s") && !StopWords.IsContraction(lower.ToString()) ? lower[..^2] : lower;

    private static string Stem(string lower)
    {
        if (char.IsAsciiDigit(lower[0]))
        {
            return lower.Replace(",", "", StringComparison.Ordinal);
        }

        if (lower.Length > LongestWord)
        {
            return lower;
        }

        var plain = IsAscii(lower) ? lower : FoldAccents(lower);
        return IrregularForms.StemOf(plain) ?? PorterStem.Of(SpellingVariants.Fold(plain));
    }

    private static bool IsAscii(string word) => System.Text.Ascii.IsValid(word);

    private static string FoldAccents(string word)
    {
        var folded = new char[word.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(word.ToCharArray(), 0, folded, 0, word.Length);
        return new string(folded, 0, length).ToLowerInvariant();
    }
}
