using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Charts;

/// <summary>A figure that can be drawn, the article's or worked out.</summary>
/// <param name="Figures">The article's figures that it is, or is worked out from.</param>
/// <param name="Steps">The calculations, of which the last gives it; none where the article gives it.</param>
/// <param name="IsOfDeath">It counts people who died.</param>
public sealed record Drawable(ChartBar Bar, Quantity Quantity, IReadOnlyList<Figure> Figures, IReadOnlyList<CalculationResult> Steps, bool IsOfDeath)
{
    /// <summary>A figure's id; "left:ID" is what a part leaves of its whole, "before:ID" what there was before a change, "subtract(ID,ID)" and
    /// "sum(ID,ID)" what those functions of the calculator give.</summary>
    public string Id => Bar.Id;

    public bool IsWorkedOut => Steps.Count > 0;
}
