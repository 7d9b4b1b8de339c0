using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Finds the words to show of what somebody says.</summary>
internal static class ViewText
{
    private const string QuotationMarks = "“”\"";

    /// <summary>A quotation from <paramref name="quoted"/> on, as far as its sentence goes, and that sentence.</summary>
    public static (Span Words, Span Sentence)? Around(KnowledgeFile knowledge, Span quoted)
    {
        if (SentenceOf(knowledge, quoted) is not { } sentence)
        {
            return null;
        }

        var text = knowledge.Article.Text;
        var closing = text.AsSpan(quoted.Start, sentence.End - quoted.Start).IndexOfAny(QuotationMarks);
        return (Bare(text, new Span(quoted.Start, closing < 0 ? sentence.End : quoted.Start + closing)), sentence);
    }

    public static Span? SentenceOf(KnowledgeFile knowledge, Span place)
    {
        foreach (var sentence in knowledge.Sentences)
        {
            if (sentence.Start <= place.Start && place.Start < sentence.End)
            {
                return sentence.Span;
            }
        }

        return null;
    }

    public static int CountWords(string text, Span span) => text.AsSpan(span.Start, span.Length).Count(' ') + 1;

    /// <summary>At most <paramref name="words"/> words, cut after a part of the sentence, without signs at the ends.</summary>
    public static Span Trim(string text, Span span, int words)
    {
        span = Bare(text, span);
        var (count, cut) = (1, 0);
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] is ',' or ';' or ':' or '—' && count <= words)
            {
                cut = i;
            }

            count += text[i] == ' ' ? 1 : 0;
        }

        return count <= words || cut == 0 ? span : Bare(text, span with { End = cut });
    }

    private static Span Bare(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (QuotationMarks.Contains(text[start]) || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        while (end > start && (QuotationMarks.Contains(text[end - 1]) || char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ',' or ';' or ':' or '—'))
        {
            end--;
        }

        return new Span(start, end);
    }
}
