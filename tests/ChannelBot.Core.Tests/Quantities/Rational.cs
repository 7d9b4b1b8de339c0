using System.Numerics;
using Fractions;

namespace ChannelBot.Core.Tests.Quantities;

/// <summary>Fractions of whole numbers, written for the tests alone: what the program's arithmetic is held against.</summary>
internal readonly record struct Rational
{
    public Rational(BigInteger top, BigInteger bottom)
    {
        if (bottom.IsZero)
        {
            throw new DivideByZeroException();
        }

        var common = BigInteger.GreatestCommonDivisor(top, bottom) * bottom.Sign;
        (Top, Bottom) = (top / common, bottom / common);
    }

    public BigInteger Top { get; }

    public BigInteger Bottom { get; }

    public static implicit operator Rational(int whole) => new(whole, 1);

    public static Rational Of(Fraction fraction) => new(fraction.Numerator, fraction.Denominator);

    public static Rational operator +(Rational a, Rational b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Rational operator -(Rational a, Rational b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Rational operator *(Rational a, Rational b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Rational operator /(Rational a, Rational b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    public static bool operator <(Rational a, Rational b) => a.Top * b.Bottom < b.Top * a.Bottom;

    public static bool operator >(Rational a, Rational b) => b < a;

    public static bool operator <=(Rational a, Rational b) => !(b < a);

    public static bool operator >=(Rational a, Rational b) => !(a < b);

    public Fraction ToFraction() => new(Top, Bottom);
}
