using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Words between quotation marks, in one paragraph.</summary>
/// <param name="Paragraph">Index of the paragraph.</param>
/// <param name="Inner">Without the marks.</param>
/// <param name="IsClosed">Has its closing mark; a quotation that runs on into the next paragraph has none.</param>
internal readonly record struct QuotedSpan(int Paragraph, Span Inner, bool IsClosed)
{
    /// <summary>How far a single mark is looked for: it may be an apostrophe that nothing closes.</summary>
    private const int LongestSingle = 1500;

    /// <summary>The quoted words of an article, in order.</summary>
    public static List<QuotedSpan> Find(string text, IReadOnlyList<Span> paragraphs)
    {
        var found = new List<QuotedSpan>();
        for (var p = 0; p < paragraphs.Count; p++)
        {
            FindIn(text, paragraphs[p], p, found);
        }

        return found;
    }

    private static void FindIn(string text, Span paragraph, int index, List<QuotedSpan> found)
    {
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            if (!Opens(text, i, paragraph))
            {
                continue;
            }

            var end = Close(text, i, paragraph);
            var isClosed = end < paragraph.End;

            // A single mark that nothing closes is an apostrophe; a double one runs on only from a whole paragraph's words.
            if (!isClosed && text[i] is '‘' or '\'' || end - i < 2)
            {
                continue;
            }

            found.Add(new QuotedSpan(index, new Span(i + 1, end), isClosed));
            i = end;
        }
    }

    private static bool Opens(string text, int at, Span paragraph)
    {
        var isFree = at == paragraph.Start || !char.IsLetterOrDigit(text[at - 1]);
        var isBeforeWord = at + 1 < paragraph.End && !char.IsWhiteSpace(text[at + 1]);
        return text[at] switch
        {
            '“' or '«' or '„' => isBeforeWord,
            '"' or '‘' or '\'' => isFree && isBeforeWord && (at == paragraph.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or ':'),
            _ => false,
        };
    }

    /// <summary>Where the quotation closes; the paragraph's end where it does not.</summary>
    private static int Close(string text, int open, Span paragraph)
    {
        var limit = text[open] is '‘' or '\'' ? Math.Min(paragraph.End, open + LongestSingle) : paragraph.End;
        for (var i = open + 1; i < limit; i++)
        {
            var closes = text[open] switch
            {
                '“' or '„' => text[i] is '”' || (text[i] is '"' && !Opens(text, i, paragraph)),
                '«' => text[i] is '»',
                '"' => text[i] is '"' or '”',
                _ => text[i] is '’' or '\'' && text[i - 1] is not ' ' && (i + 1 == paragraph.End || !char.IsLetterOrDigit(text[i + 1])) && !IsPluralOwner(text, i, paragraph),
            };
            if (closes)
            {
                return i;
            }
        }

        return paragraph.End;
    }

    /// <summary>"the players’ union": an apostrophe behind an s with a small letter to follow, and another mark later.</summary>
    private static bool IsPluralOwner(string text, int at, Span paragraph) =>
        text[at - 1] == 's'
        && at + 2 < paragraph.End
        && text[at + 1] == ' '
        && char.IsLower(text[at + 2])
        && text.AsSpan(at + 1, Math.Min(200, paragraph.End - at - 1)).IndexOfAny('’', '\'') >= 0;
}
