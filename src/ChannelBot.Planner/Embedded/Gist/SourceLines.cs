using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

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

        var without = withSource.Where(pair => pair.By is null && !SaysWho(story, pair.Sentence)).Select(pair => pair.Sentence).ToArray();
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

    private static Entity? Source(Story story, StorySentence sentence)
    {
        foreach (var figure in sentence.Figures)
        {
            var place = new Span(figure.Start, figure.End);
            foreach (var statement in story.Knowledge.Statements)
            {
                if (statement.Sentence != sentence.Sentence.Id || !new Span(statement.Start, statement.End).Overlaps(place))
                {
                    continue;
                }

                if (statement.Speaker is { } id)
                {
                    return story.Index.Entity(id);
                }

                if (Interrogative.IsSaying(statement.Verb) && statement.Slots.FirstOrDefault(slot => slot.Role == SlotRole.Who) is { } who
                    && story.Index.EntitiesIn(new Span(who.Start, who.End)) is [var sayer, ..])
                {
                    return sayer;
                }
            }
        }

        return null;
    }

    /// <summary>A word of saying stands in the sentence: that nobody is named as its source cannot be told.</summary>
    private static bool SaysWho(Story story, StorySentence sentence) =>
        story.Index.TokensOf(sentence.Sentence) is var tokens
        && Enumerable.Range(0, tokens.Length).Any(i => tokens[i].Lower is "according" or "suggests"
            || (Interrogative.IsSaying(tokens[i].Lower) && !(i > 0 && tokens[i - 1].Lower is "is" or "are" or "was" or "were" or "been")));
}
