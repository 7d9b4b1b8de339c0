using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Plugins;
using ChannelBot.Teaching.Charts;

namespace ChannelBot.Planner.Embedded.Charts;

/// <summary>Answers requests for a picture: with the figures concerned as bars, and the same in words; else with the figures there are.</summary>
internal sealed class ChartAnswerer(KnowledgeFile knowledge, Lazy<ArticleCharts> charts) : IAnswerer
{
    private const int MostListed = 6;

    /// <summary>Sources that one part of an answer may have.</summary>
    private const int MostSources = 3;

    /// <summary>Below these a figure is not what the words speak of: how many of them any figure answers to, how well it does, and its own name.</summary>
    private const double LeastKnown = 0.5;

    /// <inheritdoc cref="LeastKnown"/>
    private const double LeastScore = 0.3;

    /// <inheritdoc cref="LeastKnown"/>
    private const double LeastCore = 0.8;

    /// <summary>What does nearly as well as the best is meant too.</summary>
    private const double NearlyAsGood = 0.75;

    private static readonly string[] s_joints = [" and ", " versus ", " vs ", " against ", " compared with ", " compared to ", " beside ", ", "];

    public Step? Propose(Question question)
    {
        if (ChartReader.English.Read(question.Text) is not { } request)
        {
            return null;
        }

        var ids = request.Topic is { } topic ? On(topic) : Spoken(question);
        return ids.Count > 0
            ? Call(ChartsPlugin.Draw, new() { ["figures"] = string.Join(' ', ids) }, result => Drawn((DrawnChart)result!))
            : Call(ChartsPlugin.List, [], result => Undrawn(request, (DrawableFigures)result!));
    }

    public IReadOnlyList<string> Describe(Question question) =>
        ChartReader.English.Read(question.Text) is { } request ? [$"asks for a picture of {(request.Topic is { } topic ? $"“{topic}”" : "what was said")}"] : [];

    private static CallFunctions Call(string function, Dictionary<string, object?> arguments, Func<object?, Draft> draft) =>
        new([new PlannedCall(ChartsPlugin.Name, function, arguments)], results => new Finish(draft(results[^1])));

    /// <summary>What the last answer was about; where nothing was said yet, what the article itself compares.</summary>
    private IReadOnlyList<string> Spoken(Question question)
    {
        foreach (var turn in question.Conversation.Turns.Reverse().Where(turn => turn.Answer.Outcome is not Outcome.Social))
        {
            return charts.Value.Choice.Of(turn.Answer, turn.Topic);
        }

        return charts.Value.Maker.Suggested().FirstOrDefault() is { } chart
            ? [.. chart.Bars.Select(bar => bar.Id)]
            : charts.Value.Choice.Around(charts.Value.Maker.Drawables.Where(figure => !figure.IsOfDeath).Select(figure => figure.Id));
    }

    /// <summary>Two things set against each other are drawn so; of one, all that belongs together.</summary>
    private IReadOnlyList<string> On(string topic)
    {
        var sides = topic.Split(s_joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(side => Matching(side).FirstOrDefault()).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var together = charts.Value.Choice.Around(Matching(topic)) is { Count: > 0 } found ? found : charts.Value.Choice.Around(sides);
        return sides.Length < ChartMaker.FewestBars || sides.All(together.Contains) || sides.Select(UnitOf).Distinct().Count() > 1
            ? together
            : [.. sides.Take(ChartMaker.MostBars)];
    }

    private Unit UnitOf(string id) => charts.Value.Maker.Find(id)!.Quantity.Unit;

    private string[] Matching(string topic)
    {
        var matches = FigureMatcher.Match(FigureIndex.Of(knowledge), Tokenizer.Tokenize(topic))
            .Where(match => match.Known >= LeastKnown && match.Score >= LeastScore && (match.Core >= LeastCore || match.MarksMatched > 0) && charts.Value.Maker.Find(match.Figure.Id) is not null).ToArray();
        return [.. matches.Where(match => match.Score >= matches[0].Score * NearlyAsGood).Select(match => match.Figure.Id)];
    }

    private Draft Drawn(DrawnChart drawn) => Listed(
        drawn.Bars.Any(bar => bar.IsWorkedOut) ? Outcome.Computed : Outcome.Answered, "Here are the figures:", drawn.Bars) with
    {
        Chart = drawn.Chart,
    };

    private Draft Undrawn(ChartRequest request, DrawableFigures drawable)
    {
        var given = drawable.Figures.Where(figure => figure is { IsWorkedOut: false, IsOfDeath: false }).Take(MostListed).ToArray();
        var opening = request.Topic is { } topic ? $"The article has no figures on “{topic}” to compare." : "The article has no figures to compare on that.";
        return Listed(Outcome.NotInArticle, given.Length == 0 ? opening : $"{opening} It has these:", given) with { Reason = new Reason("not_stated", request.Topic, null) };
    }

    /// <summary>A line a bar; where all of them stand in few sentences, each of these is cited once.</summary>
    private Draft Listed(Outcome outcome, string opening, IReadOnlyList<Drawable> bars)
    {
        Span[] sources = [.. bars.SelectMany(SourcesOf).Distinct()];
        string[] topic = [.. bars.SelectMany(bar => bar.Figures).Select(figure => figure.Id).Distinct(StringComparer.Ordinal)];
        return sources.Length <= MostSources
            ? new Draft(
                outcome, string.Join('\n', bars.Select(bar => Line(bar, sources)).Prepend(opening)), sources, topic, [.. bars.SelectMany(bar => WorkingOf(bar, sources))])
            : new Draft(outcome, opening, [], topic, [], Parts: [.. bars.Select(bar => new Draft(
                bar.IsWorkedOut ? Outcome.Computed : outcome, Line(bar, SourcesOf(bar)), SourcesOf(bar), topic, [.. WorkingOf(bar, SourcesOf(bar))]))]);
    }

    private static string Line(Drawable bar, Span[] sources) => $"- {bar.Bar.Label}: {(bar.IsWorkedOut ? bar.Bar.Text : QuantityText.Brief(bar.Quantity))}{string.Concat(
        bar.Figures.Select(figure => PlaceOf(figure, sources)).Distinct().Order().Select(n => string.Create(CultureInfo.InvariantCulture, $" [{n}]")))}";

    private static IEnumerable<Working> WorkingOf(Drawable bar, Span[] sources) => bar.Steps.Select(step => step.Working with
    {
        Operands =
        [
            .. step.Working.Operands.Select(operand => operand with
            {
                Citation = bar.Figures.FirstOrDefault(figure => figure.Id == operand.Figure) is { } figure ? PlaceOf(figure, sources) : null,
            }),
        ],
    });

    private Span[] SourcesOf(Drawable bar) =>
        [.. bar.Figures.Select(figure => figure.Sentence).Distinct(StringComparer.Ordinal).Select(id => knowledge.Sentences.First(sentence => sentence.Id == id).Span)];

    private static int PlaceOf(Figure figure, Span[] sources) => Array.FindIndex(sources, source => source.Contains(new Span(figure.Start, figure.End))) + 1;
}
