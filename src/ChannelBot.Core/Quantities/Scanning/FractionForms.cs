using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads parts and proportions: half, a third, two-thirds, one in five, half a million, half an hour.</summary>
internal static class FractionForms
{
    /// <summary>"two thirds", "one-fifth", "3 quarters" after <paramref name="numeral"/>.</summary>
    public static bool TryParts(ReadOnlySpan<char> text, in Numeral numeral, out Reading reading)
    {
        reading = default;
        var word = text.NextPart(numeral.End, out _, out var end);
        if (WordTable.Find(word) is not { Part: > 0 } entry || !numeral.IsWholeWithin(1, entry.Part - 1)
            || entry.IsPluralPart == (numeral.Whole == 1) || (entry.Part == 4 && numeral.Whole == 2))
        {
            return false;
        }

        reading = OfSomething(text, numeral.Start, new Fraction(numeral.ToInt(), entry.Part), end);
        return true;
    }

    /// <summary>"a third", "a quarter", "a half"; "a third body" is an ordinal and is left alone.</summary>
    public static bool TryArticle(ReadOnlySpan<char> text, int start, int articleEnd, out Reading reading)
    {
        reading = default;
        var word = text.NextWord(articleEnd, out _, out var end);
        if (WordTable.Find(word) is not { Part: > 0, IsPluralPart: false } entry)
        {
            return false;
        }

        if (entry.Part == 4 && ClockForms.TryPast(text, start, 15, end, out reading))
        {
            return true;
        }

        if (!IsPart(text, end) && !IsScaled(text, end))
        {
            return false;
        }

        reading = OfSomething(text, start, new Fraction(1, entry.Part), end);
        return true;
    }

    /// <summary>"half of them", "half a million", "half an hour", "half past ten"; not "the first half", "half-time".</summary>
    public static bool TryHalf(ReadOnlySpan<char> text, int start, int end, out Reading reading)
    {
        if (ClockForms.TryPast(text, start, 30, end, out reading))
        {
            return true;
        }

        var before = text.WordBefore(start);
        if (TextReading.IsHyphen(text.At(end)) || TextReading.IsHyphen(text.At(start - 1)) || before.Is("the") || before.Is("each")
            || WordTable.Find(before) is { Ordinal: > 0 } || (!IsPart(text, end) && !IsScaled(text, end)))
        {
            return false;
        }

        reading = OfSomething(text, start, new Fraction(1, 2), end);
        return true;
    }

    /// <summary>"one in five", "1 in 5", "nine out of ten".</summary>
    public static bool TryOneIn(ReadOnlySpan<char> text, in Numeral numeral, out Reading reading)
    {
        reading = default;
        if (!numeral.IsWholeWithin(1, 1000) || numeral.Has(NumeralTraits.Grouped | NumeralTraits.Scaled | NumeralTraits.Signed))
        {
            return false;
        }

        var word = text.NextPart(numeral.End, out _, out var end);
        var isOutOf = word.Is("out") && text.NextPart(end, out _, out end).Is("of");
        if (!isOutOf && !word.Is("in"))
        {
            return false;
        }

        if (text.NextPart(end, out _, out var every).Is("every"))
        {
            end = every;
        }

        var start = TextReading.IsHyphen(text.At(end)) ? end + 1 : text.SkipBlanks(end);
        if (!Numerals.TryRead(text, start, out var whole) || !IsWholeOf(text, numeral, whole))
        {
            return false;
        }

        reading = Reading.Plain(numeral.Start, whole.End, NumberForm.OneIn, numeral.Value / whole.Value, Unit.Ratio);
        return true;
    }

    /// <summary>Does what follows show that "a third" is a part, not the third of something?</summary>
    public static bool IsPart(ReadOnlySpan<char> text, int end)
    {
        var word = text.NextWord(end, out var next, out _);
        return (!char.IsLetterOrDigit(text.At(next)) && !TextReading.IsHyphen(text.At(end))) || WordTable.Is(word, WordRoles.Function | WordRoles.More);
    }

    /// <summary>A proportion is of a small round number: "60 in 2023" and "30,155 out of 48,210" are two numbers each.</summary>
    private static bool IsWholeOf(ReadOnlySpan<char> text, in Numeral part, in Numeral whole)
    {
        if (whole.Whole <= part.Whole || whole.Has(NumeralTraits.Decimal | NumeralTraits.YearInWords)
            || (whole.IsPlainDigits && whole.Digits == 4 && whole.IsWholeWithin(1100, 2099))
            || text.At(whole.End) is '%' or ':' || UnitForms.Find(text, whole.End, out _) is not null
            || WordTable.Find(text.NextWord(whole.End)) is { Month: > 0 })
        {
            return false;
        }

        return part.Whole == 1 || whole.Whole <= 10 || Quantity.LastDigit(whole.Value) * 10 > whole.Value;
    }

    private static bool IsScaled(ReadOnlySpan<char> text, int end) => Scale(text, end, out _) > 0 || Hour(text, end, out _);

    /// <summary>"half a million": a count; "half an hour": a duration; else the bare part.</summary>
    private static Reading OfSomething(ReadOnlySpan<char> text, int start, Fraction part, int end)
    {
        if (Scale(text, end, out var scaleEnd) is var scale and > 0)
        {
            var numeral = new Numeral(start, end, part, -1, Fraction.Zero, NumeralTraits.None, 0).Times(scale, scaleEnd);
            return UnitForms.TryRead(text, numeral, out var measured)
                ? measured
                : Reading.Of(numeral, NumberForm.Count, Unit.None, scaleEnd);
        }

        return Hour(text, end, out var hourEnd)
            ? Reading.Plain(start, hourEnd, NumberForm.Duration, part * 60, new Unit(Dimension.Time, "minute"))
            : Reading.Plain(start, end, NumberForm.Fraction, part, Unit.Ratio);
    }

    /// <summary>"(half) a million", "(a quarter) of a million".</summary>
    private static long Scale(ReadOnlySpan<char> text, int index, out int end)
    {
        var word = AfterArticle(text, index, out end);
        return WordTable.Find(word) is { Numeral: NumeralKind.Scale } entry ? entry.Value : 0;
    }

    private static bool Hour(ReadOnlySpan<char> text, int index, out int end) => AfterArticle(text, index, out end).Is("hour");

    private static ReadOnlySpan<char> AfterArticle(ReadOnlySpan<char> text, int index, out int end)
    {
        var word = text.NextWord(index, out _, out end);
        if (word.Is("of"))
        {
            word = text.NextWord(end, out _, out end);
        }

        return WordNumerals.IsArticle(word) ? text.NextWord(end, out _, out end) : [];
    }
}
