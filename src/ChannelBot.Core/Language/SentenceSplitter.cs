using ChannelBot.Core.Knowledge;

namespace ChannelBot.Core.Language;

/// <summary>Finds the sentences of an English paragraph.</summary>
/// <remarks>A closing quotation mark or bracket belongs to the sentence before it, an opening one to the sentence after it.</remarks>
public static class SentenceSplitter
{
    private const string Closers = "\"”’'»)]}";
    private const string Openers = "\"“‘'«([{¿¡";

    /// <summary>The sentences of <paramref name="paragraph"/>, in order, without the white space between them; offsets in <paramref name="text"/>.</summary>
    public static IReadOnlyList<Span> Split(string text, Span paragraph)
    {
        var sentences = new List<Span>();
        var lines = new LineBreaks(text, paragraph);
        var isLowerCase = !HasCapital(text.AsSpan(paragraph.Start, paragraph.Length));
        var start = SkipSpace(text, paragraph.Start, paragraph.End);
        for (var i = start; i < paragraph.End;)
        {
            var end = text[i] switch
            {
                '.' or '?' or '!' or '…' or '。' or '？' or '！' => SentenceEnd(text, start, i, paragraph.End, isLowerCase),
                '\n' or '\r' when lines.Separates(i) => i,
                _ => -1,
            };
            if (end < 0)
            {
                i++;
                continue;
            }

            Add(sentences, text, start, end);
            start = i = SkipSpace(text, Math.Max(end, i), paragraph.End);
        }

        Add(sentences, text, start, paragraph.End);
        return sentences;
    }

    private static void Add(List<Span> sentences, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new Span(start, end));
        }
    }

    /// <summary>Where the sentence ends whose last sign may be at <paramref name="at"/>; -1 where it goes on.</summary>
    private static int SentenceEnd(string text, int start, int at, int limit, bool isLowerCase)
    {
        var end = at + 1;
        while (end < limit && text[end] is '.' or '?' or '!' or '…')
        {
            end++;
        }

        if (IsSpacedEllipsis(text, at, end, limit))
        {
            return -1;
        }

        var signs = text.AsSpan(at, end - at);
        var quoted = end;
        while (end < limit && IsCloser(text, end, limit))
        {
            end++;
        }

        quoted = end - quoted;
        end = SkipNoteMarks(text, end, limit);
        if (end == limit)
        {
            return end;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return signs[0] is '。' or '？' or '！' || IsMissingSpace(text, at, end, limit) ? end : -1;
        }

        var next = SkipSpace(text, end, limit);
        if (next == limit)
        {
            return end;
        }

        return Begins(text, start, at, signs, quoted > 0, next, limit, isLowerCase) ? end : -1;
    }

    /// <summary>Whether a sentence begins at <paramref name="next"/>, given the signs before it.</summary>
    private static bool Begins(
        string text, int start, int at, ReadOnlySpan<char> signs, bool isAfterQuote, int next, int limit, bool isLowerCase)
    {
        var word = next;
        while (word < limit && (Openers.Contains(text[word]) || text[word] is '-' or '–' or '—' or '•' or '*' || char.IsWhiteSpace(text[word])))
        {
            word++;
        }

        if (word == limit)
        {
            return false;
        }

        var nextWord = WordAt(text, word, limit);
        if (char.IsLower(text[word]) && !isLowerCase && !HasCapital(nextWord))
        {
            return false;
        }

        if (signs.Length > 1 || signs[0] != '.')
        {
            return !(isAfterQuote && signs[^1] is '?' or '!' && GoesOnWithSpeaker(text, word, limit));
        }

        return isAfterQuote || !StopOfAbbreviation(text, start, at, nextWord, isQuoteNext: word > next);
    }

    /// <summary>Whether the stop at <paramref name="at"/> only shortens the word before it.</summary>
    private static bool StopOfAbbreviation(string text, int start, int at, ReadOnlySpan<char> nextWord, bool isQuoteNext)
    {
        var from = at;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || (text[from - 1] == '.' && from - 1 > start && char.IsLetter(text[from - 2]))))
        {
            from--;
        }

        var word = text.AsSpan(from, at - from);
        var isNumberNext = char.IsAsciiDigit(nextWord[0]);
        if (word.Length == 0)
        {
            return false;
        }

        if (from == start && IsListNumber(word))
        {
            return true;
        }

        if (Abbreviations.IsTitle(word) && !(word.Length == 1 && char.IsUpper(word[0]) && !isNumberNext && Abbreviations.OpensSentence(nextWord)))
        {
            return !(word is "v" or "ed" or "fig" or "ft") || !Abbreviations.OpensSentence(nextWord);
        }

        if (isNumberNext && Abbreviations.IsBeforeNumber(word))
        {
            return true;
        }

        var isInitial = word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I';
        if (isInitial || Abbreviations.IsEither(word) || IsDotted(word))
        {
            return ShortensBefore(word, nextWord, isNumberNext, isQuoteNext, isInitial);
        }

        return false;
    }

    /// <summary>For what may shorten a word or end a sentence: the next word decides.</summary>
    private static bool ShortensBefore(
        ReadOnlySpan<char> word, ReadOnlySpan<char> nextWord, bool isNumberNext, bool isQuoteNext, bool isInitial)
    {
        if (isQuoteNext || Abbreviations.OpensSentence(nextWord))
        {
            return false;
        }

        if (word.Equals("a.m", StringComparison.OrdinalIgnoreCase) || word.Equals("p.m", StringComparison.OrdinalIgnoreCase) || word is "am" or "pm")
        {
            return Abbreviations.FollowsClock(nextWord);
        }

        return !(word is "etc" or "hrs" or "mins" or "secs" or "mph" or "in" or "max" or "min" or "sun" or "sat" or "wed" or "mar" or "fri"
            || (isNumberNext && !isInitial && !IsDotted(word) && word is not "al"));
    }

    private static bool IsDotted(ReadOnlySpan<char> word) => word.Length >= 3 && word[1] == '.';

    private static bool IsListNumber(ReadOnlySpan<char> word) =>
        word.Length <= 2 && (char.IsAsciiDigit(word[0]) || word.Length == 1) && char.IsLetterOrDigit(word[^1]);

    /// <summary>"“Why now?” Jane Smith asked.": a name and a verb of saying belong to the sentence of the quotation.</summary>
    private static bool GoesOnWithSpeaker(string text, int at, int limit)
    {
        for (var words = 0; words < 5 && at < limit && char.IsLetter(text[at]); words++)
        {
            var word = WordAt(text, at, limit);
            if (words > 0 && Abbreviations.IsSaying(word))
            {
                return true;
            }

            if (!char.IsUpper(word[0]) || (Abbreviations.OpensSentence(word) && word is not ("He" or "She" or "They" or "I" or "We" or "The")))
            {
                return false;
            }

            at += word.Length;
            at = at < limit && text[at] == '.' ? at + 1 : at;
            at = at < limit && text[at] == ' ' ? at + 1 : at;
        }

        return false;
    }

    /// <summary>"…at home.The next day": no space was typed, yet lower case, a stop and a capitalised word tell two sentences.</summary>
    private static bool IsMissingSpace(string text, int at, int end, int limit)
    {
        var first = end < limit && Openers.Contains(text[end]) ? end + 1 : end;
        return first + 1 < limit && at >= 2 && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2]) && char.IsUpper(text[first])
            && Abbreviations.OpensSentence(WordAt(text, first, limit)) && !LooksLikeAddress(text, at);
    }

    private static bool LooksLikeAddress(string text, int at)
    {
        for (var i = at - 1; i >= 0 && !char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] is '/' or '@' or '.')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCloser(string text, int at, int limit) =>
        Closers.Contains(text[at]) && !(at + 1 < limit && text[at] is '"' or '\'' && char.IsLetterOrDigit(text[Math.Min(at + 1, limit - 1)]));

    /// <summary>". . ." with more to come.</summary>
    private static bool IsSpacedEllipsis(string text, int at, int end, int limit)
    {
        var next = SkipSpace(text, end, limit);
        return next < limit && text[next] == '.' && next > end && text[at] == '.';
    }

    /// <summary>"… in 1900.[12][note 3] Then" and "….:212–219 Then": marks of notes and pages stay with the sentence before them.</summary>
    private static int SkipNoteMarks(string text, int at, int limit)
    {
        while (at < limit && text[at] == '[')
        {
            var close = text.IndexOf(']', at, Math.Min(limit - at, 24));
            if (close < 0)
            {
                break;
            }

            at = close + 1;
        }

        while (at + 1 < limit && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < limit && (char.IsAsciiDigit(text[at]) || text[at] is '–' or '-' or ','))
            {
                at++;
            }
        }

        return at;
    }

    private static ReadOnlySpan<char> WordAt(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, Math.Max(end, at + 1) - at);
    }

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool HasCapital(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }
}
