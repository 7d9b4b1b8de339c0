using System.ComponentModel;
using System.Globalization;
using System.Text;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Plugins;

/// <summary>Lets the model look up the article's numbers, so that it quotes them and never recalls them.</summary>
public sealed class FiguresPlugin(KnowledgeFile knowledge)
{
    public const string Name = "figures";
    public const string Find = "find";
    public const string Get = "get";

    private const int MostToReturn = 8;

    [KernelFunction(Find)]
    [Description("Finds numbers of the article by words. Each line has the id to calculate with, the value with its bound, the period, the sentence to cite and the article's words. No line means that the article has no such number.")]
    public string FindFigures(
        [Description("What is counted, and when or where, for example 'passengers last year'.")] string words,
        Kernel kernel)
    {
        var matches = FigureMatcher.Match(FigureIndex.Of(knowledge), Tokenizer.Tokenize(words));
        return Lines(TurnLedger.Of(kernel).Return(new FoundFigures([.. matches.Take(MostToReturn).Select(match => match.Figure)])));
    }

    [KernelFunction(Get)]
    [Description("The numbers of the article with these ids, a line each, as 'figures-find' gives them.")]
    public string GetFigures([Description("Ids separated by blanks: 'f:arrivals f:deaths'.")] string ids, Kernel kernel)
    {
        var index = FigureIndex.Of(knowledge);
        var figures = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => index.Find(id)?.Figure
            ?? throw new BadInputException("ids", $"'{id}' is no figure of the article. Use an id that 'figures-find' gave.")).ToArray();
        return Lines(TurnLedger.Of(kernel).Return(new FoundFigures(figures)));
    }

    private static string Lines(FoundFigures found) => found.Figures.Count == 0 ? "The article has no such number." : found.ToString();
}

/// <summary>Figures of the article, best first.</summary>
public sealed record FoundFigures(IReadOnlyList<Figure> Figures)
{
    public override string ToString()
    {
        var lines = new StringBuilder();
        foreach (var figure in Figures)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{figure.Id}: {QuantityText.Brief(figure.Quantity)} {figure.Noun ?? figure.Name}");
            lines.Append(CultureInfo.InvariantCulture, $"; period: {figure.Period ?? "not said"}; {figure.Sentence}: \"{figure.Text}\"\n");
        }

        return lines.ToString().TrimEnd('\n');
    }
}
