namespace ChannelBot.Planner.Guards;

/// <summary>Looks for words in a text, letter for letter; only quotation marks may differ, which a quotation inside a quotation needs.</summary>
internal static class Verbatim
{
    private const string Marks = "“”\"‘’'";

    /// <param name="at">Where the words begin; -1 where they are not found letter for letter.</param>
    public static bool Holds(string text, ReadOnlySpan<char> words, out int at, StringComparison comparison = StringComparison.Ordinal)
    {
        at = -1;
        words = words.Trim().TrimStart('…');
        while (words.Length > 0 && words[^1] is '.' or ',' or ';' or ':' or '…')
        {
            words = words[..^1];
        }

        if (words.Length == 0)
        {
            return false;
        }

        var isIn = false;
        for (at = text.AsSpan().IndexOf(words, comparison); at >= 0; at = NextIn(text, words, at + 1, comparison))
        {
            if (IsWhole(text, at, words.Length))
            {
                return true;
            }

            isIn = true;
        }

        return !isIn && words.ContainsAny("“”\"") && Bare(text).AsSpan().IndexOf(Bare(words), comparison) >= 0;
    }

    private static int NextIn(string text, ReadOnlySpan<char> words, int from, StringComparison comparison) =>
        text.AsSpan(from).IndexOf(words, comparison) is >= 0 and var at ? from + at : -1;

    /// <summary>"art" is no quotation of "article".</summary>
    private static bool IsWhole(string text, int at, int length)
    {
        var end = at + length;
        return (at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]))
            && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1]));
    }

    private static string Bare(ReadOnlySpan<char> text)
    {
        Span<char> bare = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            if (!Marks.Contains(sign))
            {
                bare[length++] = sign;
            }
        }

        return bare[..length].ToString();
    }
}
