using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>How sure a number is, as its words say.</summary>
public enum Bound
{
    Exact,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
    Rounded,
    Between,
}

/// <summary>A number that is known to lie in an interval, with its unit. The three never travel apart.</summary>
/// <param name="Value">The number as written ("at least 60" → 60; a range → its lower end).</param>
/// <param name="Low">Lower end of the interval; null where there is none.</param>
/// <param name="High">Upper end of the interval; null where there is none.</param>
/// <param name="LowOpen">The lower end itself is excluded ("more than 50").</param>
/// <param name="HighOpen">The upper end itself is excluded ("less than 50").</param>
/// <param name="Bound">What the words said.</param>
/// <param name="Unit">What one of it is.</param>
public sealed record Quantity(
    Fraction Value, Fraction? Low, Fraction? High, bool LowOpen, bool HighOpen, Bound Bound, Unit Unit);
