using System.Collections.Frozen;
using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Turns a quantity into another unit of the same dimension, exactly.</summary>
public static class UnitConversion
{
    /// <summary>How many of the dimension's first unit one of each is. Months and days do not convert: a month has no fixed length.</summary>
    private static readonly FrozenDictionary<(Dimension, string), Fraction> s_sizes = new Dictionary<(Dimension, string), Fraction>
    {
        [(Dimension.Length, "metre")] = 1,
        [(Dimension.Length, "millimetre")] = new(1, 1000),
        [(Dimension.Length, "centimetre")] = new(1, 100),
        [(Dimension.Length, "kilometre")] = 1000,
        [(Dimension.Length, "inch")] = new(254, 10_000),
        [(Dimension.Length, "foot")] = new(3048, 10_000),
        [(Dimension.Length, "yard")] = new(9144, 10_000),
        [(Dimension.Length, "mile")] = new(1_609_344, 1000),
        [(Dimension.Length, "nautical mile")] = 1852,
        [(Dimension.Area, "square metre")] = 1,
        [(Dimension.Area, "square foot")] = new(9_290_304, 100_000_000),
        [(Dimension.Area, "acre")] = new(40_468_564_224, 10_000_000),
        [(Dimension.Area, "hectare")] = 10_000,
        [(Dimension.Area, "square kilometre")] = 1_000_000,
        [(Dimension.Area, "square mile")] = new(2_589_988_110_336, 1_000_000),
        [(Dimension.Volume, "litre")] = 1,
        [(Dimension.Volume, "millilitre")] = new(1, 1000),
        [(Dimension.Volume, "cubic metre")] = 1000,
        [(Dimension.Volume, "pint")] = new(56_826_125, 100_000_000),
        [(Dimension.Volume, "gallon")] = new(454_609, 100_000),
        [(Dimension.Volume, "barrel")] = new(158_987_294_928, 1_000_000_000),
        [(Dimension.Mass, "gram")] = 1,
        [(Dimension.Mass, "milligram")] = new(1, 1000),
        [(Dimension.Mass, "kilogram")] = 1000,
        [(Dimension.Mass, "tonne")] = 1_000_000,
        [(Dimension.Mass, "ounce")] = new(28_349_523_125, 1_000_000_000),
        [(Dimension.Mass, "pound")] = new(45_359_237, 100_000),
        [(Dimension.Mass, "stone")] = new(635_029_318, 100_000),
        [(Dimension.Mass, "ton")] = new(10_160_469_088, 10_000),
        [(Dimension.Time, "second")] = 1,
        [(Dimension.Time, "minute")] = 60,
        [(Dimension.Time, "hour")] = 3600,
        [(Dimension.Time, "day")] = 86_400,
        [(Dimension.Time, "week")] = 604_800,
        [(Dimension.Time, "fortnight")] = 1_209_600,
        [(Dimension.Speed, "kilometre per hour")] = 1,
        [(Dimension.Speed, "metre per second")] = new(36, 10),
        [(Dimension.Speed, "mile per hour")] = new(1_609_344, 1_000_000),
        [(Dimension.Speed, "knot")] = new(1852, 1000),
        [(Dimension.Power, "watt")] = 1,
        [(Dimension.Power, "kilowatt")] = 1000,
        [(Dimension.Power, "megawatt")] = 1_000_000,
        [(Dimension.Power, "gigawatt")] = 1_000_000_000,
        [(Dimension.Energy, "kilowatt-hour")] = 1,
        [(Dimension.Energy, "megawatt-hour")] = 1000,
        [(Dimension.Energy, "gigawatt-hour")] = 1_000_000,
        [(Dimension.Energy, "terawatt-hour")] = 1_000_000_000,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> s_months = new Dictionary<string, int>
    {
        ["month"] = 1, ["year"] = 12, ["decade"] = 120, ["century"] = 1200,
    }.ToFrozenDictionary();

    public static bool CanConvert(Unit from, Unit to) => from == to || Line(from, to) is not null;

    /// <summary>The same quantity in another unit; a bare number becomes a number of <paramref name="to"/>.</summary>
    /// <exception cref="UndefinedCalculationException">The units do not measure the same.</exception>
    public static Quantity In(Quantity quantity, Unit to)
    {
        if (quantity.Unit == to)
        {
            return quantity;
        }

        if (quantity.Unit == Unit.None)
        {
            return quantity with { Unit = to };
        }

        if (Line(quantity.Unit, to) is not var (factor, shift))
        {
            throw new UndefinedCalculationException(
                UndefinedReason.UnlikeUnits, $"A quantity in {UnitName.Plural(quantity.Unit)} cannot be given in {UnitName.Plural(to)}.");
        }

        return quantity with
        {
            Value = (quantity.Value * factor) + shift,
            Low = (quantity.Low * factor) + shift,
            High = (quantity.High * factor) + shift,
            Unit = to,
        };
    }

    /// <summary>The line that leads from one unit to the other: value × factor + shift.</summary>
    private static (Fraction Factor, Fraction Shift)? Line(Unit from, Unit to)
    {
        if (from.Dimension != to.Dimension)
        {
            return null;
        }

        if (from.Dimension is Dimension.Temperature)
        {
            var (factor, shift) = ToCelsius(from.Name);
            var (back, offset) = ToCelsius(to.Name);
            return (factor / back, (shift - offset) / back);
        }

        if (s_sizes.TryGetValue((from.Dimension, from.Name), out var size) && s_sizes.TryGetValue((to.Dimension, to.Name), out var wanted))
        {
            return (size / wanted, Fraction.Zero);
        }

        return from.Dimension is Dimension.Time && s_months.TryGetValue(from.Name, out var months) && s_months.TryGetValue(to.Name, out var each)
            ? (new Fraction(months, each), Fraction.Zero)
            : null;
    }

    private static (Fraction Factor, Fraction Shift) ToCelsius(string name) => name switch
    {
        "degree Fahrenheit" => (new Fraction(5, 9), new Fraction(-160, 9)),
        "kelvin" => (Fraction.One, new Fraction(-27_315, 100)),
        _ => (Fraction.One, Fraction.Zero),
    };
}
