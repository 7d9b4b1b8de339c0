using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Plugins;

/// <summary>Reads back the quantity that a recorded calculation gave.</summary>
internal static class WorkingQuantity
{
    public static Quantity Of(Working working)
    {
        var value = Fraction.FromString(working.Exact, System.Globalization.CultureInfo.InvariantCulture);
        var low = End(working.Low, working.Value, value);
        var high = End(working.High, working.Value, value);
        return new Quantity(value, low, high, working.LowOpen, working.HighOpen, BoundOf(low, high, working), UnitNamed(working.Unit));
    }

    /// <summary>The same the other way: a rise of 18 percent as a fall.</summary>
    public static Quantity Negated(Quantity quantity) => quantity with
    {
        Value = -quantity.Value,
        Low = -quantity.High,
        High = -quantity.Low,
        LowOpen = quantity.HighOpen,
        HighOpen = quantity.LowOpen,
        Bound = quantity.Bound switch
        {
            Bound.AtLeast => Bound.AtMost,
            Bound.AtMost => Bound.AtLeast,
            Bound.MoreThan => Bound.LessThan,
            Bound.LessThan => Bound.MoreThan,
            Bound.Nearly => Bound.JustOver,
            Bound.JustOver => Bound.Nearly,
            var same => same,
        },
    };

    private static Fraction? End(double? end, double value, Fraction exact) => end switch
    {
        null => null,
        { } same when same.Equals(value) => exact,
        { } other => Fraction.FromDoubleRounded(other),
    };

    private static Bound BoundOf(Fraction? low, Fraction? high, Working working) => (low, high) switch
    {
        ({ } from, { } to) when from == to => Bound.Exact,
        (null, _) => working.HighOpen ? Bound.LessThan : Bound.AtMost,
        (_, null) => working.LowOpen ? Bound.MoreThan : Bound.AtLeast,
        _ => Bound.About,
    };

    private static Unit UnitNamed(string name) => name switch
    {
        "" => Unit.None,
        "percent" => Unit.Percent,
        "percentage point" => Unit.PercentagePoint,
        "ratio" => Unit.Ratio,
        _ when name.Contains(" per ", StringComparison.Ordinal) => new Unit(Dimension.Rate, name),
        _ when name.Length == 3 && name.All(char.IsUpper) => Unit.Money(name),
        _ => Unit.CountOf(name),
    };
}
