using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Charts;

/// <summary>A comparison of a few figures in one unit, to be drawn as bars from zero.</summary>
/// <param name="Note">What keeps the bars from being compared without more ado, or says which are worked out; null for nothing.</param>
public sealed record Chart(string Title, IReadOnlyList<ChartBar> Bars, string? Note);

/// <param name="Label">What it counts, and when.</param>
/// <param name="Text">The figure in words, its bound included: "at least 60".</param>
/// <param name="Working">How it was worked out; null where the article gives it.</param>
/// <param name="Paragraph">Where its figure stands, counted from 1.</param>
public sealed record ChartBar(string Label, Quantity Quantity, string Text, Working? Working, int Paragraph);
