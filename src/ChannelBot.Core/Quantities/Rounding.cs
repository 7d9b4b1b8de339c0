using System.Numerics;
using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Rounds to a multiple of a step, in a chosen direction.</summary>
internal static class Rounding
{
    /// <summary>Halves go away from zero, as readers expect.</summary>
    public static Fraction Nearest(Fraction value, Fraction step) =>
        step * new Fraction(Fraction.RoundToBigInteger(value / step, MidpointRounding.AwayFromZero));

    public static Fraction Down(Fraction value, Fraction step) =>
        step * new Fraction(Fraction.RoundToBigInteger(value / step, MidpointRounding.ToNegativeInfinity));

    public static Fraction Up(Fraction value, Fraction step) =>
        step * new Fraction(Fraction.RoundToBigInteger(value / step, MidpointRounding.ToPositiveInfinity));

    /// <summary>10 to the <paramref name="exponent"/>, which may be negative.</summary>
    public static Fraction PowerOfTen(int exponent)
    {
        var power = BigInteger.Pow(10, Math.Abs(exponent));
        return exponent < 0 ? new Fraction(BigInteger.One, power) : new Fraction(power);
    }

    /// <summary>The exponent of the first digit: 4 for 48,210, -1 for 0.19, 0 for 0 itself.</summary>
    public static int Exponent(Fraction value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        var size = value.Abs();
        var exponent = (int)Math.Floor(BigInteger.Log10(size.Numerator) - BigInteger.Log10(size.Denominator));

        // The logarithm is a double: put right what it missed by one.
        while (PowerOfTen(exponent) > size)
        {
            exponent--;
        }

        while (PowerOfTen(exponent + 1) <= size)
        {
            exponent++;
        }

        return exponent;
    }
}
