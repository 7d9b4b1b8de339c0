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
/// <param name="Step">The digit it is rounded to, where its form shows one: 0.1 million for "1.2 million"; zero otherwise.</param>
/// <param name="Digits">Digits before the point, as written.</param>
internal readonly record struct Numeral(int Start, int End, Fraction Value, Fraction Step, NumeralTraits Traits, int Digits)
{
    public bool Has(NumeralTraits trait) => (Traits & trait) != 0;

    /// <summary>A bare run of digits: what a year, a label or an hour may be.</summary>
    public bool IsPlainDigits => (Traits & ~NumeralTraits.None) == NumeralTraits.Digits;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public bool IsWholeWithin(int least, int most) => Value >= least && Value <= most && Quantity.IsWhole(Value);

    public int ToInt() => (int)Value.ToInt64();

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

        return this with { End = end, Value = value, Step = step, Traits = Traits | NumeralTraits.Scaled };
    }
}
