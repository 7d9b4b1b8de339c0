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
    Volume,
    Power,
    Energy,

    /// <summary>So much of one thing for each of another: people per day.</summary>
    Rate,

    /// <summary>A place in time, not a length of it: a year, a date, a time of day. See <see cref="Unit.Year"/>.</summary>
    Calendar,
}
