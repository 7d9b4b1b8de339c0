using System.Globalization;
using System.Numerics;
using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Writes numbers as English does: thousands in groups, a point before decimals, no zeros at the end.</summary>
public static class NumberText
{
    private const int MostDecimals = 12;

    /// <summary>"48,210", "0.19"; a fraction that never ends is cut after twelve decimals, rounded.</summary>
    public static string Exact(Fraction value) => At(value, -MostDecimals);

    /// <summary>Rounded to a multiple of 10 to the <paramref name="exponent"/>: (26725, 2) gives "26,700".</summary>
    public static string At(Fraction value, int exponent)
    {
        if (exponent > 0)
        {
            return At(Rounding.Nearest(value, Rounding.PowerOfTen(exponent)), 0);
        }

        var scaled = Fraction.RoundToBigInteger(value * Rounding.PowerOfTen(-exponent), MidpointRounding.AwayFromZero);
        var (whole, rest) = BigInteger.DivRem(BigInteger.Abs(scaled), BigInteger.Pow(10, -exponent));
        var sign = scaled.Sign < 0 ? "-" : "";
        var groups = whole.ToString("#,0", CultureInfo.InvariantCulture);
        return rest.IsZero
            ? sign + groups
            : $"{sign}{groups}.{rest.ToString(CultureInfo.InvariantCulture).PadLeft(-exponent, '0').TrimEnd('0')}";
    }

    /// <summary>The exact fraction: "359220/6307", "13574".</summary>
    public static string AsFraction(Fraction value)
    {
        var reduced = value.Reduce();
        return reduced.Denominator.IsOne
            ? reduced.Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{reduced.Numerator}/{reduced.Denominator}");
    }

    /// <summary>How many decimals it has, as an exponent: -2 for 0.19, 0 for 13,574; null where they never end (or go beyond twelve).</summary>
    internal static int? LastDecimal(Fraction value)
    {
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
        {
            if (Quantity.IsWhole(value * Rounding.PowerOfTen(decimals)))
            {
                return -decimals;
            }
        }

        return null;
    }
}
