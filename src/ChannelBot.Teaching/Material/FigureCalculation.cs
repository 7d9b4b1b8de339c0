using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Material;

/// <summary>What two figures of an article are to each other, and so what can be worked out from them.</summary>
internal enum Relation
{
    /// <summary>A is part of B: what is left of B.</summary>
    Left,

    /// <summary>A is part of B: as a percentage.</summary>
    Share,

    /// <summary>A is part of B: what is left, as a percentage.</summary>
    ShareLeft,

    /// <summary>B is the figure after a change of A percent: what it was before.</summary>
    Before,

    /// <summary>B is the figure after a change of A percent: by how much it changed.</summary>
    Change,

    /// <summary>A and B stand beside each other and A is more: by how much.</summary>
    More,

    /// <summary>A and B stand beside each other and A is more: by what percentage.</summary>
    PercentMore,
}

/// <summary>A calculation with two figures, done by the calculator that answers questions.</summary>
/// <param name="Steps">One after the other, as recorded; the last gives the result.</param>
internal sealed record FigureCalculation(Relation Relation, Figure A, Figure B, IReadOnlyList<CalculationResult> Steps)
{
    public Quantity Result => Steps[^1].Result;

    /// <summary>All that follows from figures that the article itself relates; results that say little, since their bounds are wide, are left out.</summary>
    public static IEnumerable<FigureCalculation> Among(IReadOnlyList<Figure> figures) => figures.SelectMany(figure => With(figure, figures)).Where(IsNarrow);

    private static IEnumerable<FigureCalculation> With(Figure figure, IReadOnlyList<Figure> figures)
    {
        if (Find(figures, figure.PartOf) is { } whole && figure.Quantity.Unit == whole.Quantity.Unit)
        {
            yield return Of(Relation.Left, figure, whole, ("subtract", 'B', 'A'));
            yield return Of(Relation.Share, figure, whole, ("share", 'A', 'B'));
            yield return Of(Relation.ShareLeft, figure, whole, ("subtract", 'B', 'A'), ("share", '1', 'B'));
        }

        if (figure.Form == NumberForm.Percent && figure.Direction != 0 && Find(figures, figure.BaseOf) is { } after)
        {
            var before = ("value_before_change", 'B', figure.Direction > 0 ? 'A' : 'a');
            yield return Of(Relation.Before, figure, after, before);
            yield return Of(Relation.Change, figure, after, before, figure.Direction > 0 ? ("subtract", 'B', '1') : ("subtract", '1', 'B'));
        }

        foreach (var other in figures.Where(other => IsBeside(figure, other)))
        {
            yield return Of(Relation.More, other, figure, (figure.Form == NumberForm.Percent ? "percentage_points" : "subtract", 'A', 'B'));
            if (figure.Form != NumberForm.Percent)
            {
                yield return Of(Relation.PercentMore, other, figure, ("percent_change", 'B', 'A'));
            }
        }
    }

    private static Figure? Find(IReadOnlyList<Figure> figures, string? id) => id is null ? null : figures.FirstOrDefault(figure => figure.Id == id);

    /// <summary>The other stands in the same sentence, measures the same, is certainly more, and neither is a part or a change of the other.</summary>
    private static bool IsBeside(Figure figure, Figure other) =>
        other != figure && other.Sentence == figure.Sentence && other.Form == figure.Form && other.Quantity.Unit == figure.Quantity.Unit
        && figure.Quantity.IsBounded && other.Quantity.IsBounded
        && other.PartOf is null && figure.PartOf is null && other.BaseOf is null && figure.BaseOf is null
        && QuantityArithmetic.Compare(other.Quantity, figure.Quantity) is Comparison.More;

    /// <param name="steps">Function and operands: 'A' or 'B' is a figure, 'a' the first as a fall, '1' the result of the first step.</param>
    private static FigureCalculation Of(Relation relation, Figure a, Figure b, params (string Function, char First, char Second)[] steps)
    {
        var done = new List<CalculationResult>();
        try
        {
            foreach (var (function, first, second) in steps)
            {
                done.Add(Calculator.Run(function, [Operand(first), Operand(second)]));
            }
        }
        catch (UndefinedCalculationException)
        {
            done.Clear();
        }

        return new FigureCalculation(relation, a, b, done);

        CalculationOperand Operand(char name) => name switch
        {
            'A' => new(a.Quantity, a.Id, "article"),
            'a' => new(Negated(a.Quantity), a.Id, "article"),
            'B' => new(b.Quantity, b.Id, "article"),
            _ => new(done[name - '1'].Result, null, "working"),
        };
    }

    /// <summary>A fall as a change below nothing.</summary>
    private static Quantity Negated(Quantity percent) => percent with
    {
        Value = -percent.Value, Low = -percent.High, High = -percent.Low, LowOpen = percent.HighOpen, HighOpen = percent.LowOpen,
    };

    /// <summary>It has a result, whose ends are less than a quarter apart.</summary>
    private static bool IsNarrow(FigureCalculation calculation) =>
        calculation.Steps.Count > 0 && calculation.Result is { Low: { } low, High: { } high } && low > 0 && high * 4 < low * 5;
}
