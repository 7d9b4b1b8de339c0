using System.Text.Json.Serialization;
using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>A number that is known to lie in an interval, with its unit. The three never travel apart.</summary>
/// <param name="Value">The number as written ("at least 60" → 60; a range → its lower end). Of a result: a point of the interval,
/// or the one end it has.</param>
/// <param name="Low">Lower end of the interval; null where there is none.</param>
/// <param name="High">Upper end of the interval; null where there is none.</param>
/// <param name="LowOpen">The lower end itself is excluded ("more than 50").</param>
/// <param name="HighOpen">The upper end itself is excluded ("less than 50").</param>
/// <param name="Bound">What the words said.</param>
/// <param name="Unit">What one of it is.</param>
public sealed record Quantity(
    Fraction Value, Fraction? Low, Fraction? High, bool LowOpen, bool HighOpen, Bound Bound, Unit Unit)
{
    /// <summary>How far "about" and "nearly" may be off, as a part of the number.</summary>
    private static readonly Fraction s_tenth = new(1, 10);

    /// <summary>The one number it can be; false for anything hedged, rounded or given as a range.</summary>
    [JsonIgnore]
    public bool IsCertain => Low is { } low && High is { } high && low == high;

    /// <summary>Both ends are known.</summary>
    [JsonIgnore]
    public bool IsBounded => Low is not null && High is not null;

    public static Quantity Exact(Fraction value, Unit? unit = null) =>
        new(value, value, value, false, false, Bound.Exact, unit ?? Unit.None);

    /// <summary>[60, ∞).</summary>
    public static Quantity AtLeast(Fraction value, Unit? unit = null) =>
        new(value, value, null, false, false, Bound.AtLeast, unit ?? Unit.None);

    /// <summary>(50, ∞).</summary>
    public static Quantity MoreThan(Fraction value, Unit? unit = null) =>
        new(value, value, null, true, false, Bound.MoreThan, unit ?? Unit.None);

    /// <summary>(-∞, 50]. The lower end is left open even for a count: nothing was said about it.</summary>
    public static Quantity AtMost(Fraction value, Unit? unit = null) =>
        new(value, null, value, false, false, Bound.AtMost, unit ?? Unit.None);

    /// <summary>(-∞, 50).</summary>
    public static Quantity LessThan(Fraction value, Unit? unit = null) =>
        new(value, null, value, false, true, Bound.LessThan, unit ?? Unit.None);

    /// <summary>"About 40,000": as if rounded to the last digit that is not zero, but never more than a tenth off: 36,000 to 44,000.</summary>
    public static Quantity About(Fraction value, Unit? unit = null)
    {
        var slack = Slack(value, unit);
        return new(value, value - slack, value + slack, false, false, Bound.About, unit ?? Unit.None);
    }

    /// <summary>"Nearly 60": below it, by no more than "about 60" may be off.</summary>
    public static Quantity Nearly(Fraction value, Unit? unit = null) =>
        new(value, value - Slack(value, unit), value, false, true, Bound.Nearly, unit ?? Unit.None);

    /// <summary>"Just over 60": above it, by no more than "about 60" may be off.</summary>
    public static Quantity JustOver(Fraction value, Unit? unit = null) =>
        new(value, value, value + Slack(value, unit), true, false, Bound.JustOver, unit ?? Unit.None);

    /// <summary>A number rounded to <paramref name="digit"/>: 18 percent, rounded to 1, is 17.5 to 18.5.</summary>
    /// <remarks>Both ends belong to it: whether 18.5 is written 18 or 19 depends on who rounds, and we cannot know.</remarks>
    public static Quantity Rounded(Fraction value, Fraction digit, Unit? unit = null)
    {
        var half = digit.Abs() / 2;
        return new(value, value - half, value + half, false, false, Bound.Rounded, unit ?? Unit.None);
    }

    /// <summary>Both ends belong to it. Ends that come the wrong way round are put right.</summary>
    public static Quantity Between(Fraction low, Fraction high, Unit? unit = null) =>
        low <= high
            ? new(low, low, high, false, false, Bound.Between, unit ?? Unit.None)
            : new(high, high, low, false, false, Bound.Between, unit ?? Unit.None);

    /// <summary>The same number taken at its word: a person who says "if it rises by 18 percent" means 18, not 17.6.</summary>
    /// <remarks>Only a rounded number changes; hedges and ranges were meant.</remarks>
    public Quantity TakenExactly() => Bound is Bound.Rounded ? Exact(Value, Unit) : this;

    /// <summary>May the true number be <paramref name="number"/>?</summary>
    public bool Contains(Fraction number) =>
        (Low is not { } low || number > low || (number == low && !LowOpen))
        && (High is not { } high || number < high || (number == high && !HighOpen));

    /// <summary>Is every number that <paramref name="other"/> may be one that this may be?</summary>
    public bool Contains(Quantity other) => Interval.Of(this).Contains(Interval.Of(other));

    /// <summary>Can both be the same number?</summary>
    public bool Overlaps(Quantity other) => Interval.Of(this).Overlaps(Interval.Of(other));

    public override string ToString() => QuantityText.Brief(this);

    /// <summary>Half of the last digit that is not zero, at most a tenth of the number; of a part ("about a third") always a tenth.</summary>
    private static Fraction Slack(Fraction value, Unit? unit)
    {
        if (value.IsZero)
        {
            return Fraction.Zero;
        }

        var half = LastDigit(value) / 2;
        if (unit?.Dimension is Dimension.Calendar)
        {
            return CalendarSlack(half, unit);
        }

        var tenth = value.Abs() * s_tenth;
        var isPart = unit == Unit.Ratio && value.Abs() < 1;
        return half < tenth && !isPart ? half : tenth;
    }

    /// <summary>"About 3 o'clock" is a quarter of an hour either way; "around 2010" five years, "around 2012" one.</summary>
    private static Fraction CalendarSlack(Fraction half, Unit unit) =>
        unit == Unit.Clock ? 15 : half > 5 ? 5 : half < 1 ? Fraction.One : half;

    /// <summary>The place of the last digit that is not zero: 10,000 for 40,000, 0.1 for 4.5; at most 12 places after the point; 1 for 0.</summary>
    internal static Fraction LastDigit(Fraction value)
    {
        if (value.IsZero)
        {
            return Fraction.One;
        }

        var place = Fraction.One;
        for (var decimals = 0; decimals < 12 && !IsWhole(value / place); decimals++)
        {
            place /= 10;
        }

        while (place >= Fraction.One && IsWhole(value / (place * 10)))
        {
            place *= 10;
        }

        return place;
    }

    internal static bool IsWhole(Fraction value) => value.Reduce().Denominator.IsOne;
}
