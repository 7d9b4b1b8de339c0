using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Turns a quantity into another unit of the same dimension, exactly.</summary>
public static class UnitConversion
{
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

        if (from.Dimension is Dimension.Count or Dimension.Money or Dimension.Rate or Dimension.Calendar)
        {
            return null;
        }

        if (SizeOf(from.Name) is { } size && SizeOf(to.Name) is { } wanted)
        {
            return (size / wanted, Fraction.Zero);
        }

        return from.Dimension is Dimension.Time && MonthsOf(from.Name) is { } months && MonthsOf(to.Name) is { } each
            ? (months / each, Fraction.Zero)
            : null;
    }

    /// <summary>How many of the dimension's first unit one is; null where it does not convert. Names of units are unique among these dimensions.</summary>
    private static Fraction? SizeOf(string unit) => unit switch
    {
        "metre" => Size(1),
        "millimetre" => Size(1, 1000),
        "centimetre" => Size(1, 100),
        "kilometre" => Size(1000),
        "inch" => Size(254, 10_000),
        "foot" => Size(3048, 10_000),
        "yard" => Size(9144, 10_000),
        "mile" => Size(1_609_344, 1000),
        "nautical mile" => Size(1852),
        "square metre" => Size(1),
        "square foot" => Size(9_290_304, 100_000_000),
        "acre" => Size(40_468_564_224, 10_000_000),
        "hectare" => Size(10_000),
        "square kilometre" => Size(1_000_000),
        "square mile" => Size(2_589_988_110_336, 1_000_000),
        "litre" => Size(1),
        "millilitre" => Size(1, 1000),
        "cubic metre" => Size(1000),
        "pint" => Size(56_826_125, 100_000_000),
        "gallon" => Size(454_609, 100_000),
        "barrel" => Size(158_987_294_928, 1_000_000_000),
        "gram" => Size(1),
        "milligram" => Size(1, 1000),
        "kilogram" => Size(1000),
        "tonne" => Size(1_000_000),
        "ounce" => Size(28_349_523_125, 1_000_000_000),
        "pound" => Size(45_359_237, 100_000),
        "stone" => Size(635_029_318, 100_000),
        "ton" => Size(10_160_469_088, 10_000),
        "second" => Size(1),
        "minute" => Size(60),
        "hour" => Size(3600),
        "day" => Size(86_400),
        "week" => Size(604_800),
        "fortnight" => Size(1_209_600),
        "kilometre per hour" => Size(1),
        "metre per second" => Size(36, 10),
        "mile per hour" => Size(1_609_344, 1_000_000),
        "knot" => Size(1852, 1000),
        "watt" => Size(1),
        "kilowatt" => Size(1000),
        "megawatt" => Size(1_000_000),
        "gigawatt" => Size(1_000_000_000),
        "kilowatt-hour" => Size(1),
        "megawatt-hour" => Size(1000),
        "gigawatt-hour" => Size(1_000_000),
        "terawatt-hour" => Size(1_000_000_000),
        _ => null,
    };

    /// <summary>A month has no fixed number of days, so these convert only among themselves.</summary>
    private static Fraction? MonthsOf(string unit) => unit switch
    {
        "month" => Size(1),
        "year" => Size(12),
        "decade" => Size(120),
        "century" => Size(1200),
        _ => null,
    };

    private static Fraction Size(long numerator, long denominator = 1) => new(numerator, denominator);

    private static (Fraction Factor, Fraction Shift) ToCelsius(string name) => name switch
    {
        "degree Fahrenheit" => (new Fraction(5, 9), new Fraction(-160, 9)),
        "kelvin" => (Fraction.One, new Fraction(-27_315, 100)),
        _ => (Fraction.One, Fraction.Zero),
    };
}
