using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads times of day: 10:30, 9.15am, 3 p.m., ten o'clock, half past ten, 1500 GMT.</summary>
internal static class ClockForms
{
    private const int HalfDay = 12 * 60;

    /// <summary>9.15 has its minutes in two decimals.</summary>
    private static readonly Fraction s_minute = new(1, 100);

    /// <summary>"10:30", "22:15:40", "10:30pm"; a pair that is no time of day is a score or a ratio.</summary>
    public static bool TryColon(ReadOnlySpan<char> text, in Numeral first, out Reading reading)
    {
        reading = default;
        if (text.At(first.End) != ':' || !first.IsPlainDigits || first.Digits > 3 || !text.IsDigitAt(first.End + 1))
        {
            return false;
        }

        var end = DigitNumerals.DigitsEnd(text, first.End + 1);
        var length = end - first.End - 1;
        if (length > 3)
        {
            return false;
        }

        var (hour, minute) = (first.ToInt(), int.Parse(text[(first.End + 1)..end], System.Globalization.CultureInfo.InvariantCulture));
        if (length != 2 || hour > 24 || minute > 59)
        {
            reading = Reading.Plain(first.Start, end, NumberForm.Score, first.Value);
            return true;
        }

        if (text.At(end) == ':' && text.IsDigitAt(end + 1) && text.IsDigitAt(end + 2))
        {
            end += 3;
        }

        reading = Time(first.Start, hour, minute, TryHalf(text, end, out var isAfternoon, out var halfEnd) ? isAfternoon : null, Math.Max(end, halfEnd));
        return true;
    }

    /// <summary>"3pm", "9.15 am", "ten o'clock", "1500 GMT".</summary>
    public static bool TryHour(ReadOnlySpan<char> text, in Numeral numeral, out Reading reading)
    {
        reading = default;
        if (numeral.Has(NumeralTraits.Grouped | NumeralTraits.Scaled | NumeralTraits.Signed) || numeral.Whole >= 2400
            || (numeral.Has(NumeralTraits.Decimal) && numeral.Step != s_minute))
        {
            return false;
        }

        if (HourAndMinute(numeral) is not var (hour, minute))
        {
            return false;
        }

        if (hour is >= 1 and <= 12 && minute <= 59 && TryHalf(text, numeral.End, out var isAfternoon, out var end))
        {
            reading = Time(numeral.Start, hour, minute, isAfternoon, end);
            return true;
        }

        if (minute == 0 && hour is >= 1 and <= 12 && TryOClock(text, numeral.End, out end))
        {
            reading = Time(numeral.Start, hour, 0, null, end);
            return true;
        }

        if (numeral.IsPlainDigits && numeral.Digits == 4 && hour % 100 <= 59 && IsZone(text.NextWord(numeral.End)))
        {
            reading = Time(numeral.Start, hour / 100, hour % 100, null, numeral.End);
            return true;
        }

        return false;
    }

    /// <summary>"half past ten", "(a) quarter to six": the minutes are the word's, the hour follows.</summary>
    public static bool TryPast(ReadOnlySpan<char> text, int start, int minutes, int end, out Reading reading)
    {
        reading = default;
        var word = text.NextWord(end, out _, out var past);
        var isTo = word.Is("to") && minutes == 15;
        if (!word.Is("past") && !isTo)
        {
            return false;
        }

        var hourStart = text.SkipBlanks(past);
        if (!Numerals.TryRead(text, hourStart, out var hour) || !hour.IsWholeWithin(1, 12) || hour.Has(NumeralTraits.Scaled))
        {
            return false;
        }

        var half = TryHalf(text, hour.End, out var isAfternoon, out var halfEnd) ? isAfternoon : (bool?)null;
        reading = Time(start, hour.ToInt(), isTo ? -minutes : minutes, half, Math.Max(hour.End, halfEnd));
        return true;
    }

    private static (int Hour, int Minute)? HourAndMinute(in Numeral numeral)
    {
        if (numeral.Whole >= 0)
        {
            return (numeral.ToInt(), 0);
        }

        if (numeral.Value < 0 || numeral.Value >= 24)
        {
            return null;
        }

        var hour = (int)Rounding.Down(numeral.Value, Fraction.One).ToInt64();
        return (hour, (int)Rounding.Nearest((numeral.Value - hour) * 100, Fraction.One).ToInt64());
    }

    private static Reading Time(int start, int hour, int minute, bool? isAfternoon, int end)
    {
        var minutes = (isAfternoon, hour) switch
        {
            (true, < 12) => (hour * 60) + HalfDay,
            (false, 12) => 0,
            _ => hour * 60,
        };
        return Reading.Plain(start, end, NumberForm.Clock, new Fraction(minutes + minute), Unit.Clock);
    }

    /// <summary>"am", "p.m."</summary>
    private static bool TryHalf(ReadOnlySpan<char> text, int index, out bool isAfternoon, out int end)
    {
        var word = text.NextWord(index, out var start, out end);
        isAfternoon = text.At(start) is 'p' or 'P';
        if (word.Is("am") || word.Is("pm"))
        {
            return true;
        }

        if ((word.Is("a") || word.Is("p")) && text.At(end) == '.' && text.At(end + 1) is 'm' or 'M' && !text.IsLetterAt(end + 2))
        {
            end += text.At(end + 2) == '.' ? 3 : 2;
            return true;
        }

        end = index;
        return false;
    }

    private static bool TryOClock(ReadOnlySpan<char> text, int index, out int end)
    {
        var word = text.NextWord(index, out _, out end);
        if (word.Is("oclock"))
        {
            return true;
        }

        if (!word.Is("o") || text.At(end) is not ('\'' or '\u2019'))
        {
            return false;
        }

        return text.NextWord(end + 1, out _, out end).Is("clock");
    }

    private static bool IsZone(ReadOnlySpan<char> word) => word is "GMT" or "BST" or "UTC" or "CET" or "CEST" or "EST" or "EDT" or "PST" or "PDT";
}
