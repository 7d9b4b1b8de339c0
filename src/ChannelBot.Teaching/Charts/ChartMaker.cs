using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Handouts;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Charts;

/// <summary>A figure that can be drawn, the article's or worked out.</summary>
/// <param name="Id">A figure's id; "left:ID" is what a part leaves of its whole, "before:ID" what there was before a change.</param>
public sealed record Drawable(string Id, ChartBar Bar, string? Period);

/// <summary>Chooses what a chart shows.</summary>
public sealed class ChartMaker
{
    public const int FewestBars = 2;
    public const int MostBars = 6;

    private readonly ArticleView _article;

    public ChartMaker(KnowledgeFile knowledge)
    {
        _article = new ArticleView(knowledge);
        var figures = knowledge.Figures.Where(IsDrawable).ToArray();
        Drawables =
        [
            .. figures.Select(Given),
            .. FigureCalculation.Among(figures).Where(calculation => calculation.Relation is Relation.Left or Relation.Before).Select(Computed),
        ];
    }

    public IReadOnlyList<Drawable> Drawables { get; }

    /// <exception cref="BadInputException">There are too few or too many, one is not there, or they have different units.</exception>
    public Chart Make(IReadOnlyList<string> ids)
    {
        if (ids.Count is < FewestBars or > MostBars)
        {
            throw new BadInputException("figures", $"A chart compares {FewestBars} to {MostBars} figures; {ids.Count} came. 'channelbot chart' alone lists them.");
        }

        var chosen = ids.Select(id => Drawables.FirstOrDefault(drawable => drawable.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInputException("figures", $"'{id}' is no figure that can be drawn. 'channelbot chart' alone lists them.")).ToArray();
        var unlike = chosen.FirstOrDefault(other => other.Bar.Quantity.Unit != chosen[0].Bar.Quantity.Unit);
        return unlike is null
            ? Of(chosen)
            : throw new BadInputException(
                "figures", $"'{chosen[0].Id}' counts {UnitName.Plural(chosen[0].Bar.Quantity.Unit)} and '{unlike.Id}' {UnitName.Plural(unlike.Bar.Quantity.Unit)}: one scale cannot show both.");
    }

    /// <summary>Charts that the article itself suggests: a part, what it leaves and the whole; before and after a change. None about deaths.</summary>
    internal IEnumerable<Chart> Suggested()
    {
        foreach (var derived in Drawables.Where(drawable => drawable.Bar.Working is not null))
        {
            var (kind, id) = (derived.Id.Split(':')[0], derived.Id[(derived.Id.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var figure = _article.Knowledge.Figures.First(figure => figure.Id == id);
            string[] ids = kind is "left" ? [derived.Id, id, figure.PartOf!] : [derived.Id, figure.BaseOf!];
            if (!_article.IsOfDeath(figure))
            {
                yield return Make(ids);
            }
        }
    }

    private static Chart Of(Drawable[] chosen)
    {
        var unit = UnitName.Plural(chosen[0].Bar.Quantity.Unit);
        var periods = chosen.Where(drawable => drawable.Bar.Working is null).Select(drawable => drawable.Period?.ToLowerInvariant()).Distinct().ToArray();
        string?[] notes =
        [
            chosen.Any(drawable => drawable.Bar.Working is not null) ? "Figures marked * are worked out." : null,
            periods.Length > 1 ? "The figures are not all of the same time." : null,
        ];
        return new Chart(char.ToUpperInvariant(unit[0]) + unit[1..], [.. chosen.Select(drawable => drawable.Bar)], string.Join(' ', notes.OfType<string>()) is { Length: > 0 } note ? note : null);
    }

    private bool IsDrawable(Figure figure) =>
        figure.Form is NumberForm.Count or NumberForm.Percent or NumberForm.Money or NumberForm.Measure or NumberForm.Duration
        && figure.Quantity.Unit.Dimension is not (Dimension.Calendar or Dimension.None or Dimension.Temperature)
        && figure.Quantity is { Low: null or { IsNegative: false }, High: null or { IsPositive: true } }
        && _article.IsConfirmed(figure);

    private Drawable Given(Figure figure) => new(
        figure.Id, new ChartBar(Called(figure), figure.Quantity, QuantityText.WithInterval(figure.Quantity), null, Paragraph(figure)), figure.Period);

    private Drawable Computed(FigureCalculation calculation)
    {
        var isLeft = calculation.Relation is Relation.Left;
        var label = isLeft
            ? $"{Called(calculation.B)}, less {Called(calculation.A)}"
            : $"{Called(calculation.B)}: before the {(calculation.A.Direction > 0 ? "rise" : "fall")}{(calculation.A.Comparator is { } comparator ? $", {comparator}" : "")}";
        return new Drawable(
            $"{(isLeft ? "left" : "before")}:{calculation.A.Id}",
            new ChartBar(label, calculation.Result, QuantityText.WithInterval(calculation.Result), calculation.Steps[^1].Working, Paragraph(calculation.A)),
            null);
    }

    private string Called(Figure figure) => _article.IsCurated ? figure.Name : Surroundings.Of(figure, _article);

    private int Paragraph(Figure figure) => _article.Sentence(figure.Sentence).Paragraph;
}
