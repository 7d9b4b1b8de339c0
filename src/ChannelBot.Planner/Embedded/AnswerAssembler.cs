using System.Globalization;
using System.Text;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded;

/// <summary>Makes the answer record of drafts: offsets, quotes and marks, one numbering over all parts.</summary>
internal sealed class AnswerAssembler(KnowledgeFile knowledge)
{
    private static readonly Outcome[] s_firstThatOccurs =
    [
        Outcome.Corrected, Outcome.NotInArticle, Outcome.Clarify, Outcome.Declined, Outcome.Computed, Outcome.Answered, Outcome.Social,
    ];

    private const string UnclearKey = "clarify.unclear";

    private readonly FollowUps _followUps = new(knowledge);

    public Draft Unclear() => new(
        Outcome.Clarify, ReviewedText.Of(UnclearKey, knowledge), [], [], [], new Reason("unclear", null, null), FixedText: UnclearKey);

    /// <summary>The answer to <paramref name="question"/>; several drafts become its parts.</summary>
    public Answer Assemble(string question, IReadOnlyList<Draft> drafts)
    {
        var chart = drafts.Select(draft => draft.Chart).FirstOrDefault(chart => chart is not null);
        var lines = QuotedOnce(Lines(drafts));
        if (lines.Count == 1)
        {
            return Part(question, lines[0], 0) with { Chart = chart };
        }

        var parts = new List<Answer>(lines.Count);
        var cited = 0;
        foreach (var line in lines)
        {
            parts.Add(Part(question, line, cited));
            cited += line.Sources.Count;
        }

        var texts = new List<string>(lines.Count + 1);
        var told = 0;
        foreach (var draft in drafts)
        {
            var count = draft.Parts?.Count ?? 0;
            if (count > 1 && draft.Text.Length > 0)
            {
                texts.Add(draft.Text);
            }

            texts.AddRange(parts.Skip(told).Take(Math.Max(1, count)).Select(part => part.Text));
            told += Math.Max(1, count);
        }

        return new Answer
        {
            KnowledgeSha256 = knowledge.ContentSha256,
            Question = question,
            Outcome = s_firstThatOccurs.First(outcome => parts.Exists(part => part.Outcome == outcome)),
            Text = string.Join("\n", texts),
            Citations = [.. parts.SelectMany(part => part.Citations)],
            Working = [.. parts.SelectMany(part => part.Working)],
            Reason = parts.Find(part => part.Reason is not null)?.Reason,
            Suggestions = _followUps.After([.. drafts.SelectMany(draft => draft.Topic)], parts[0].Citations is [var first, ..] ? first.Paragraph : 0),
            Parts = parts,
            Chart = chart,
            Planner = Planners.Embedded,
        };
    }

    /// <summary>The drafts of which each is a part of the answer.</summary>
    public static List<Draft> Lines(IReadOnlyList<Draft> drafts) =>
        [.. drafts.SelectMany(draft => draft.Parts is { Count: > 0 } lines ? lines : [draft])];

    /// <summary>Words that an earlier part has quoted are not quoted again behind an answer that stands without them.</summary>
    private List<Draft> QuotedOnce(List<Draft> lines)
    {
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        for (var line = 0; line < lines.Count; line++)
        {
            if (lines[line].Sources is not [var source] || source.Start < 0 || source.End > knowledge.Article.Text.Length || source.Length < 0)
            {
                continue;
            }

            var quote = Quotation.Of(knowledge.Article.Text[source.Start..source.End]);
            var at = lines[line].Text.IndexOf(quote, StringComparison.Ordinal);
            if (at >= 0 && !quoted.Add(quote) && lines[line].Text[..at].TrimEnd() is [.. var lead, '.'])
            {
                lines[line] = lines[line] with { Text = $"{lead} [1]." };
            }
        }

        return lines;
    }

    private Answer Part(string question, Draft draft, int cited)
    {
        var citations = draft.Sources.Select((source, at) => Cite(source, cited + at + 1)).OfType<Citation>().ToArray();
        return new Answer
        {
            KnowledgeSha256 = knowledge.ContentSha256,
            Question = question,
            Outcome = draft.Outcome,
            Text = cited == 0 ? draft.Text : Renumbered(draft.Text, draft.Sources.Count, cited),
            Citations = citations,
            Working = cited == 0 ? draft.Working : [.. draft.Working.Select(step => Renumbered(step, cited))],
            Reason = draft.Reason,
            Suggestions = draft.Suggestions ?? _followUps.After(draft.Topic, citations is [var first, ..] ? first.Paragraph : 0),
            Planner = Planners.Embedded,
        };
    }

    /// <summary>Null where the article has no such place: the mark in the text is then one too many, and a guard says so.</summary>
    private Citation? Cite(Span source, int n)
    {
        var isPlace = source.Start >= 0 && source.Start < source.End && source.End <= knowledge.Article.Text.Length;
        if (!isPlace || knowledge.Sentences.FirstOrDefault(sentence => sentence.End > source.Start) is not { } sentence)
        {
            return null;
        }

        return new Citation(n, sentence.Paragraph, sentence.Id, source.Start, source.End, knowledge.Article.Text[source.Start..source.End]);
    }

    private static string Renumbered(string text, int sources, int cited)
    {
        var renumbered = new StringBuilder(text);
        for (var n = sources; n >= 1; n--)
        {
            renumbered.Replace(Mark(n), Mark(cited + n));
        }

        return renumbered.ToString();
    }

    private static Working Renumbered(Working step, int cited) => step with
    {
        Operands = [.. step.Operands.Select(operand => operand.Citation is { } n ? operand with { Citation = cited + n } : operand)],
    };

    private static string Mark(int n) => string.Create(CultureInfo.InvariantCulture, $"[{n}]");
}
