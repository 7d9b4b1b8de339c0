using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Exact arithmetic that carries bounds and units through.</summary>
/// <remarks>
/// A result holds every number that the operands allow, and as few others as the operation lets it: each formula names each
/// operand once. A result that counts things is narrowed to the whole numbers inside it; so many to each need not be whole.
/// All throw <see cref="UndefinedCalculationException"/> where there is no result.
/// </remarks>
public static class QuantityArithmetic
{
    private static readonly Fraction s_hundred = new(100);

    public static Quantity Add(Quantity left, Quantity right)
    {
        var unit = UnitRules.OfSum(left.Unit, right.Unit);
        (left, right) = UnitRules.Aligned(left, right);
        return Result.From(Interval.Of(left) + Interval.Of(right), left.Value + right.Value, unit, left, right);
    }

    /// <exception cref="UndefinedCalculationException">There are no operands, or they do not add.</exception>
    public static Quantity Sum(IReadOnlyList<Quantity> operands)
    {
        if (operands.Count == 0)
        {
            throw new UndefinedCalculationException(UndefinedReason.NoOperands, "There is nothing to add up.");
        }

        var sum = operands[0];
        for (var i = 1; i < operands.Count; i++)
        {
            sum = Add(sum, operands[i]);
        }

        return sum;
    }

    /// <summary>How much more the first is than the second. Two percentages differ by percentage points.</summary>
    public static Quantity Subtract(Quantity left, Quantity right)
    {
        var unit = UnitRules.OfDifference(left.Unit, right.Unit);
        (left, right) = UnitRules.Aligned(left, right);
        return Result.From(Interval.Of(left) - Interval.Of(right), left.Value - right.Value, unit, left, right);
    }

    /// <summary>The product; a percentage takes its part of the other. Of two counts the result counts what the second does:
    /// 40 boats of 50 people each are people.</summary>
    public static Quantity Multiply(Quantity left, Quantity right)
    {
        var (unit, scale) = UnitRules.OfProduct(left.Unit, right.Unit);
        return Result.From(
            Interval.Of(left) * Interval.Of(right) * Interval.Point(scale), left.Value * right.Value * scale, unit, left, right);
    }

    /// <summary>The quotient: a ratio of like things, a rate of unlike ones.</summary>
    public static Quantity Divide(Quantity left, Quantity right)
    {
        var (unit, scale) = UnitRules.OfQuotient(left.Unit, right.Unit);
        if (unit == Unit.Ratio)
        {
            (left, right) = UnitRules.Aligned(left, right);
        }

        return Quotient(left, right, scale, unit);
    }

    /// <summary>How many times the second goes into the first.</summary>
    public static Quantity Ratio(Quantity left, Quantity right)
    {
        UnitRules.RequireComparable(left.Unit, right.Unit, "compared by their ratio");
        (left, right) = UnitRules.Aligned(left, right);
        return Quotient(left, right, Fraction.One, Unit.Ratio);
    }

    /// <summary>The part as a percentage of the whole.</summary>
    public static Quantity Share(Quantity part, Quantity whole)
    {
        UnitRules.RequireComparable(part.Unit, whole.Unit, "set against each other as a share");
        (part, whole) = UnitRules.Aligned(part, whole);
        return Quotient(part, whole, s_hundred, Unit.Percent);
    }

    /// <summary>(<paramref name="left"/> − <paramref name="right"/>) ÷ <paramref name="whole"/> × 100, in percentage points.</summary>
    public static Quantity DifferenceOfShares(Quantity left, Quantity right, Quantity whole)
    {
        UnitRules.RequireComparable(left.Unit, whole.Unit, "set against each other as a share");
        (left, whole) = UnitRules.Aligned(left, whole);
        return Quotient(Subtract(left, right), whole, s_hundred, Unit.PercentagePoint);
    }

    /// <summary>From before to after, in percent; a fall is negative.</summary>
    public static Quantity PercentChange(Quantity before, Quantity after)
    {
        UnitRules.RequireComparable(before.Unit, after.Unit, "compared as before and after");
        (after, before) = UnitRules.Aligned(after, before);

        // after ÷ before × 100 − 100 names each operand once, so the result is as narrow as it can be.
        var grown = Division(Interval.Of(after), before, s_hundred);
        return Result.From(
            grown - Interval.Point(s_hundred), (after.Value / NonZero(before) * s_hundred) - s_hundred, Unit.Percent, after, before);
    }

    /// <summary>How many percentage points the first is above the second.</summary>
    public static Quantity PercentagePoints(Quantity left, Quantity right)
    {
        if (!UnitRules.IsPercentLike(left.Unit) || !UnitRules.IsPercentLike(right.Unit))
        {
            throw new UndefinedCalculationException(
                UndefinedReason.UnlikeUnits, "Percentage points are the difference of two percentages; these are not both percentages.");
        }

        return Result.From(
            Interval.Of(left) - Interval.Of(right), left.Value - right.Value, Unit.PercentagePoint, left, right);
    }

    /// <summary>What <paramref name="before"/> becomes when it changes by so many percent (a fall is negative).</summary>
    public static Quantity ValueAfterChange(Quantity before, Quantity change)
    {
        var factor = Factor(change);
        return Result.From(
            Interval.Of(before) * factor, before.Value * (s_hundred + change.Value) / s_hundred, before.Unit, before, change);
    }

    /// <summary>What it was before it changed by so many percent to <paramref name="after"/> (a fall is negative).</summary>
    public static Quantity ValueBeforeChange(Quantity after, Quantity change)
    {
        var factor = Factor(change);
        if (factor.HoldsZero || change.Value == -s_hundred)
        {
            throw new UndefinedCalculationException(
                UndefinedReason.DivisionByZero, "A fall of 100 percent leaves nothing, so the value before it cannot be worked out.");
        }

        return Result.From(
            Interval.Of(after) * factor.Inverted, after.Value * s_hundred / (s_hundred + change.Value), after.Unit, after, change);
    }

    /// <summary>So many for each <paramref name="per"/> of the second: deaths per 1,000 arrivals, arrivals per day.</summary>
    public static Quantity RatePer(Quantity left, Quantity right, Quantity per)
    {
        UnitRules.RequireComparable(right.Unit, per.Unit, "used as one and the same base of a rate");
        (per, right) = UnitRules.Aligned(per, right);
        var unit = UnitRules.OfRate(left.Unit, right.Unit, per);
        return Quotient(left, right, per.Value, unit);
    }

    /// <summary>If it goes on at the same rate: <paramref name="so"/> in <paramref name="span"/> gives so many in <paramref name="target"/>.</summary>
    /// <remarks>The caller states the assumption; see <see cref="Calculator"/>.</remarks>
    public static Quantity Extrapolate(Quantity so, Quantity span, Quantity target)
    {
        UnitRules.RequireComparable(span.Unit, target.Unit, "used as the spans of one trend");
        (target, span) = UnitRules.Aligned(target, span);
        var scaled = Interval.Of(so) * Division(Interval.Of(target), span, Fraction.One);
        return Result.From(scaled, so.Value * target.Value / NonZero(span), so.Unit, so, span, target);
    }

    /// <summary>What can be said of the first against the second.</summary>
    public static Comparison Compare(Quantity left, Quantity right)
    {
        UnitRules.RequireComparable(left.Unit, right.Unit, "compared");
        (left, right) = UnitRules.Aligned(left, right);
        var (first, second) = (Interval.Of(left), Interval.Of(right));
        return first switch
        {
            _ when second.IsBelow(first) => Comparison.More,
            _ when first.IsBelow(second) => Comparison.Less,
            { IsPoint: true } when second.IsPoint => Comparison.Equal,
            _ when second.IsNotAbove(first) => Comparison.NotLess,
            _ when first.IsNotAbove(second) => Comparison.NotMore,
            _ => Comparison.CannotBeSaid,
        };
    }

    private static Quantity Quotient(Quantity left, Quantity right, Fraction scale, Unit unit) => Result.OfEach(
        Division(Interval.Of(left), right, scale), left.Value / NonZero(right) * scale, unit, left, right);

    private static Interval Division(Interval left, Quantity right, Fraction scale)
    {
        var divisor = UnitRules.AsDivisor(right);
        if (divisor.HoldsZero)
        {
            throw new UndefinedCalculationException(
                UndefinedReason.DivisionByZero,
                divisor.IsPoint ? "Nothing can be divided by zero." : $"The number to divide by, {QuantityText.Brief(right)}, may be zero.");
        }

        var quotient = left * divisor.Inverted * Interval.Point(scale);
        return quotient is { High: null, Low.IsZero: true, LowOpen: true }
            ? throw new UndefinedCalculationException(
                UndefinedReason.NothingFollows, "Nothing certain follows: neither number has an upper end, so their ratio may be anything.")
            : quotient;
    }

    /// <summary>The divisor's value; where that is zero though the interval does not hold it ("more than 0"), there is no one quotient to name.</summary>
    private static Fraction NonZero(Quantity divisor) => divisor.Value.IsZero ? Fraction.One : divisor.Value;

    private static Interval Factor(Quantity change)
    {
        if (!UnitRules.IsPercentLike(change.Unit))
        {
            throw new UndefinedCalculationException(
                UndefinedReason.UnlikeUnits, $"A change must be a percentage, not {UnitName.Plural(change.Unit)}.");
        }

        // "A rise of at most 5 percent" has no lower end, but nothing falls by more than all of it.
        var interval = Interval.Of(change);
        interval = interval.Low is null && change.Value > -s_hundred ? interval with { Low = -s_hundred, LowOpen = true } : interval;
        return (interval + Interval.Point(s_hundred)) * Interval.Point(new Fraction(1, 100));
    }
}
