using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

[Flags]
internal enum NumeralTraits
{
    None = 0,
    Digits = 1,

    /// <summary>48,210 or 48 210.</summary>
    Grouped = 2,
    Decimal = 4,

    /// <summary>1.2 million, 26.7k, two dozen.</summary>
    Scaled = 8,
    Signed = 16,

    /// <summary>"nineteen eighty-four".</summary>
    YearInWords = 32,
}

/// <summary>A cardinal number of a text, before its unit is known.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Whole">The same as a plain number, to compare by; -1 where it is no whole number of ordinary size.</param>
/// <param name="Step">The digit it is rounded to, where its form shows one: 0.1 million for "1.2 million"; zero otherwise.</param>
/// <param name="Digits">Digits before the point, as written.</param>
internal readonly record struct Numeral(int Start, int End, Fraction Value, long Whole, Fraction Step, NumeralTraits Traits, int Digits)
{
    /// <summary>Beyond these nothing is compared that way.</summary>
    private const long Most = 1_000_000_000_000_000;

    public static Numeral Of(int start, int end, long value, NumeralTraits traits = NumeralTraits.None, int digits = 0) =>
        new(start, end, new Fraction(value), value, Fraction.Zero, traits, digits);

    public bool Has(NumeralTraits trait) => (Traits & trait) != 0;

    /// <summary>A bare run of digits: what a year, a label or an hour may be.</summary>
    public bool IsPlainDigits => Traits == NumeralTraits.Digits && Whole >= 0;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public bool IsWholeWithin(int least, int most) => Whole >= least && Whole <= most;

    public int ToInt() => (int)Whole;

    public Numeral With(Fraction value, Fraction step, int end) => this with
    {
        End = end,
        Value = value,
        Step = step,
        Whole = value >= 0 && value < Most && Quantity.IsWhole(value) ? value.ToInt64() : -1,
    };

    /// <summary>One that a scale multiplies: "1.2" and million, in million rounded to the last digit written.</summary>
    public Numeral Times(long scale, int end)
    {
        var value = Value * scale;
        var step = Step * scale;
        if (step.IsZero && scale >= 1_000_000)
        {
            // "5 million" is to the nearest million, but nobody writes "1 million" for 1.4.
            var fifth = value.Abs() / 5;
            step = fifth < scale ? fifth : new Fraction(scale);
        }

        return With(value, step, end) with { Traits = Traits | NumeralTraits.Scaled };
    }
}
