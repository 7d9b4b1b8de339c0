using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>What somebody says in an article: their quotations, and sentences that report them.</summary>
internal static class SpeechLines
{
    public static List<GistLine> Of(Story story, Entity speaker)
    {
        var text = story.Knowledge.Article.Text;
        var lines = new List<GistLine>();
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quote in story.Knowledge.Quotes.Where(quote => quote.Speaker == speaker.Id))
        {
            foreach (var sentence in quote.Sentences)
            {
                quoted.Add(sentence);
                var parts = quote.Spans.Select(span => Overlap(span, story[sentence].Span)).Where(part => part.Length > 0).ToArray();
                var words = string.Join(" … ", parts.Select(part => text[part.Start..part.End].TrimEnd(',')));
                if (words.Length > 0)
                {
                    lines.Add(new GistLine($"{quote.Id}@{sentence}", $"“{words}”", [.. parts.Take(3)], sentence, quote.Sentences[0] == sentence ? 1 : 0.5f, parts[0].Start));
                }
            }
        }

        var reported = story.Knowledge.Statements.Where(statement => statement.Speaker == speaker.Id).Select(statement => statement.Sentence)
            .Concat(story.Knowledge.Facts.Where(fact => fact.Speaker == speaker.Id).Select(fact => fact.Sentences[0]));
        foreach (var id in reported.Distinct(StringComparer.Ordinal).Where(id => !quoted.Contains(id)))
        {
            lines.Add(new GistLine(id, story[id].Text, [story[id].Span], id, 0.7f, story[id].Span.Start));
        }

        return lines;
    }

    private static Span Overlap(Span one, Span other) => new(Math.Max(one.Start, other.Start), Math.Min(one.End, other.End));
}
