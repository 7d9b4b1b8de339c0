namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Finds the words that bound a number: before it ("no fewer than 60"), after it ("60 or more"), and signs (~60, 50+).</summary>
internal static class Hedges
{
    /// <summary>The bound that stands before <paramref name="index"/>, and where its words begin.</summary>
    public static Bound? Before(ReadOnlySpan<char> text, int index, NumberForm form, out int start)
    {
        if (SignBefore(text, index, out start) is { } sign)
        {
            return sign;
        }

        var at = TextReading.IsHyphen(text.At(index - 1)) ? index - 1 : index;
        var found = Phrase.Match(text, at, HedgePlace.Before, out start);
        if (Phrase.Match(text, at, HedgePlace.Between, out var skipped) is not null
            && Phrase.Match(text, skipped, HedgePlace.Before, out var outer) is { } further)
        {
            // "more than an estimated 60": the words further out bound it.
            (found, start) = (further, outer);
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

        if (Phrase.Match(text, index, HedgePlace.After, out end) is { } phrase && IsEnded(text, end, phrase))
        {
            return phrase.Bound;
        }

        text.NextWord(index, out var noun, out var nounEnd);
        if (nounEnd > noun && text.NextWord(nounEnd).Is("or") && Phrase.Match(text, nounEnd, HedgePlace.After, out end) is { } later)
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
        if (phrase.BeginsWithJoint)
        {
            return true;
        }

        var next = text.SkipBlanks(end);
        return next >= text.Length || (!char.IsLetterOrDigit(text[next]) && !char.IsSymbol(text[next]) && text[next] != '£');
    }
}
