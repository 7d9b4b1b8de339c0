namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Looks at the words around a place of a text, never far, so that a scan stays linear.</summary>
internal static class TextReading
{
    /// <summary>Longer words are not looked up: none of ours is.</summary>
    private const int LongestWord = 40;

    /// <summary>More blanks than these part what stands on either side.</summary>
    private const int MostBlanks = 3;

    public static char At(this ReadOnlySpan<char> text, int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    public static bool IsDigitAt(this ReadOnlySpan<char> text, int index) => char.IsAsciiDigit(text.At(index));

    public static bool IsLetterAt(this ReadOnlySpan<char> text, int index) => char.IsLetter(text.At(index));

    /// <summary>The place after blanks of the same line; the same place where there are none or too many.</summary>
    public static int SkipBlanks(this ReadOnlySpan<char> text, int index)
    {
        var end = index;
        while (end - index <= MostBlanks && IsBlank(text.At(end)))
        {
            end++;
        }

        return end - index > MostBlanks ? index : end;
    }

    /// <summary>The place before blanks that end at <paramref name="index"/>.</summary>
    public static int SkipBlanksBack(this ReadOnlySpan<char> text, int index)
    {
        var start = index;
        while (index - start <= MostBlanks && start > 0 && IsBlank(text[start - 1]))
        {
            start--;
        }

        return index - start > MostBlanks ? index : start;
    }

    /// <summary>End of the run of letters that begins here.</summary>
    public static int WordEnd(this ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var limit = Math.Min(text.Length, start + LongestWord);
        while (end < limit && char.IsLetter(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The word that begins at or after blanks from <paramref name="index"/>; empty where none does.</summary>
    public static ReadOnlySpan<char> NextWord(this ReadOnlySpan<char> text, int index, out int start, out int end)
    {
        start = text.SkipBlanks(index);
        end = text.WordEnd(start);
        return text[start..end];
    }

    public static ReadOnlySpan<char> NextWord(this ReadOnlySpan<char> text, int index) => text.NextWord(index, out _, out _);

    /// <summary>As <see cref="NextWord(ReadOnlySpan{char}, int)"/>, but a hyphen may stand for the blank.</summary>
    public static ReadOnlySpan<char> NextPart(this ReadOnlySpan<char> text, int index, out int start, out int end) =>
        text.NextWord(IsHyphen(text.At(index)) ? index + 1 : index, out start, out end);

    /// <summary>The word that ends at or before blanks up to <paramref name="index"/>; empty where none does.</summary>
    public static ReadOnlySpan<char> WordBefore(this ReadOnlySpan<char> text, int index, out int start)
    {
        var end = text.SkipBlanksBack(index);
        start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    public static ReadOnlySpan<char> WordBefore(this ReadOnlySpan<char> text, int index) => text.WordBefore(index, out _);

    public static bool Is(this ReadOnlySpan<char> word, string lower) => word.Equals(lower, StringComparison.OrdinalIgnoreCase);

    public static bool IsBlank(char c) => c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\t';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>A hyphen or an en dash: what joins the ends of a range.</summary>
    public static bool IsRangeDash(char c) => IsHyphen(c) || c is '\u2013' or '\u2212';
}
