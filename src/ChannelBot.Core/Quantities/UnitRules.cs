using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Which quantities may be put together, and what comes out.</summary>
internal static class UnitRules
{
    private static readonly Fraction s_hundredth = new(1, 100);

    public static bool IsPercentLike(Unit unit) => unit.Dimension is Dimension.Percent or Dimension.PercentagePoints || unit == Unit.None;

    /// <summary>The unit of a sum. Counts must be of the same noun: what both count may overlap.</summary>
    public static Unit OfSum(Unit left, Unit right)
    {
        if (left == right && left.Dimension is not Dimension.Calendar)
        {
            return left;
        }

        return (left.Dimension, right.Dimension) switch
        {
            (Dimension.Percent, Dimension.PercentagePoints) => left,
            (Dimension.PercentagePoints, Dimension.Percent) => right,
            (Dimension.None, not (Dimension.Percent or Dimension.Calendar)) => right,
            (not (Dimension.Percent or Dimension.Calendar), Dimension.None) => left,
            (Dimension.Count, Dimension.Count) => throw Unlike(
                $"They count different things, {UnitName.Plural(left)} and {UnitName.Plural(right)}, so adding them needs an assumption."),
            _ when left.Dimension is not Dimension.Calendar && UnitConversion.CanConvert(right, left) => left,
            _ => throw Unlike($"{Capital(left)} and {UnitName.Plural(right)} cannot be added."),
        };
    }

    /// <summary>The unit of a difference. Counts of different nouns may differ by so many; percentages differ by points.</summary>
    public static Unit OfDifference(Unit left, Unit right) => (left.Dimension, right.Dimension) switch
    {
        (Dimension.Percent, Dimension.Percent) => Unit.PercentagePoint,
        (Dimension.Calendar, Dimension.Calendar) when left == right && left == Unit.Year => Unit.YearLong,
        (Dimension.Calendar, Dimension.Calendar) when left == right && left == Unit.Clock => new(Dimension.Time, "minute"),
        (Dimension.Count, Dimension.Count) => left,
        (Dimension.Calendar, _) or (_, Dimension.Calendar) =>
            throw Unlike($"{Capital(left)} and {UnitName.Plural(right)} cannot be subtracted."),
        (Dimension.PercentagePoints, Dimension.Percent) or (Dimension.Percent, Dimension.None) => Unit.PercentagePoint,
        (Dimension.Percent, Dimension.PercentagePoints) => left,
        _ => OfDifferenceOfLike(left, right),
    };

    /// <summary>The unit of a product, and what to multiply by besides: a percent is a hundredth.</summary>
    public static (Unit Unit, Fraction Scale) OfProduct(Unit left, Unit right) => (left.Dimension, right.Dimension) switch
    {
        (Dimension.Calendar, _) or (_, Dimension.Calendar) =>
            throw Unlike($"{Capital(left)} and {UnitName.Plural(right)} cannot be multiplied."),
        (Dimension.Percent, _) => (right, s_hundredth),
        (_, Dimension.Percent) => (left, s_hundredth),
        (Dimension.None or Dimension.Ratio, _) => (right, Fraction.One),
        (_, Dimension.None or Dimension.Ratio) => (left, Fraction.One),
        (Dimension.Rate, _) when PartsOf(left) is var (of, per) && per == right.Name => (of, Fraction.One),
        (_, Dimension.Rate) when PartsOf(right) is var (of, per) && per == left.Name => (of, Fraction.One),
        (Dimension.Count, Dimension.Temperature) or (Dimension.Temperature, Dimension.Count) =>
            throw Unlike("A temperature cannot be multiplied by a count."),
        (Dimension.Count, _) => (right, Fraction.One),
        (_, Dimension.Count) => (left, Fraction.One),
        _ => throw Unlike($"{Capital(left)} and {UnitName.Plural(right)} cannot be multiplied."),
    };

    /// <summary>The unit of a quotient, and what to multiply by besides.</summary>
    public static (Unit Unit, Fraction Scale) OfQuotient(Unit left, Unit right) => (left.Dimension, right.Dimension) switch
    {
        (Dimension.Calendar or Dimension.Temperature, _) or (_, Dimension.Calendar or Dimension.Temperature) =>
            throw Unlike($"{Capital(left)} and {UnitName.Plural(right)} cannot be divided."),
        (Dimension.Percent or Dimension.PercentagePoints, Dimension.Percent or Dimension.PercentagePoints) => (Unit.Ratio, Fraction.One),
        (_, Dimension.Percent) => (left, new Fraction(100)),
        (_, Dimension.None or Dimension.Ratio) => (left, Fraction.One),
        (Dimension.None, _) => (Unit.Ratio, Fraction.One),
        (Dimension.Rate, Dimension.Rate) => OfRates(left, right),
        _ when left == right || (left.Dimension is not Dimension.Count && UnitConversion.CanConvert(left, right)) => (Unit.Ratio, Fraction.One),
        (Dimension.Money, Dimension.Money) => throw Unlike($"{left.Name} and {right.Name} are different currencies."),
        _ => (Unit.Rate(NameOf(left), NameOf(right)), Fraction.One),
    };

    /// <summary>"death per 1,000 arrivals", "arrival per day".</summary>
    public static Unit OfRate(Unit left, Unit right, Quantity per)
    {
        _ = OfQuotient(left, right.Dimension is Dimension.Percent ? Unit.None : right);
        var one = per.Value == Fraction.One;
        var counted = one ? NameOf(right) : $"{NumberText.Exact(per.Value)} {UnitName.Plural(right)}";
        return Unit.Rate(NameOf(left), counted);
    }

    /// <exception cref="UndefinedCalculationException">They do not measure the same.</exception>
    public static void RequireComparable(Unit left, Unit right, string what)
    {
        if (left == Unit.None || right == Unit.None || UnitConversion.CanConvert(left, right)
            || (left.Dimension is Dimension.Count && right.Dimension is Dimension.Count)
            || (IsPercentLike(left) && IsPercentLike(right)))
        {
            return;
        }

        throw Unlike(left.Dimension is Dimension.Money && right.Dimension is Dimension.Money
            ? $"{left.Name} and {right.Name} are different currencies and cannot be {what}."
            : $"{Capital(left)} and {UnitName.Plural(right)} cannot be {what}.");
    }

    /// <summary>Both in the first's unit, where one converts into the other.</summary>
    public static (Quantity Left, Quantity Right) Aligned(Quantity left, Quantity right) =>
        left.Unit != right.Unit && left.Unit != Unit.None && right.Unit != Unit.None && UnitConversion.CanConvert(right.Unit, left.Unit)
            ? (left, UnitConversion.In(right, left.Unit))
            : (left, right);

    /// <summary>What one may be divided by: "fewer than 50" people are some people, so the divisor is above zero.</summary>
    public static Interval AsDivisor(Quantity quantity)
    {
        var interval = Interval.Of(quantity);
        var mayBeNegative = quantity.Unit.Dimension is Dimension.Percent or Dimension.PercentagePoints or Dimension.Temperature;
        return interval.Low is null && interval.High is { IsPositive: true } && !mayBeNegative
            ? interval with { Low = Fraction.Zero, LowOpen = true }
            : interval;
    }

    private static Unit OfDifferenceOfLike(Unit left, Unit right) =>
        left == right ? left
        : left == Unit.None ? right
        : right == Unit.None || UnitConversion.CanConvert(right, left) ? left
        : throw Unlike($"{Capital(left)} and {UnitName.Plural(right)} cannot be subtracted.");

    private static (Unit, Fraction) OfRates(Unit left, Unit right) =>
        left == right
            ? (Unit.Ratio, Fraction.One)
            : throw Unlike($"{Capital(left)} and {UnitName.Plural(right)} cannot be divided.");

    /// <summary>The two sides of a rate "GBP per person"; null where it is per so many.</summary>
    private static (Unit Of, string Per)? PartsOf(Unit rate)
    {
        var at = rate.Name.IndexOf(" per ", StringComparison.Ordinal);
        return at <= 0 ? null : (UnitNamed(rate.Name[..at]), rate.Name[(at + " per ".Length)..]);
    }

    private static Unit UnitNamed(string name) =>
        name.Length == 3 && char.IsUpper(name[0]) ? Unit.Money(name) : Unit.CountOf(name);

    private static string NameOf(Unit unit) => unit.Name.Length == 0 ? "one" : unit.Name;

    private static string Capital(Unit unit)
    {
        var name = UnitName.Plural(unit);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static UndefinedCalculationException Unlike(string message) => new(UndefinedReason.UnlikeUnits, message);
}
