using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads one number with its unit, in whatever form it is written; ranges and hedges come after.</summary>
internal static class SingleForms
{
    /// <summary>Reads the number that begins at <paramref name="start"/> with a digit, or with a word that may begin one.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Reading reading)
    {
        if (text.IsDigitAt(start) || (text.At(start) == '.' && text.IsDigitAt(start + 1)))
        {
            return TryDigits(text, start, out reading);
        }

        if (DigitNumerals.VulgarFraction(text.At(start)) is { } part)
        {
            reading = Reading.Plain(start, start + 1, NumberForm.Fraction, part, Unit.Ratio);
            return true;
        }

        var end = text.WordEnd(start);
        reading = default;
        return end > start && WordTable.Find(text[start..end]) is { Begins: true } entry && TryWord(text, start, end, entry, out reading);
    }

    /// <summary>Reads an amount of money from its sign or code: "£3.4bn", "US$ 20", "EUR 5m".</summary>
    /// <param name="amountStart">After the sign and any blank.</param>
    public static bool TryMoney(ReadOnlySpan<char> text, int start, int amountStart, UnitPhrase currency, out Reading reading)
    {
        reading = default;
        if (!text.IsDigitAt(amountStart) || !Numerals.TryRead(text, amountStart, out var numeral))
        {
            return false;
        }

        reading = UnitForms.Money(numeral, currency, start);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, int start, out Reading reading)
    {
        if (DateForms.TryDigits(text, start, out reading))
        {
            return true;
        }

        if (!DigitNumerals.TryRead(text, start, out var numeral, out var end))
        {
            return false;
        }

        if (ClockForms.TryColon(text, numeral, out reading) || TryPair(text, numeral, out reading))
        {
            return true;
        }

        if (text.At(end) == '.' && text.IsDigitAt(end + 1))
        {
            // 1.2.3 is a version or an address.
            reading = Label(text, start, end);
            return true;
        }

        return text.IsLetterAt(end) && TryGlued(text, numeral, out reading) || TryNumeral(text, start, out reading);
    }

    /// <summary>What is written straight after digits and is neither a unit nor a scale: 21st, 1980s; anything else makes a label of it.</summary>
    private static bool TryGlued(ReadOnlySpan<char> text, in Numeral numeral, out Reading reading)
    {
        var ordinal = DateForms.OrdinalEnd(text, numeral.End);
        if (ordinal > numeral.End && numeral.IsPlainDigits)
        {
            if (!DateForms.TryDayMonth(text, numeral, ordinal, out reading))
            {
                reading = Reading.Plain(numeral.Start, ordinal, NumberForm.Ordinal, numeral.Value);
            }

            return true;
        }

        if (TryDecade(text, numeral, out reading))
        {
            return true;
        }

        var end = text.WordEnd(numeral.End);
        var word = text[numeral.End..end];
        var entry = WordTable.Find(word);
        var isKnown = entry is { Suffix: > 0 } or { Numeral: NumeralKind.Scale } or { Units.Length: > 0 } || UnitForms.IsGlued(text, numeral)
            || word.Is("x") || word.Is("fold") || word.Is("am") || word.Is("pm") || word.Is("ish") || word.Is("plus") || word.Is("a") || word.Is("p");
        if (isKnown && !text.IsDigitAt(end))
        {
            return false;
        }

        reading = Label(text, numeral.Start, numeral.End);
        return true;
    }

    /// <summary>"the 1980s", "his 60s", "under-18s".</summary>
    private static bool TryDecade(ReadOnlySpan<char> text, in Numeral numeral, out Reading reading)
    {
        reading = default;
        var end = numeral.End + 1;
        if (text.At(numeral.End) is not 's' || char.IsLetterOrDigit(text.At(end)) || !numeral.IsPlainDigits)
        {
            return false;
        }

        var number = numeral.ToInt();
        var before = text.WordBefore(TextReading.IsHyphen(text.At(numeral.Start - 1)) ? numeral.Start - 1 : numeral.Start);
        if (numeral.Digits == 4 && number is >= 1000 and < 2100 && number % 10 == 0)
        {
            reading = Reading.Plain(numeral.Start, end, NumberForm.Year, numeral.Value, Unit.Year) with { High = numeral.Value + 9 };
            return true;
        }

        if (number is < 10 or > 110)
        {
            return false;
        }

        var isOfPerson = before.Is("his") || before.Is("her") || before.Is("their") || before.Is("my");
        var isGroup = before.Is("over") || before.Is("under");
        if (isOfPerson || isGroup)
        {
            reading = Reading.Plain(numeral.Start, end, NumberForm.Age, numeral.Value, Unit.YearLong);
            reading = isOfPerson ? reading with { High = numeral.Value + 9 } : reading;
            return true;
        }

        reading = Reading.Plain(numeral.Start, end, NumberForm.Year, new Fraction(1900 + number), Unit.Year) with { High = new Fraction(1909 + number) };
        return number % 10 == 0 && before.Is("the");
    }

    /// <summary>3/4 is a part; 24/7 and 2023/24 are names.</summary>
    private static bool TryPair(ReadOnlySpan<char> text, in Numeral first, out Reading reading)
    {
        reading = default;
        if (text.At(first.End) != '/' || !first.IsPlainDigits || !text.IsDigitAt(first.End + 1)
            || !DigitNumerals.TryRead(text, first.End + 1, out var second, out var end) || !second.IsPlainDigits)
        {
            return false;
        }

        if (first.Digits == 4 && second.Digits is 2 or 4 && first.IsWholeWithin(1900, 2099))
        {
            reading = Reading.Plain(first.Start, end, NumberForm.Year, first.Value, Unit.Year);
            return true;
        }

        var isPart = second.IsWholeWithin(2, 100) && first.Whole < second.Whole && first.Whole > 0 && second.Whole != 11;
        reading = isPart
            ? Reading.Plain(first.Start, end, NumberForm.Fraction, first.Value / second.Value, Unit.Ratio)
            : Reading.Plain(first.Start, end, NumberForm.Label, first.Value);
        return true;
    }

    private static bool TryWord(ReadOnlySpan<char> text, int start, int end, WordEntry entry, out Reading reading)
    {
        if (entry.Before is { } currency && TryMoney(text, start, text.SkipBlanks(end), currency, out reading))
        {
            return true;
        }

        if (WordNumerals.IsArticle(text[start..end]) && (FractionForms.TryArticle(text, start, end, out reading) || TryCouple(text, start, end, out reading)))
        {
            return true;
        }

        if (entry.Part == 4 && ClockForms.TryPast(text, start, 15, end, out reading))
        {
            return true;
        }

        if (entry.Part == 2 && FractionForms.TryHalf(text, start, end, out reading))
        {
            return true;
        }

        if (entry.Month > 0 && DateForms.TryMonthFirst(text, start, entry.Month, end, out reading))
        {
            return true;
        }

        if (entry.Clock >= 0)
        {
            reading = Reading.Plain(start, end, NumberForm.Clock, new Fraction(entry.Clock), Unit.Clock);
            return true;
        }

        return MultiplierForms.TryWord(text, start, end, entry, out reading)
            || TryOrdinal(text, start, end, entry, out reading)
            || TryNumeral(text, start, out reading);
    }

    private static bool TryOrdinal(ReadOnlySpan<char> text, int start, int end, WordEntry entry, out Reading reading)
    {
        var value = entry.Ordinal;
        if (entry.Numeral is NumeralKind.Tens && WordTable.Find(text.NextPart(end, out var next, out var unitsEnd)) is { Ordinal: > 0 and < 10 } units
            && (next == end + 1 && TextReading.IsHyphen(text[end]) || units.Ordinal != 2))
        {
            (value, end) = ((int)entry.Value + units.Ordinal, unitsEnd);
        }

        reading = Reading.Plain(start, end, NumberForm.Ordinal, new Fraction(value));
        return value > 0;
    }

    /// <summary>"a couple of", "a pair of".</summary>
    private static bool TryCouple(ReadOnlySpan<char> text, int start, int end, out Reading reading)
    {
        var word = text.NextWord(end, out _, out var coupleEnd);
        reading = Reading.Plain(start, coupleEnd, NumberForm.Count, Fraction.Two);
        return (word.Is("couple") || word.Is("pair")) && text.NextWord(coupleEnd).Is("of");
    }

    private static bool TryNumeral(ReadOnlySpan<char> text, int start, out Reading reading)
    {
        reading = default;
        if (!Numerals.TryRead(text, start, out var numeral))
        {
            return false;
        }

        if (FractionForms.TryOneIn(text, numeral, out reading) || FractionForms.TryParts(text, numeral, out reading))
        {
            return true;
        }

        if (numeral.Whole == 0 && !numeral.Has(NumeralTraits.Digits)
            && (WordTable.Is(text.WordBefore(start), WordRoles.Zero) || WordTable.Is(text.NextPart(numeral.End, out _, out _), WordRoles.Zero)))
        {
            return false;
        }

        if (numeral.Whole == 1 && !numeral.Has(NumeralTraits.Digits | NumeralTraits.Scaled)
            && !ContextRules.IsCountedOne(text, numeral.Start, numeral.End))
        {
            return false;
        }

        if (DateForms.TryDayMonth(text, numeral, numeral.End, out reading) || ClockForms.TryHour(text, numeral, out reading)
            || MultiplierForms.TryTimes(text, numeral, out reading) || UnitForms.TryRead(text, numeral, out reading))
        {
            return true;
        }

        var form = FormOfBare(text, numeral);
        reading = Reading.Of(numeral, form, form is NumberForm.Year ? Unit.Year : form is NumberForm.Age ? Unit.YearLong : Unit.None, numeral.End);
        return true;
    }

    private static NumberForm FormOfBare(ReadOnlySpan<char> text, in Numeral numeral) =>
        ContextRules.IsLabel(text, numeral) ? NumberForm.Label
        : ContextRules.IsYear(text, numeral) ? NumberForm.Year
        : ContextRules.IsAge(text, numeral) ? NumberForm.Age
        : NumberForm.Count;

    /// <summary>A number inside a name: all that is written without a blank belongs to it.</summary>
    private static Reading Label(ReadOnlySpan<char> text, int start, int numberEnd)
    {
        var value = DigitNumerals.TryRead(text, start, out var numeral, out _) ? numeral.Value : Fraction.Zero;
        return Reading.Plain(start, NameEnd(text, numberEnd), NumberForm.Label, value);
    }

    public static int NameEnd(ReadOnlySpan<char> text, int index)
    {
        while (char.IsLetterOrDigit(text.At(index)) || (text.At(index) is '.' or '-' && char.IsAsciiLetterOrDigit(text.At(index + 1))))
        {
            index++;
        }

        return index;
    }
}
