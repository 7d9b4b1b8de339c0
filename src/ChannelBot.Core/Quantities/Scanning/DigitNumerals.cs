using System.Globalization;
using System.Numerics;
using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads numbers in digits: 48,210, 48 210, 4.5, 2½.</summary>
internal static class DigitNumerals
{
    /// <summary>More digits are no quantity but a code: they are passed over.</summary>
    private const int MostDigits = 30;

    /// <summary>Reads the number whose first digit (or decimal point) is at <paramref name="start"/>.</summary>
    /// <returns>False where there is none, or too long a one; <paramref name="end"/> is then the end of its digits.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Numeral numeral, out int end)
    {
        numeral = default;
        end = DigitsEnd(text, start);
        var first = end - start;
        var traits = NumeralTraits.Digits;
        if (first is > 0 and <= 3)
        {
            end = GroupsEnd(text, start, end);
            traits |= end > start + first ? NumeralTraits.Grouped : 0;
        }

        var wholeEnd = end;
        if (text.At(end) == '.' && text.IsDigitAt(end + 1))
        {
            end = DigitsEnd(text, end + 1);
            traits |= NumeralTraits.Decimal;
        }

        if (end == start || end - start > MostDigits)
        {
            return false;
        }

        var decimals = end > wholeEnd ? end - wholeEnd - 1 : 0;
        if (decimals == 0 && wholeEnd - start < 19)
        {
            var (whole, digits) = ParseWhole(text[start..wholeEnd]);
            numeral = Numeral.Of(start, end, whole, traits, digits);
            if (text.At(end) > 127 && VulgarFraction(text[end]) is { } part)
            {
                numeral = numeral.With(numeral.Value + part, Fraction.Zero, ++end);
            }

            return true;
        }

        var value = Parse(text[start..end], decimals);
        var step = decimals > 0 ? Rounding.PowerOfTen(-decimals) : Fraction.Zero;
        numeral = new Numeral(start, end, value, -1, step, traits, wholeEnd - start).With(value, step, end);
        return true;
    }

    public static int DigitsEnd(ReadOnlySpan<char> text, int start)
    {
        while (text.IsDigitAt(start))
        {
            start++;
        }

        return start;
    }

    /// <summary>½ and the like; null for any other character.</summary>
    public static Fraction? VulgarFraction(char c) => c switch
    {
        '½' => new(1, 2),
        '⅓' => new(1, 3),
        '⅔' => new(2, 3),
        '¼' => new(1, 4),
        '¾' => new(3, 4),
        '⅕' => new(1, 5),
        '⅖' => new(2, 5),
        '⅗' => new(3, 5),
        '⅘' => new(4, 5),
        '⅙' => new(1, 6),
        '⅚' => new(5, 6),
        '⅛' => new(1, 8),
        '⅜' => new(3, 8),
        '⅝' => new(5, 8),
        '⅞' => new(7, 8),
        _ => (Fraction?)null,
    };

    /// <summary>Groups of three digits after a comma or a blank, all with the same sign.</summary>
    private static int GroupsEnd(ReadOnlySpan<char> text, int start, int end)
    {
        var sign = text.At(end);
        if (sign is not ',' && !TextReading.IsBlank(sign))
        {
            return end;
        }

        var at = end;
        while (text.At(at) == sign && DigitsEnd(text, at + 1) == at + 4)
        {
            at += 4;
        }

        // "3 100-year-old trees" and "12 300 kg": a blank parts two numbers where the second goes on with a hyphen or is told apart.
        var isBroken = at > end && sign is not ',' && (text[start] == '0' || TextReading.IsHyphen(text.At(at)) || text.At(at) is ':' or '/');
        return isBroken ? end : at;
    }

    private static Fraction Parse(ReadOnlySpan<char> digits, int decimals)
    {
        Span<char> plain = stackalloc char[MostDigits];
        var length = 0;
        foreach (var c in digits)
        {
            if (char.IsAsciiDigit(c))
            {
                plain[length++] = c;
            }
        }

        var number = length <= 18
            ? long.Parse(plain[..length], NumberStyles.None, CultureInfo.InvariantCulture)
            : BigInteger.Parse(plain[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        return decimals == 0 ? new Fraction(number) : new Fraction(number, BigInteger.Pow(10, decimals));
    }

    /// <summary>The number and how many digits it has, groups put together.</summary>
    private static (long Value, int Digits) ParseWhole(ReadOnlySpan<char> written)
    {
        var (value, digits) = (0L, 0);
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c))
            {
                (value, digits) = ((value * 10) + c - '0', digits + 1);
            }
        }

        return (value, digits);
    }
}
