namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Tells from the words around it what a bare number is: a year, a label, an age, a pronoun.</summary>
internal static class ContextRules
{
    /// <summary>"No. 10", "page 6", "Flight 370": it names and does not count.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text, in Numeral numeral)
    {
        if (numeral.Has(NumeralTraits.Grouped | NumeralTraits.Decimal | NumeralTraits.Scaled) || !numeral.IsWholeWithin(0, 9999))
        {
            return false;
        }

        var at = text.SkipBlanksBack(numeral.Start);
        if (at == 0 || at == numeral.Start)
        {
            return false;
        }

        var hasPoint = text[at - 1] == '.';
        var word = text.WordBefore(hasPoint ? at - 1 : at, out var start);
        if (word.Is("no") || word.Is("nos"))
        {
            return numeral.Has(NumeralTraits.Digits) || hasPoint;
        }

        if (hasPoint && word.Length > 4)
        {
            // The point ends a sentence.
            return false;
        }

        if (!WordTable.Is(word, WordRoles.Label))
        {
            return false;
        }

        var before = text.WordBefore(start);
        return char.IsUpper(word[0])
            || !(before.Is("the") || before.Is("this") || before.Is("that") || before.Is("a") || before.Is("an") || before.Is("of"));
    }

    /// <summary>"2023", "in 1066"; not "2000 people", "over 2000".</summary>
    public static bool IsYear(ReadOnlySpan<char> text, in Numeral numeral)
    {
        if (numeral.Has(NumeralTraits.YearInWords))
        {
            return true;
        }

        if (!numeral.IsPlainDigits || numeral.Digits != 4 || !numeral.IsWholeWithin(1000, 2100))
        {
            return false;
        }

        var before = text.WordBefore(numeral.Start, out var wordStart);
        var next = text.NextWord(numeral.End, out var nextStart, out _);
        var isCounted = !next.IsEmpty && IsCounted(text, nextStart, next);
        if (!IsYearWord(before) && Hedges.Before(text, numeral.Start, NumberForm.Count, out var hedge) is { } bound)
        {
            var isSince = IsYearWord(text.WordBefore(hedge));
            return isSince || (bound is Bound.About && numeral.IsWholeWithin(1900, 2099) && !isCounted && !IsPlus(text, numeral.End));
        }

        if (!numeral.IsWholeWithin(1900, 2099))
        {
            return IsYearWord(before) && !isCounted && !IsWeak(before) && UnitForms.Find(text, numeral.End, out _) is null;
        }

        var isRound = numeral.ToInt() % 50 == 0;
        var isNamed = WordTable.Is(next, WordRoles.Plural);
        return !isCounted || !(isRound || isNamed) || (IsYearWord(before) && !IsWeak(before)) || before.Is("the");
    }

    /// <summary>"Ann Smith, 34, said", "aged 34".</summary>
    public static bool IsAge(ReadOnlySpan<char> text, in Numeral numeral)
    {
        if (!numeral.IsWholeWithin(0, 125) || numeral.Has(NumeralTraits.Decimal | NumeralTraits.Scaled | NumeralTraits.Signed))
        {
            return false;
        }

        var before = text.WordBefore(numeral.Start, out var start);
        if (before.Is("aged") || before.Is("age") || before.Is("ages") || (before.Is("of") && text.WordBefore(start).Is("age")))
        {
            return true;
        }

        if ((before.Is("and") || before.Is("or")) && IsSecondAge(text, start))
        {
            return true;
        }

        var comma = text.SkipBlanksBack(numeral.Start) - 1;
        if (text.At(comma) != ',' || text.At(numeral.End) is not (',' or '.' or ')' or ';') || text.IsDigitAt(numeral.End + 1))
        {
            return false;
        }

        var name = text.WordBefore(comma, out _);
        return WordTable.Is(name, WordRoles.Person)
            || (name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[^1]) && WordTable.Find(name) is not { Month: > 0 });
    }

    /// <summary>The 34 of "aged 26 and 34": the word "and" stands at <paramref name="and"/>.</summary>
    private static bool IsSecondAge(ReadOnlySpan<char> text, int and)
    {
        var end = text.SkipBlanksBack(and);
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        var word = text.WordBefore(start);
        return end - start is 1 or 2 or 3 && (word.Is("aged") || word.Is("ages"));
    }

    /// <summary>"One" counts in "one body", "one in five", "just one"; it does not in "the one on the beach", "no one", "one of the".</summary>
    public static bool IsCountedOne(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text.WordBefore(start);
        var next = text.NextWord(end, out var nextStart, out var nextEnd);
        if (text.At(end) is '\'' or '\u2019' || (TextReading.IsHyphen(text.At(end)) && !IsCountedPart(text.NextWord(end + 1)))
            || TextReading.IsHyphen(text.At(start - 1)))
        {
            return false;
        }

        if (WordTable.Is(before, WordRoles.Pointing) || next.Is("another") || next.Is("of") || next.Is("by"))
        {
            return false;
        }

        // Before a noun it counts; before a small word or a stop, only where what stands before shows that it does.
        var isBeforeNoun = nextStart < text.Length && char.IsLetterOrDigit(text[nextStart]) && !WordTable.Is(next, WordRoles.Function);
        return isBeforeNoun
            || (next.IsEmpty && IsLineStart(text, start) && nextStart >= text.Length)
            || (next.Is("or") && IsNumber(text.NextPart(nextEnd, out _, out _)))
            || before.Is("and") || before.Is("or") || before.Is("plus") || before.Is("than") || before.Is("just") || before.Is("only")
            || Hedges.Before(text, start, NumberForm.Count, out _) is not null;
    }

    /// <summary>Does the word look like a thing that is counted?</summary>
    private static bool IsCounted(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> word) =>
        WordTable.Is(word, WordRoles.Plural)
        || (char.IsLower(text[start]) && word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')
            && !WordTable.Is(word, WordRoles.Function));

    private static bool IsYearWord(ReadOnlySpan<char> word) => WordTable.Find(word) is { } entry && (entry.Is(WordRoles.Year) || entry.Month > 0);

    /// <summary>Words that stand before years and before counts alike.</summary>
    private static bool IsWeak(ReadOnlySpan<char> word) =>
        word.Is("of") || word.Is("by") || word.Is("to") || word.Is("than") || word.Is("and") || word.Is("from") || word.Is("between")
        || word.Is("through");

    private static bool IsLineStart(ReadOnlySpan<char> text, int index) =>
        text.SkipBlanksBack(index) is var at && (at == 0 || text[at - 1] is '\n' or '\r');

    private static bool IsNumber(ReadOnlySpan<char> word) => WordTable.Find(word) is { Numeral: not NumeralKind.None };

    private static bool IsCountedPart(ReadOnlySpan<char> word) =>
        word.Is("in") || WordTable.Find(word) is { } entry && (entry.Part > 0 || entry.Units.Length > 0 || entry.Numeral is not NumeralKind.None);

    private static bool IsPlus(ReadOnlySpan<char> text, int index) => text.At(index) == '+';
}
