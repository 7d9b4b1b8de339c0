using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Sources;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>Whom the article has its figures from, as far as it says.</summary>
internal static class SourceLines
{
    private const int MostFigures = 4;
    private const int MostSources = 3;

    public static List<GistLine> Of(Story story)
    {
        var lines = new List<GistLine>();
        var withSource = story.Sentences.Where(sentence => sentence.Figures.Any(IsTelling)).Select(sentence => (Sentence: sentence, By: Source(story, sentence))).ToArray();
        foreach (var group in withSource.Where(pair => pair.By is not null).GroupBy(pair => pair.By!))
        {
            lines.Add(Line(group.Key.Id, group.Key.Name, [.. group.Select(pair => pair.Sentence)], 1, lines.Count));
        }

        var without = withSource.Where(pair => pair.By is null && !Attribution.IsTold(story.Index, pair.Sentence.Sentence)).Select(pair => pair.Sentence).ToArray();
        if (without.Length > 0)
        {
            lines.Add(Line("no source", "No source named", without, 0.5f, lines.Count));
        }

        return lines;
    }

    private static GistLine Line(string id, string lead, StorySentence[] sentences, float worth, int order)
    {
        var figures = sentences.Take(MostSources).SelectMany(sentence => sentence.Figures.Where(IsTelling)).Take(MostFigures).ToArray();
        return new GistLine(
            id, $"{FigureLines.Capitalised(lead)}: {string.Join(", ", figures.Select(figure => $"“{figure.Text.TrimEnd(',', ' ')}”"))}",
            [.. sentences.Where(sentence => figures.Any(figure => figure.Sentence == sentence.Sentence.Id)).Select(sentence => sentence.Span)],
            sentences[0].Sentence.Id, worth, order);
    }

    /// <summary>The figure's own words say what it counts; a score needs no source.</summary>
    private static bool IsTelling(Figure figure) =>
        figure.Form is not (NumberForm.Score or NumberForm.Multiplier) && (figure.Form is not NumberForm.Count || figure.Text.Contains(' ', StringComparison.Ordinal));

    private static Entity? Source(Story story, StorySentence sentence) =>
        sentence.Figures.Select(figure => Attribution.Of(story.Index, sentence.Sentence, new Span(figure.Start, figure.End))).FirstOrDefault(by => by is not null);
}
