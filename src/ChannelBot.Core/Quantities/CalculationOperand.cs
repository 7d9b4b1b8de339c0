using ChannelBot.Core.Answers;

namespace ChannelBot.Core.Quantities;

/// <summary>One number that goes into a calculation, with where it comes from.</summary>
/// <param name="FigureId">Figure of the article; null for the user's own number, a constant or an earlier result.</param>
/// <param name="Source">"article", "user", "working" or "constant".</param>
/// <param name="Citation">The citation that shows it.</param>
public sealed record CalculationOperand(Quantity Quantity, string? FigureId, string Source, int? Citation = null);

/// <summary>What a calculation gave, and its record for the answer.</summary>
/// <param name="Result">Of <c>compare</c>: the difference, the first less the second.</param>
/// <param name="Comparison">Only of <c>compare</c>.</param>
public sealed record CalculationResult(Quantity Result, Working Working, Comparison? Comparison = null);
