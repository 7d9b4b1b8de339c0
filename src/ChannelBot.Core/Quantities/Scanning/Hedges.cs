namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Finds the words that bound a number: before it ("no fewer than 60"), after it ("60 or more"), and signs (~60, 50+).</summary>
internal static class Hedges
{
    private static readonly PhraseTable s_before = new(backwards: true);
    private static readonly PhraseTable s_between = new(backwards: true);
    private static readonly PhraseTable s_after = new(backwards: false);

    static Hedges()
    {
        foreach (var line in WordFile.Lines("hedges.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = WordFile.Words(line[..colon]);
            var (table, bound) = head switch
            {
                ["between"] => (s_between, Bound.Exact),
                ["after", var name] => (s_after, Enum.Parse<Bound>(name)),
                _ => (s_before, Enum.Parse<Bound>(head[0])),
            };
            table.Add(line[(colon + 1)..], bound);
        }
    }

    /// <summary>The bound that stands before <paramref name="index"/>, and where its words begin.</summary>
    public static Bound? Before(ReadOnlySpan<char> text, int index, NumberForm form, out int start)
    {
        if (SignBefore(text, index, out start) is { } sign)
        {
            return sign;
        }

        var at = TextReading.IsHyphen(text.At(index - 1)) ? index - 1 : index;
        var found = s_before.Match(text, at, out start);
        if (found is null && s_between.Match(text, at, out var skipped) is not null)
        {
            found = s_before.Match(text, skipped, out start);
        }

        if (found is not { } phrase || phrase.IsUnlessAfter(text.WordBefore(start)) || IsSpan(text, start, phrase, form))
        {
            start = index;
            return null;
        }

        return phrase.Bound;
    }

    /// <summary>The bound that stands after <paramref name="index"/>, and where its words end; one noun may come between ("60 people or more").</summary>
    public static Bound? After(ReadOnlySpan<char> text, int index, out int end)
    {
        if (SignAfter(text, index, out end) is { } sign)
        {
            return sign;
        }

        if (s_after.Match(text, index, out end) is { } phrase && IsEnded(text, end, phrase))
        {
            return phrase.Bound;
        }

        text.NextWord(index, out var noun, out var nounEnd);
        if (nounEnd > noun && text.NextWord(nounEnd).Is("or") && s_after.Match(text, nounEnd, out end) is { } later)
        {
            return later.Bound;
        }

        end = index;
        return null;
    }

    private static Bound? SignBefore(ReadOnlySpan<char> text, int index, out int start)
    {
        start = text.SkipBlanksBack(index) - 1;
        switch (text.At(start))
        {
            case '~' or '≈' or '±':
                return Bound.About;
            case '≥':
                return Bound.AtLeast;
            case '≤':
                return Bound.AtMost;
            case '>':
                return Bound.MoreThan;
            case '<':
                return Bound.LessThan;
            case '=' when text.At(start - 1) is '>' or '<':
                start--;
                return text[start] is '>' ? Bound.AtLeast : Bound.AtMost;
            case '.' when text.At(start - 1) is 'c' && !text.IsLetterAt(start - 2):
                start--;
                return Bound.About;
            default:
                start = index;
                return null;
        }
    }

    private static Bound? SignAfter(ReadOnlySpan<char> text, int index, out int end)
    {
        end = index + 1;
        if (text.At(index) == '+' && !char.IsLetterOrDigit(text.At(end)) && !text.IsDigitAt(text.SkipBlanks(end)))
        {
            return Bound.AtLeast;
        }

        // "50-plus", "40-odd", "40ish"; "60 plus 40" is a sum.
        var word = text.NextPart(index, out var start, out end);
        var isJoined = start == index || (start == index + 1 && TextReading.IsHyphen(text[index]));
        if (word.Is("plus") && isJoined)
        {
            return Bound.AtLeast;
        }

        if (isJoined && (word.Is("odd") || word.Is("ish")))
        {
            return Bound.About;
        }

        end = index;
        return null;
    }

    /// <summary>"Over three days" is mostly "during"; it bounds where a verb or "for" stands before it.</summary>
    private static bool IsSpan(ReadOnlySpan<char> text, int start, Phrase phrase, NumberForm form) =>
        form is NumberForm.Duration && phrase.IsOver && !WordTable.Is(text.WordBefore(start), WordRoles.Lasting);

    /// <summary>"60 at least", "40 maximum": only where nothing goes on, or it would belong to what follows ("60, at least 5 of them").</summary>
    private static bool IsEnded(ReadOnlySpan<char> text, int end, Phrase phrase)
    {
        if (phrase.BeginsWithOr)
        {
            return true;
        }

        var next = text.SkipBlanks(end);
        return next >= text.Length || (!char.IsLetterOrDigit(text[next]) && !char.IsSymbol(text[next]) && text[next] != '£');
    }
}
