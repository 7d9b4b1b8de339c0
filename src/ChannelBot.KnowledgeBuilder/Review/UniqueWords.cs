using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>Finds words of the article that stand there once, so that a curation can point to a place with them.</summary>
internal static class UniqueWords
{
    /// <param name="fits">What the place of the words must satisfy besides; null for nothing.</param>
    /// <returns>The fewest words around the place, to the right first, within its paragraph; null where none will do.</returns>
    public static string? Around(KnowledgeFile knowledge, Span place, Func<Span, bool>? fits = null)
    {
        var text = knowledge.Article.Text;
        var paragraph = knowledge.Article.Paragraphs.First(span => span.Overlaps(place));
        for (var start = place.Start; start >= paragraph.Start; start = WordBefore(text, start, paragraph.Start))
        {
            for (var end = place.End; end <= paragraph.End; end = WordAfter(text, end, paragraph.End))
            {
                var words = text[start..end];
                if (IsOnce(text, words) && fits?.Invoke(new Span(start, end)) is not false)
                {
                    return words;
                }
            }
        }

        return null;
    }

    private static bool IsOnce(string text, string words) =>
        text.IndexOf(words, StringComparison.Ordinal) is var first && text.IndexOf(words, first + 1, StringComparison.Ordinal) < 0;

    private static int WordAfter(string text, int end, int limit)
    {
        if (end >= limit)
        {
            return limit + 1;
        }

        end++;
        while (end < limit && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    private static int WordBefore(string text, int start, int limit)
    {
        if (start <= limit)
        {
            return limit - 1;
        }

        start--;
        while (start > limit && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
