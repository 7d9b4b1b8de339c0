namespace ChannelBot.Core.Language;

/// <summary>Cuts a text into words, numbers and signs.</summary>
/// <remarks>A hyphenated word gives its parts; "don't", "48,210", "3.4bn" and "U.S." are one token each, and so is every sign.</remarks>
public static class Tokenizer
{
    private const int LongestQuestion = 256;

    /// <summary>Where a thread gathers tokens until their number is known.</summary>
    [ThreadStatic]
    private static Token[]? room;

    /// <summary>The tokens in order; white space is left out.</summary>
    public static Token[] Tokenize(string text)
    {
        var tokens = room ??= new Token[LongestQuestion];
        var count = 0;
        for (var at = 0; TryRead(text, ref at, out tokens[count]);)
        {
            if (++count == tokens.Length)
            {
                Array.Resize(ref tokens, count * 2);
            }
        }

        var read = new Token[count];
        Array.Copy(tokens, read, count);
        return read;
    }

    /// <summary>The token at or after <paramref name="at"/>, which is moved behind it; false at the end of the text.</summary>
    public static bool TryRead(string text, ref int at, out Token token)
    {
        var start = TokenStart(text, at);
        if (start == text.Length)
        {
            token = default;
            return false;
        }

        at = TokenEnd(text, start);
        var form = WordForms.Of(text.AsSpan(start, at - start));
        token = new Token(start, at, form.Lower, form.Stem, form.IsWord, form.IsCapitalised, form.IsStopWord);
        return true;
    }

    private static int TokenStart(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private static int TokenEnd(string text, int start)
    {
        if (!IsWordAt(text, start))
        {
            return start + (char.IsSurrogatePair(text, start) ? 2 : 1);
        }

        if (char.IsAsciiLetter(text[start]) && DottedAbbreviationEnd(text, start) is var dotted and > 0)
        {
            return dotted;
        }

        var end = start;
        while (end < text.Length)
        {
            if (char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }
            else if (IsWordAt(text, end) || IsMark(text[end]))
            {
                end += char.IsSurrogatePair(text, end) ? 2 : 1;
            }
            else if (end + 1 < text.Length && JoinsWord(text, start, end))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>A sign inside a word or number: the apostrophe of "don't", the comma of "48,210", the hyphen of "co-operate".</summary>
    private static bool JoinsWord(string text, int start, int at)
    {
        char before = text[at - 1], sign = text[at], after = text[at + 1];
        return sign switch
        {
            '\'' or '’' or '‘' or 'ʼ' => char.IsLetter(before) && char.IsLetter(after),
            ',' => char.IsAsciiDigit(before) && IsThousands(text, at),
            '.' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '-' or '‑' => at - start <= 3 && IsJoinedPrefix(text, start, at),
            _ => false,
        };
    }

    /// <summary>A beginning that is written with and without a hyphen: "co-operation" is the word "cooperation".</summary>
    private static bool IsJoinedPrefix(string text, int start, int at)
    {
        Span<char> beginning = stackalloc char[at - start + 3];
        var length = text.AsSpan(start, Math.Min(beginning.Length, text.Length - start)).ToLowerInvariant(beginning);
        return beginning[..length] is "co-op" or "co-or" or "e-ma" or "re-el" or "re-en" or "re-ex" or "pre-em" or "on-li" or "off-li";
    }

    private static bool IsThousands(string text, int comma)
    {
        var digits = 0;
        while (comma + 1 + digits < text.Length && char.IsAsciiDigit(text[comma + 1 + digits]))
        {
            digits++;
        }

        return digits == 3;
    }

    /// <summary>The end of "U.S." or "a.m", 0 where there is none: letters one by one with stops between.</summary>
    private static int DottedAbbreviationEnd(string text, int start)
    {
        var at = start;
        while (at + 1 < text.Length && char.IsAsciiLetter(text[at]) && text[at + 1] == '.')
        {
            at += 2;
        }

        if (at - start < 2)
        {
            return 0;
        }

        var lastLetterOpen = at < text.Length && char.IsAsciiLetter(text[at]);
        if (lastLetterOpen && (at + 1 == text.Length || !IsWordAt(text, at + 1)))
        {
            return at + 1;
        }

        return !lastLetterOpen && at - start >= 4 ? at : 0;
    }

    private static bool IsWordAt(string text, int at) => char.IsAsciiLetterOrDigit(text[at]) || char.IsLetterOrDigit(text, at);

    private static bool IsMark(char c) => c > 0x2FF && char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
