namespace ChannelBot.Core.Quantities;

/// <summary>What a unit measures. Only like can be added to like.</summary>
public enum Dimension
{
    Count,
    Percent,
    PercentagePoints,
    Money,
    Length,
    Area,
    Mass,
    Time,
    Temperature,
    Speed,
    Ratio,
    None,
}

/// <summary>What one of a quantity is: a person, a percent, a pound sterling, a kilometre.</summary>
/// <param name="Dimension">What it measures.</param>
/// <param name="Name">Singular, lower case: "person", "body", "percent", "GBP", "kilometre"; for a count, the noun counted.</param>
public sealed record Unit(Dimension Dimension, string Name)
{
    public static Unit Percent { get; } = new(Dimension.Percent, "percent");

    public static Unit PercentagePoint { get; } = new(Dimension.PercentagePoints, "percentage point");

    public static Unit None { get; } = new(Dimension.None, "");

    public static Unit CountOf(string noun) => new(Dimension.Count, noun);
}
