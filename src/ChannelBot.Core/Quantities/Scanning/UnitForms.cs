using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads the unit after a number: %, percent, km, pounds, years; and the age that "years old" makes of it.</summary>
internal static class UnitForms
{
    /// <summary>Reads the unit after <paramref name="numeral"/>; false where none follows.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, in Numeral numeral, out Reading reading)
    {
        if (TrySign(text, numeral.End, out var unit, out var end))
        {
            reading = Measured(numeral, unit, Fraction.One, end);
            return true;
        }

        var phrase = Find(text, numeral.End, out end) ?? Glued(text, numeral, out end);
        if (phrase is null)
        {
            reading = default;
            return false;
        }

        reading = TryAge(text, numeral, phrase.Unit, end, out var age) ? age : Measured(numeral, phrase.Unit, phrase.Size, end);
        return true;
    }

    /// <summary>The unit whose spelling begins at <paramref name="index"/>, after a blank or a hyphen or right there.</summary>
    public static UnitPhrase? Find(ReadOnlySpan<char> text, int index, out int end)
    {
        var word = text.NextPart(index, out _, out var first);
        end = first;
        if (word.IsEmpty || WordTable.Find(word) is not { Units.Length: > 0 } entry)
        {
            return null;
        }

        foreach (var phrase in entry.Units)
        {
            end = first;
            if (Follows(text, phrase.Rest, ref end))
            {
                return phrase;
            }
        }

        return null;
    }

    /// <summary>A number with the unit of money that stands before it.</summary>
    public static Reading Money(in Numeral numeral, UnitPhrase currency, int start)
    {
        // £4.50 is exact to the penny; £4.5 or £3.4bn shows the digit it is rounded to.
        var isPence = numeral.Has(NumeralTraits.Decimal) && !numeral.Has(NumeralTraits.Scaled) && numeral.Step == new Fraction(1, 100);
        return new(
            start, numeral.End, NumberForm.Money, numeral.Value * currency.Size, isPence ? Fraction.Zero : numeral.Step * currency.Size, currency.Unit);
    }

    /// <summary>Is the one letter straight after the digits a unit, as 5g is and 5G is not?</summary>
    public static bool IsGlued(ReadOnlySpan<char> text, in Numeral numeral) => Glued(text, numeral, out _) is not null;

    private static bool Follows(ReadOnlySpan<char> text, string[] rest, ref int end)
    {
        foreach (var word in rest)
        {
            if (!char.IsLetter(word[0]))
            {
                if (!text[end..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }

                end += word.Length;
                continue;
            }

            if (!text.NextPart(end, out _, out var next).Is(word))
            {
                return false;
            }

            end = next;
        }

        return true;
    }

    private static bool TrySign(ReadOnlySpan<char> text, int index, out Unit unit, out int end)
    {
        var at = text.SkipBlanks(index);
        (unit, end) = (Unit.Percent, at + 1);
        switch (text.At(at))
        {
            case '%':
                return true;
            case '°' or 'º':
                var letter = text.At(text.SkipBlanks(end));
                var isScale = letter is 'C' or 'F' && !text.IsLetterAt(text.SkipBlanks(end) + 1);
                unit = new(Dimension.Temperature, isScale ? letter is 'C' ? "degree Celsius" : "degree Fahrenheit" : "degree");
                end = isScale ? text.SkipBlanks(end) + 1 : end;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Units of one letter, only straight after digits, in their own case.</summary>
    private static UnitPhrase? Glued(ReadOnlySpan<char> text, in Numeral numeral, out int end)
    {
        end = text.WordEnd(numeral.End);
        if (!numeral.Has(NumeralTraits.Digits) || end != numeral.End + 1 || WordTable.Find(text[numeral.End..end]) is not { Glued: { } phrases })
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
            if (phrase.Spelling[0] == text[numeral.End])
            {
                return phrase;
            }
        }

        return null;
    }

    private static Reading Measured(in Numeral numeral, Unit unit, Fraction size, int end)
    {
        var form = FormOf(unit.Dimension);
        if (form is NumberForm.Money)
        {
            return Money(numeral with { End = end }, new([], unit, size, ""), numeral.Start);
        }

        var step = numeral.Step.IsZero ? WholeStep(numeral, unit.Dimension) : numeral.Step;
        return new(numeral.Start, end, form, numeral.Value * size, step * size, unit);
    }

    /// <summary>What a figure without decimals is rounded to: 18 percent to 1, 500 km to its last digit that is not zero; durations are counted.</summary>
    private static Fraction WholeStep(in Numeral numeral, Dimension dimension)
    {
        if (dimension is Dimension.Time)
        {
            return Fraction.Zero;
        }

        if (numeral.Whole < 0)
        {
            return new Fraction(1, 2);
        }

        if (numeral.Whole < 10 || dimension is Dimension.Percent or Dimension.PercentagePoints or Dimension.Temperature)
        {
            return Fraction.One;
        }

        var (digit, fifth) = (Quantity.LastDigit(numeral.Value), numeral.Value / 5);
        return digit < fifth ? digit : fifth;
    }

    private static NumberForm FormOf(Dimension dimension) => dimension switch
    {
        Dimension.Percent or Dimension.PercentagePoints => NumberForm.Percent,
        Dimension.Money => NumberForm.Money,
        Dimension.Time => NumberForm.Duration,
        _ => NumberForm.Measure,
    };

    /// <summary>"34-year-old", "34 years old", "34 years of age".</summary>
    private static bool TryAge(ReadOnlySpan<char> text, in Numeral numeral, Unit unit, int end, out Reading reading)
    {
        reading = default;
        if (unit.Dimension is not Dimension.Time || unit.Name is not ("year" or "month" or "week" or "day"))
        {
            return false;
        }

        var word = text.NextPart(end, out _, out var wordEnd);
        if (!word.Is("old") && !word.Is("olds") && !(word.Is("of") && text.NextWord(wordEnd, out _, out wordEnd).Is("age")))
        {
            return false;
        }

        reading = Reading.Of(numeral, NumberForm.Age, unit, wordEnd);
        return true;
    }
}
