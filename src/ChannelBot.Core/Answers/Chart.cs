using System.Text.Json.Serialization;

namespace ChannelBot.Core.Answers;

/// <summary>A comparison of a few figures in one unit, to be drawn as bars from zero.</summary>
/// <param name="Note">What keeps the bars from being compared without more ado, or says which are worked out; null for nothing.</param>
public sealed record Chart(string Title, IReadOnlyList<ChartBar> Bars, string? Note);

/// <param name="Id">By which it can be drawn again: a figure's id, or what is worked out from figures, such as "left:ID".</param>
/// <param name="Label">What it counts, and when.</param>
/// <param name="Text">The figure in words, its bound included: "at least 60".</param>
/// <param name="Low">Null where there is no lower end; one of the two is there.</param>
/// <param name="High">Null where there is no upper end.</param>
/// <param name="Working">How it was worked out, "31 − 17 = 14"; null where the article gives it.</param>
/// <param name="Paragraph">Where its figure stands, counted from 1.</param>
public sealed record ChartBar(string Id, string Label, string Text, double? Low, double? High, string? Working, int Paragraph)
{
    /// <summary>It is one number, with nothing left open.</summary>
    [JsonIgnore]
    public bool IsCertain => Low is { } low && High is { } high && low.Equals(high);
}
