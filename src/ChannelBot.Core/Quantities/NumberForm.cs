namespace ChannelBot.Core.Quantities;

/// <summary>The form in which a number is written.</summary>
public enum NumberForm
{
    Count,
    Percent,
    Money,
    Measure,
    Fraction,
    OneIn,
    Multiplier,
    Ordinal,
    Clock,
    Date,
    Year,
    Age,
    Score,
    Duration,

    /// <summary>A number that only names something, "No. 10", "COVID-19", "page 6": it counts nothing and is no figure.</summary>
    Label,
}
