using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>Who is who: names as lines, with the role that the knowledge file has for them and no other.</summary>
internal static class NameLines
{
    private const int LongestQuote = 20;

    public static List<GistLine> Of(Story story, params IReadOnlyList<EntityKind> kinds) =>
        [.. story.Knowledge.Entities.Where(entity => kinds.Contains(entity.Kind) && entity.Mentions.Count > 0)
            .Select(entity => Line(story, entity, kinds.ToList().IndexOf(entity.Kind)))];

    /// <summary>Those whose words stand in quotation marks, with the first of their words.</summary>
    public static List<GistLine> Quoted(Story story)
    {
        var lines = new List<GistLine>();
        foreach (var quotes in story.Knowledge.Quotes.Where(quote => quote.Speaker is not null).GroupBy(quote => quote.Speaker!))
        {
            if (story.Index.Entity(quotes.Key) is { } entity)
            {
                var quote = quotes.First();
                var words = story.Knowledge.Article.Text[quote.Spans[0].Start..quote.Spans[0].End].TrimEnd(',');
                var line = Line(story, entity, 0);
                lines.Add(words.AsSpan().Count(' ') < LongestQuote
                    ? line with { Text = $"{line.Text}: “{words}”", Sources = [quote.Spans[0], .. line.Sources.Take(2)], Order = quote.Spans[0].Start }
                    : line with { Sources = [quote.Spans[0], .. line.Sources.Take(2)], Order = quote.Spans[0].Start });
            }
        }

        return lines;
    }

    /// <summary>Everybody whom the article has something from, quoted or not.</summary>
    public static List<GistLine> Speakers(Story story)
    {
        var speakers = story.Knowledge.Quotes.Select(quote => quote.Speaker)
            .Concat(story.Knowledge.Statements.Select(statement => statement.Speaker))
            .Concat(story.Knowledge.Facts.Select(fact => fact.Speaker)).ToHashSet();
        return [.. story.Knowledge.Entities.Where(entity => speakers.Contains(entity.Id)).Select(entity => Line(story, entity, 0))];
    }

    /// <summary>The role has a word that the name has not.</summary>
    private static bool SaysMore(Entity entity) => entity.Role is { } role
        && role.Split(' ').Any(word => word.Length > 3 && !entity.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static GistLine Line(Story story, Entity entity, int rank)
    {
        var introducing = story.Index.Introducing(entity);
        List<Span> sources = [new Span(introducing.Start, introducing.End)];
        if (entity.Role is { } role && !introducing.Text.Contains(role, StringComparison.OrdinalIgnoreCase)
            && story.Sentences.FirstOrDefault(sentence => sentence.Sentence.Text.Contains(role, StringComparison.OrdinalIgnoreCase)) is { } naming)
        {
            sources.Add(naming.Span);
        }

        return new GistLine(
            entity.Id, SaysMore(entity) ? $"{FigureLines.Capitalised(entity.Name)}, {entity.Role}" : FigureLines.Capitalised(entity.Name), sources, introducing.Id,
            -rank + (0.1f * entity.Mentions.Count) + (entity.Role is null ? 0 : 0.3f), (rank * 1_000_000) + entity.Mentions[0].Start);
    }
}
