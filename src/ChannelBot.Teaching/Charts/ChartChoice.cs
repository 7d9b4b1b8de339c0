using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Teaching.Charts;

/// <summary>Chooses the figures for a picture of what was said, or of what one figure belongs to.</summary>
/// <remarks>Figures of deaths are compared with each other where the article gives several, never with others and never worked out.</remarks>
public sealed class ChartChoice(KnowledgeFile knowledge, ChartMaker maker)
{
    /// <summary>What an answer was about: the figures that it calculated with, and the result; else those that it spoke of.</summary>
    /// <param name="topic">Ids of what it stood on, most important first.</param>
    /// <returns>Ids for <see cref="ChartMaker.Make"/>; none where no two of its figures go on one scale.</returns>
    public IReadOnlyList<string> Of(Answer answer, IReadOnlyList<string> topic)
    {
        if (answer.Chart is { } chart)
        {
            return [.. chart.Bars.Select(bar => bar.Id)];
        }

        foreach (var working in answer.AllWorking().Reverse())
        {
            var calculated = Drawn(Calculated(working));
            if ((Alike(calculated) is { Length: > 0 } alike ? alike : Around(calculated.Select(figure => figure.Id))) is { Count: > 0 } chosen)
            {
                return chosen;
            }
        }

        var cited = answer.AllCitations();
        return Around(
        [
            .. topic.Where(id => maker.Find(id) is not null),
            .. knowledge.Figures.Where(figure => cited.Any(citation => figure.Start >= citation.Start && figure.End <= citation.End)).Select(figure => figure.Id),
        ]);
    }

    /// <summary>The first of the figures that the article relates to others, with these; else those of them that count the same.</summary>
    public IReadOnlyList<string> Around(IEnumerable<string> ids)
    {
        var figures = Drawn(ids);
        return figures.Select(Related).FirstOrDefault(related => related.Count >= ChartMaker.FewestBars) is { } family ? family : Alike(figures);
    }

    private Drawable[] Drawn(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Select(maker.Find).OfType<Drawable>()];

    /// <summary>The first of the figures that has its like among them, and these.</summary>
    private static string[] Alike(Drawable[] figures)
    {
        var first = figures.FirstOrDefault(figure => figures.Count(other => IsLike(figure, other)) >= ChartMaker.FewestBars);
        return first is null ? [] : [.. figures.Where(other => IsLike(first, other)).Take(ChartMaker.MostBars).Select(other => other.Id)];
    }

    /// <summary>The figures of a calculation in the unit of most of them, and its result where that can be drawn beside them.</summary>
    private string[] Calculated(Working working)
    {
        if (working.Operands.Any(operand => operand.Source is "user" or "working"))
        {
            return [];
        }

        string[] figures = [.. working.Operands.Select(operand => operand.Figure).OfType<string>()];
        var result = working.Function switch
        {
            "subtract" when figures is [_, var part] && maker.Find($"left:{part}") is { } left && left.Figures[1].Id == figures[0] => left.Id,
            "subtract" => $"subtract({string.Join(',', figures)})",
            "add" or "sum" => $"sum({string.Join(',', figures)})",
            "value_before_change" when figures is [_, var change] => $"before:{change}",
            _ => null,
        };
        return result is null ? figures : [.. figures, result];
    }

    /// <summary>What the article relates to a figure: what it was before, its whole, its parts and what they leave; else others that count the same.</summary>
    private List<string> Related(Drawable drawable)
    {
        var figure = drawable.Figures[0];
        var family = new[] { figure.Id, figure.PartOf, figure.BaseOf }.OfType<string>().ToArray();
        var scale = figure.BaseOf is { } after ? maker.Find(after) ?? drawable : drawable;
        var related = maker.Drawables.Where(other => IsLike(scale, other) && other.Figures.Any(member => family.Contains(member.Id) || family.Contains(member.PartOf))).ToList();
        if (related.Count < ChartMaker.FewestBars)
        {
            related = [.. maker.Drawables.Where(other => IsLike(drawable, other) && (other.Id == drawable.Id || Counts(figure, other)))];
        }

        return
        [
            .. related.Where(other => !(other.IsWorkedOut && other.IsOfDeath)).Take(ChartMaker.MostBars)
                .OrderBy(other => !other.Id.StartsWith("before:", StringComparison.Ordinal)).Select(other => other.Id),
        ];
    }

    private static bool Counts(Figure figure, Drawable other) =>
        !other.IsWorkedOut && other.Figures[0].Form == figure.Form
        && (other.Figures[0].Sentence == figure.Sentence
            || (figure.Noun is { } noun && noun.Equals(other.Figures[0].Noun, StringComparison.OrdinalIgnoreCase) && figure.Keywords.Intersect(other.Figures[0].Keywords).Any()));

    private static bool IsLike(Drawable one, Drawable other) => one.Quantity.Unit == other.Quantity.Unit && one.IsOfDeath == other.IsOfDeath;
}
