using System.ComponentModel;
using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Charts;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Plugins;

/// <summary>Lets the model show the article's numbers as bars, so that it draws nothing of its own.</summary>
/// <remarks>What is worked out for a bar is kept in the turn's ledger with its working.</remarks>
public sealed class ChartsPlugin(Lazy<ArticleCharts> charts)
{
    public const string Name = "charts";
    public const string Draw = "draw";
    public const string List = "list";

    [KernelFunction(Draw)]
    [Description("Draws numbers of the article as bars, to go with the answer; say the same numbers in its text. Each line has a bar: what it counts, its value with its bound and the sentence to cite.")]
    public string DrawFigures(
        [Description("Ids of two to six numbers in one unit, separated by blanks, as 'charts-list' or 'figures-find' gives them; 'left:ID' is what a part leaves of its whole, 'before:ID' what there was before a change: 'f:passengers before:f:rise'. One id alone is drawn beside what the article relates to it.")] string figures,
        Kernel kernel)
    {
        var ids = figures.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (ids is [var alone] && charts.Value.Choice.Around([alone]) is { Count: > 0 } related)
        {
            ids = [.. related];
        }

        var chart = charts.Value.Maker.Make(ids);
        var ledger = TurnLedger.Of(kernel);
        var bars = ids.Select(id => charts.Value.Maker.Find(id)!).ToArray();
        foreach (var step in bars.SelectMany(bar => bar.Steps))
        {
            ledger.Record(step);
        }

        return ledger.Return(new DrawnChart(chart, bars)).ToString();
    }

    [KernelFunction(List)]
    [Description("The numbers of the article that can be drawn as bars. Each line has the id, the unit, what it counts and its value with its bound.")]
    public string ListFigures(Kernel kernel) =>
        TurnLedger.Of(kernel).Return(new DrawableFigures([.. charts.Value.Maker.Drawables])).ToString();
}

/// <summary>Makes and chooses charts of one article.</summary>
public sealed record ArticleCharts(ChartMaker Maker, ChartChoice Choice);

/// <param name="Bars">What the chart shows, bar by bar.</param>
public sealed record DrawnChart(Chart Chart, IReadOnlyList<Drawable> Bars)
{
    public override string ToString() => string.Join('\n', Bars.Select(bar => string.Create(
        CultureInfo.InvariantCulture, $"{bar.Bar.Label}: {bar.Bar.Text}; {string.Join(' ', bar.Figures.Select(figure => figure.Sentence).Distinct())}{(bar.Bar.Working is { } working ? $"; {working}" : "")}")));
}

public sealed record DrawableFigures(IReadOnlyList<Drawable> Figures)
{
    public override string ToString() => Figures.Count == 0
        ? "The article has no number that can be drawn."
        : string.Join('\n', Figures.Select(figure => $"{figure.Id}: {UnitName.Plural(figure.Quantity.Unit)}; {figure.Bar.Label}: {figure.Bar.Text}"));
}
