using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads dates: 2024-03-12, 12/03/2024, 12 March 2024, March 12, March 2024.</summary>
internal static class DateForms
{
    /// <summary>Dates in digits alone, day before month, as Britain writes them.</summary>
    public static bool TryDigits(ReadOnlySpan<char> text, int start, out Reading reading)
    {
        reading = default;
        var (first, at) = ShortNumber(text, start);
        var sign = text.At(at);
        if (sign is not ('-' or '/' or '.'))
        {
            return false;
        }

        var firstLength = at - start;
        var (second, secondEnd) = ShortNumber(text, at + 1);
        if (text.At(secondEnd) != sign || secondEnd - at > 3)
        {
            return false;
        }

        var (third, end) = ShortNumber(text, secondEnd + 1);
        var thirdLength = end - secondEnd - 1;
        var (year, month, day) = (firstLength, thirdLength) switch
        {
            (4, 1 or 2) => (first, second, third),
            (1 or 2, 4) when second <= 12 => (third, second, first),
            (1 or 2, 4) => (third, first, second),
            (1 or 2, 2) when sign is '/' && second <= 12 => (2000 + third, second, first),
            _ => (0, 0, 0),
        };
        if (month is < 1 or > 12 || day is < 1 or > 31 || year is < 1000 or > 2999 || char.IsLetterOrDigit(text.At(end)))
        {
            return false;
        }

        reading = Date(start, end, year, month, day);
        return true;
    }

    /// <summary>"12 March (2024)", "the 12th of March": the number is a day where a month follows.</summary>
    /// <param name="dayEnd">After the day and its "th".</param>
    public static bool TryDayMonth(ReadOnlySpan<char> text, in Numeral day, int dayEnd, out Reading reading)
    {
        reading = default;
        if (!day.IsWholeWithin(1, 31) || day.Has(NumeralTraits.Grouped | NumeralTraits.Decimal))
        {
            return false;
        }

        var word = text.NextWord(dayEnd, out var start, out var end);
        var isOf = word.Is("of");
        if (isOf)
        {
            word = text.NextWord(end, out start, out end);
        }

        if (WordTable.Find(word) is not { Month: > 0 } entry)
        {
            return false;
        }

        var year = YearAfter(text, end, out var yearEnd);
        if (year == 0 && !isOf && !IsMonthWord(text, start, word) && !IsDay(text, day.Start, end))
        {
            return false;
        }

        reading = Date(day.Start, yearEnd, year, entry.Month, day.ToInt());
        return true;
    }

    /// <summary>"March 12", "March 12th, 2024", "March 2024".</summary>
    public static bool TryMonthFirst(ReadOnlySpan<char> text, int start, int month, int end, out Reading reading)
    {
        reading = default;
        var numberStart = text.SkipBlanks(text.At(end) == '.' ? end + 1 : end);
        if (numberStart == end || !text.IsDigitAt(numberStart)
            || !DigitNumerals.TryRead(text, numberStart, out var numeral, out _) || !numeral.IsPlainDigits)
        {
            return false;
        }

        if (numeral.Digits == 4 && numeral.IsWholeWithin(1000, 2999) && !char.IsLetterOrDigit(text.At(numeral.End)))
        {
            reading = Date(start, numeral.End, numeral.ToInt(), month, 0);
            return true;
        }

        if (!numeral.IsWholeWithin(1, 31) || text.At(numeral.End) is '%' or ':')
        {
            return false;
        }

        var dayEnd = OrdinalEnd(text, numeral.End);
        var isOrdinal = dayEnd > numeral.End;
        if (text.IsLetterAt(dayEnd))
        {
            return false;
        }

        var year = YearAfter(text, dayEnd, out var yearEnd);
        if (year == 0 && !isOrdinal && !IsMonthBefore(text, start, end))
        {
            return false;
        }

        reading = Date(start, yearEnd, year, month, numeral.ToInt());
        return true;
    }

    /// <summary>After "12th" or "21st", else the same place.</summary>
    public static int OrdinalEnd(ReadOnlySpan<char> text, int index)
    {
        var end = text.WordEnd(index);
        var word = text[index..end];
        return word.Is("st") || word.Is("nd") || word.Is("rd") || word.Is("th") ? end : index;
    }

    /// <summary>"May" and "March" are verbs as well: in lower case they need a date around them.</summary>
    private static bool IsMonthWord(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> word) =>
        char.IsUpper(text[start]) || !(word.Is("may") || word.Is("march") || word.Is("mar"));

    /// <summary>"12 may" ends there, or stands after "on": in "12 may come" it is a verb.</summary>
    private static bool IsDay(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text.WordBefore(start);
        return !char.IsLetterOrDigit(text.At(text.SkipBlanks(end))) || before.Is("on") || before.Is("the") || before.Is("since") || before.Is("until");
    }

    /// <summary>"In May 12 people died" is no date, "on May 12" is one.</summary>
    private static bool IsMonthBefore(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text.WordBefore(start);
        return !before.Is("in")
            && (IsMonthWord(text, start, text[start..end]) || before.Is("on") || before.Is("since") || before.Is("until") || before.Is("by"));
    }

    private static int YearAfter(ReadOnlySpan<char> text, int index, out int end)
    {
        end = index;
        var at = text.SkipBlanks(text.At(index) == ',' ? index + 1 : index);
        if (at == index)
        {
            return 0;
        }

        var (year, yearEnd) = ShortNumber(text, at);
        if (yearEnd - at != 4 || year is < 1000 or > 2999 || char.IsLetterOrDigit(text.At(yearEnd)) || text.At(yearEnd) is '%' or ':')
        {
            return 0;
        }

        end = yearEnd;
        return year;
    }

    /// <summary>Up to four digits; 0 and the same place where there are none or more.</summary>
    private static (int Value, int End) ShortNumber(ReadOnlySpan<char> text, int start)
    {
        var (value, end) = (0, start);
        while (text.IsDigitAt(end) && end - start <= 4)
        {
            value = (value * 10) + text[end++] - '0';
        }

        return end - start > 4 ? (0, start) : (value, end);
    }

    private static Reading Date(int start, int end, int year, int month, int day) =>
        Reading.Plain(start, end, NumberForm.Date, new Fraction((year * 10_000) + (month * 100) + day), Unit.Date);
}
