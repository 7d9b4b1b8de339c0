namespace ChannelBot.Core.Quantities;

/// <summary>What one of a quantity is: a person, a percent, a pound sterling, a kilometre.</summary>
/// <param name="Dimension">What it measures.</param>
/// <param name="Name">Singular, lower case: "person", "body", "percent", "GBP", "kilometre"; for a count, the noun counted.</param>
public sealed record Unit(Dimension Dimension, string Name)
{
    public static Unit Percent { get; } = new(Dimension.Percent, "percent");

    public static Unit PercentagePoint { get; } = new(Dimension.PercentagePoints, "percentage point");

    /// <summary>A bare number: nobody has said what it counts.</summary>
    public static Unit None { get; } = new(Dimension.None, "");

    /// <summary>So many times: a third, doubled, 1.32 to 1.</summary>
    public static Unit Ratio { get; } = new(Dimension.Ratio, "ratio");

    public static Unit Day { get; } = new(Dimension.Time, "day");

    public static Unit Month { get; } = new(Dimension.Time, "month");

    /// <summary>Twelve months; the calendar's 2024 is <see cref="Year"/>.</summary>
    public static Unit YearLong { get; } = new(Dimension.Time, "year");

    /// <summary>A year of the calendar: the value is its number.</summary>
    public static Unit Year { get; } = new(Dimension.Calendar, "year");

    /// <summary>A date: the value is its digits, 20240312 for 12 March 2024; 312 for 12 March; 20240300 for March 2024.</summary>
    public static Unit Date { get; } = new(Dimension.Calendar, "date");

    /// <summary>A time of day: the value is in minutes since midnight.</summary>
    public static Unit Clock { get; } = new(Dimension.Calendar, "clock");

    public static Unit CountOf(string noun) => new(Dimension.Count, noun);

    /// <param name="currency">ISO 4217: "GBP".</param>
    public static Unit Money(string currency) => new(Dimension.Money, currency);

    /// <summary>"person per day", "death per 100,000 persons".</summary>
    public static Unit Rate(string of, string per) => new(Dimension.Rate, $"{of} per {per}");
}
