using System.Globalization;
using System.Numerics;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>The arithmetic once more, written apart from the program: whole numbers only, rounded half away from zero.</summary>
internal static class Oracle
{
    /// <summary>"62.5%": part of whole in percent, to so many decimals, zeros at the end left out.</summary>
    public static string Percent(long part, long whole, int decimals) => Decimal(new BigInteger(part) * 100, whole, decimals) + "%";

    /// <summary>"13,574", "2.32": a quotient to so many decimals.</summary>
    public static string Decimal(BigInteger numerator, BigInteger denominator, int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var twice = numerator * scale * 2;
        var rounded = (twice + (denominator * twice.Sign)) / (denominator * 2);
        var digits = BigInteger.Abs(rounded).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = BigInteger.Parse(digits[..^decimals], CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture);
        var rest = digits[^decimals..].TrimEnd('0');
        return rest.Length == 0 || decimals == 0 ? whole : $"{whole}.{rest}";
    }

    /// <summary>"13,574".</summary>
    public static string Whole(BigInteger number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The least and the most whole number that a rise (or fall) of so many percent, give or take a half, can have started from.</summary>
    public static (BigInteger Low, BigInteger High) Base(long after, int percent)
    {
        // after ÷ (100 + p ± ½) × 100, as halves so that all stay whole.
        BigInteger more = (200 + (2 * percent)) + 1;
        BigInteger less = (200 + (2 * percent)) - 1;
        var numerator = new BigInteger(after) * 200;
        var low = BigInteger.DivRem(numerator, more, out var rest);
        return (rest.IsZero ? low : low + 1, numerator / less);
    }
}
