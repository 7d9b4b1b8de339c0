using ChannelBot.Core.Quantities;
using CsCheck;
using Fractions;

namespace ChannelBot.Core.Tests.Quantities;

/// <summary>A quantity with one of the numbers that it may truly be.</summary>
internal sealed record Possible(Quantity Quantity, Rational Truth);

/// <summary>Quantities of every kind, for property tests.</summary>
internal static class Quantities
{
    /// <summary>Any number with few digits, both signs, with and without decimals, and parts such as 2/3.</summary>
    public static Gen<Fraction> AnyNumber { get; } = Gen.OneOf(
        Gen.Int[-40_000, 40_000].Select(whole => new Fraction(whole)),
        Gen.Select(Gen.Int[-9_999, 9_999], Gen.Int[1, 3], (digits, places) => new Fraction(digits, (int)Math.Pow(10, places))),
        Gen.Select(Gen.Int[-50, 50], Gen.Int[1, 12], (top, bottom) => new Fraction(top, bottom)));

    public static Gen<Fraction> PositiveNumber { get; } = AnyNumber.Select(number => number.IsZero ? Fraction.One : number.Abs());

    public static Gen<string> Word(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    public static Gen<Possible> Any(Unit unit) => Of(AnyNumber, unit);

    public static Gen<Possible> Positive(Unit unit) =>
        Of(PositiveNumber, unit).Where(possible => possible.Truth > 0 && possible.Quantity.Low is not { } low || possible.Quantity.Low > 0);

    private static Gen<Possible> Of(Gen<Fraction> numbers, Unit unit) =>
        Gen.Select(numbers, PositiveNumber, Gen.Int[0, 9], Gen.Int[0, 16]).Select(
            (value, width, kind, place) =>
            {
                var quantity = kind switch
                {
                    0 or 1 => Quantity.Exact(value, unit),
                    2 => Quantity.AtLeast(value, unit),
                    3 => Quantity.MoreThan(value, unit),
                    4 => Quantity.AtMost(value, unit),
                    5 => Quantity.LessThan(value, unit),
                    6 => Quantity.About(value, unit),
                    7 => Quantity.Rounded(value, Quantity.LastDigit(value), unit),
                    8 => Quantity.Between(value, value + width, unit),
                    _ => value.IsPositive ? Quantity.Nearly(value, unit) : Quantity.Exact(value, unit),
                };
                return new Possible(quantity, Rational.Of(Pick(quantity, place)));
            });

    /// <summary>One of the numbers it may be: its ends where they belong to it, and places between and beyond.</summary>
    private static Fraction Pick(Quantity quantity, int place)
    {
        var number = (quantity.Low, quantity.High) switch
        {
            ({ } low, { } high) => low + ((high - low) * place / 16),
            ({ } low, null) => low + new Fraction(place * place, 3),
            (null, { } high) => high - new Fraction(place * place, 3),
            _ => new Fraction(place),
        };
        return quantity.Contains(number) ? number : (quantity.Low, quantity.High) switch
        {
            ({ } low, { } high) => (low + high) / 2,
            ({ } low, null) => low + 1,
            _ => quantity.High!.Value - 1,
        };
    }
}
