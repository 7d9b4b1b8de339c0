using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Handouts;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Charts;

/// <summary>Makes charts of an article's figures.</summary>
public sealed class ChartMaker
{
    public const int FewestBars = 2;
    public const int MostBars = 6;

    private static readonly string[] s_functions = ["subtract", "sum"];

    private readonly ArticleView _article;

    public ChartMaker(KnowledgeFile knowledge)
    {
        _article = new ArticleView(knowledge);
        var figures = knowledge.Figures.Where(IsDrawable).ToArray();
        Drawables =
        [
            .. figures.Select(Given),
            .. FigureCalculation.Among(figures).Where(calculation => calculation.Relation is Relation.Left or Relation.Before).Select(Related),
        ];
    }

    /// <summary>The figures, then what follows from those that the article relates.</summary>
    public IReadOnlyList<Drawable> Drawables { get; }

    /// <returns>Null where nothing of this id can be drawn.</returns>
    public Drawable? Find(string id) => Listed(id) ?? Computed(id);

    /// <exception cref="BadInputException">There are too few or too many, one is not there, or they have different units.</exception>
    public Chart Make(IReadOnlyList<string> ids)
    {
        if (ids.Count is < FewestBars or > MostBars)
        {
            throw new BadInputException("figures", $"A chart compares {FewestBars} to {MostBars} figures; {ids.Count} came. {Known()}");
        }

        var chosen = ids.Select(id => Find(id) ?? throw new BadInputException("figures", $"'{id}' is no figure that can be drawn. {Known()}")).ToArray();
        var unlike = chosen.FirstOrDefault(other => other.Quantity.Unit != chosen[0].Quantity.Unit);
        return unlike is null
            ? Of(chosen)
            : throw new BadInputException(
                "figures", $"'{chosen[0].Id}' counts {UnitName.Plural(chosen[0].Quantity.Unit)} and '{unlike.Id}' {UnitName.Plural(unlike.Quantity.Unit)}: one scale cannot show both.");
    }

    /// <summary>Charts that the article itself suggests: a part, what it leaves and the whole; before and after a change. None about deaths.</summary>
    public IEnumerable<Chart> Suggested() => Drawables.Where(drawable => drawable.IsWorkedOut && !drawable.Figures.Any(_article.IsOfDeath)).Select(derived => Make(
        derived.Id.StartsWith("left:", StringComparison.Ordinal)
            ? [derived.Id, derived.Figures[0].Id, derived.Figures[1].Id]
            : [derived.Id, derived.Figures[1].Id]));

    private static Chart Of(Drawable[] chosen)
    {
        var unit = UnitName.Plural(chosen[0].Quantity.Unit);
        var periods = chosen.Where(drawable => !drawable.IsWorkedOut).Select(drawable => drawable.Figures[0].Period?.ToLowerInvariant()).Distinct().ToArray();
        string?[] notes =
        [
            chosen.Any(drawable => drawable.IsWorkedOut) ? "Figures marked * are worked out." : null,
            periods.Length > 1 ? "The figures are not all of the same time." : null,
        ];
        return new Chart(char.ToUpperInvariant(unit[0]) + unit[1..], [.. chosen.Select(drawable => drawable.Bar)], string.Join(' ', notes.OfType<string>()) is { Length: > 0 } note ? note : null);
    }

    private string Known() => Drawables.Count == 0
        ? "The article has no figure that can be drawn."
        : $"There are: {string.Join(", ", Drawables.Select(drawable => drawable.Id))}.";

    private Drawable? Listed(string id) => Drawables.FirstOrDefault(drawable => drawable.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>"sum(ID,ID)", of figures in one unit.</summary>
    private Drawable? Computed(string id)
    {
        var open = id.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || id[^1] is not ')' || !s_functions.Contains(id[..open]))
        {
            return null;
        }

        var operands = id[(open + 1)..^1].Split(',').Select(Listed).OfType<Drawable>().ToArray();
        if (operands.Length != id.Count(letter => letter is ',') + 1 || operands.Length is < 2 or > MostBars
            || Array.Exists(operands, operand => operand.IsWorkedOut || operand.Quantity.Unit != operands[0].Quantity.Unit))
        {
            return null;
        }

        try
        {
            var result = Calculator.Run(id[..open], [.. operands.Select(operand => new CalculationOperand(operand.Quantity, operand.Id, "article"))]);
            var names = operands.Select(operand => operand.Bar.Label).ToArray();
            var label = id[..open] is "sum" ? $"{string.Join("; ", names)}: together" : $"{names[0]}, less {names[1]}";
            return result.Result is { Low: { IsNegative: true } } or { High: { IsPositive: false } }
                ? null
                : Worked(id, label, [.. operands.Select(operand => operand.Figures[0])], [result]);
        }
        catch (Exception wrong) when (wrong is UndefinedCalculationException or BadInputException)
        {
            return null;
        }
    }

    private bool IsDrawable(Figure figure) =>
        figure.Form is NumberForm.Count or NumberForm.Percent or NumberForm.Money or NumberForm.Measure or NumberForm.Duration
        && figure.Quantity.Unit.Dimension is not (Dimension.Calendar or Dimension.None or Dimension.Temperature)
        && figure.Quantity is { Low: null or { IsNegative: false }, High: null or { IsPositive: true } }
        && !(figure.Form is NumberForm.Count && figure.Quantity is { IsCertain: true, Value: var count } && count <= 1)
        && _article.IsConfirmed(figure);

    private Drawable Given(Figure figure) => new(Bar(figure.Id, Called(figure), figure.Quantity, null, figure), figure.Quantity, [figure], [], CountsDeaths(figure));

    private Drawable Related(FigureCalculation calculation)
    {
        var isLeft = calculation.Relation is Relation.Left;
        var label = isLeft
            ? $"{Called(calculation.B)}, less {Called(calculation.A)}"
            : $"{Called(calculation.B)}: before the {(calculation.A.Direction > 0 ? "rise" : "fall")}{(calculation.A.Comparator is { } comparator ? $", {comparator}" : "")}";
        return Worked($"{(isLeft ? "left" : "before")}:{calculation.A.Id}", label, [calculation.A, calculation.B], calculation.Steps);
    }

    private Drawable Worked(string id, string label, IReadOnlyList<Figure> figures, IReadOnlyList<CalculationResult> steps) => new(
        Bar(id, label, steps[^1].Result, steps[^1].Working.Expression, figures[0]), steps[^1].Result, figures, steps, figures.Any(CountsDeaths));

    private ChartBar Bar(string id, string label, Quantity quantity, string? working, Figure figure) => new(
        id, label, QuantityText.WithInterval(quantity), quantity.Low?.ToDouble(), quantity.High?.ToDouble(), working, _article.Sentence(figure.Sentence).Paragraph);

    /// <summary>By its name where somebody gave it one; else by its sentence.</summary>
    private bool CountsDeaths(Figure figure) =>
        Deaths.AreIn($"{figure.Name} {figure.Quantity.Unit.Name} {figure.Text}") || (!_article.IsCurated && Deaths.AreIn(_article.Sentence(figure.Sentence).Text));

    private string Called(Figure figure) => figure.Id.StartsWith("f:", StringComparison.Ordinal) ? figure.Name : Surroundings.Of(figure, _article);
}
