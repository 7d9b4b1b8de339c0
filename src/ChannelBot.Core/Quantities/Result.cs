using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Makes the result of a calculation: names its bound, narrows counts to whole numbers, and keeps its value inside.</summary>
internal static class Result
{
    /// <param name="value">What the operands' own values give; kept only where the interval holds it.</param>
    public static Quantity From(Interval interval, Fraction value, Unit unit, Quantity first, Quantity second, Quantity? third = null) =>
        Made(unit.Dimension is Dimension.Count ? interval.WholeNumbers() : interval, value, unit, first, second, third);

    /// <summary>As <see cref="From"/>, but as it is: so many to each need not be a whole number.</summary>
    public static Quantity OfEach(Interval interval, Fraction value, Unit unit, Quantity first, Quantity second) => Made(interval, value, unit, first, second, null);

    private static Quantity Made(Interval interval, Fraction value, Unit unit, Quantity first, Quantity second, Quantity? third)
    {
        var (low, high) = (interval.Low, interval.High);
        if (low is null && high is null)
        {
            throw new UndefinedCalculationException(
                UndefinedReason.NothingFollows, "Nothing certain follows: the numbers given leave every result possible.");
        }

        var bound = BoundOf(interval, HasRange(first) || HasRange(second) || (third is not null && HasRange(third)));
        value = (low, high) switch
        {
            ({ } only, null) => only,
            (null, { } only) => only,
            (_, { } only) when bound is Bound.LessThan or Bound.AtMost => only,
            ({ } from, _) when bound is Bound.Between => from,
            ({ } from, { } to) => Inside(value, from, to),
            _ => value,
        };
        return new(value, low, high, interval.LowOpen, interval.HighOpen, bound, unit);
    }

    private static Bound BoundOf(Interval interval, bool isOfRange)
    {
        if (interval.IsPoint)
        {
            return Bound.Exact;
        }

        if (interval.High is null)
        {
            return interval.LowOpen ? Bound.MoreThan : Bound.AtLeast;
        }

        // A quotient by "more than 50" goes down to zero without reaching it: that says no more than "positive".
        if (interval.Low is not { } low || (isOfRange && low.IsZero && interval.LowOpen))
        {
            return interval.HighOpen ? Bound.LessThan : Bound.AtMost;
        }

        return isOfRange ? Bound.Between : Bound.About;
    }

    /// <summary>The value of a range is its end, and of an open bound its end as well: neither is a best guess, so nor is the result's.</summary>
    private static bool HasRange(Quantity operand) =>
        operand.Bound is not (Bound.Exact or Bound.Rounded or Bound.About or Bound.Nearly or Bound.JustOver);

    private static Fraction Inside(Fraction value, Fraction low, Fraction high) =>
        value < low || value > high ? (low + high) / 2 : value;
}
