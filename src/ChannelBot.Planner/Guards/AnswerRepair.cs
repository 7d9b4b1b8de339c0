using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Embedded;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Guards;

/// <summary>An answer to send instead of a refused one, with the keys of the reviewed texts in it.</summary>
internal sealed record Repaired(Answer Answer, IReadOnlyList<string?> FixedTexts);

/// <summary>Makes of a refused answer what can still be said: the cited sentences in the article's own words, or a reviewed text.</summary>
internal sealed class AnswerRepair(KnowledgeFile knowledge)
{
    private const string Silent = "repaired.silent";
    private const string Nothing = "repaired.withheld";

    /// <summary>What may be sent instead, the fullest first; each still has to pass the guards.</summary>
    public IEnumerable<Repaired> Of(Answer answer, string? fixedText)
    {
        if (fixedText is not null && ReviewedText.Has(fixedText))
        {
            return [new Repaired(Bare(answer) with { Text = ReviewedText.Of(fixedText, knowledge) }, [fixedText])];
        }

        if (answer.Outcome is Outcome.Declined or Outcome.Clarify or Outcome.Social)
        {
            return [];
        }

        var sources = answer.Citations.Where(IsTrue).DistinctBy(citation => citation.N).Select(Whole).OfType<Citation>()
            .DistinctBy(citation => citation.Sentence).Take(CitationGuard.Most).ToArray();
        return Enumerable.Range(0, sources.Length).Select(dropped => Quoting(answer, sources[..^dropped]));
    }

    /// <summary>The reviewed text that says that there is nothing to show.</summary>
    public Repaired Withheld(Answer answer) => new(
        Bare(answer) with
        {
            Text = ReviewedText.Of(Nothing, knowledge),
            Outcome = answer.Outcome is Outcome.Declined or Outcome.Clarify ? answer.Outcome : Outcome.NotInArticle,
            Reason = answer.Reason ?? new Reason("not_stated", null, null),
        },
        [Nothing]);

    /// <summary>An answer of these parts, with the lines that open lists, then without; at last as few as a reader is given at once.</summary>
    public static IEnumerable<Repaired> Joined(Answer answer, IReadOnlyList<Repaired> parts)
    {
        if (PartsOf.Replaced(answer.Text, answer.Parts!, [.. parts.Select(part => part.Answer.Text)]) is { } opened)
        {
            yield return Of(answer, parts, opened);
        }

        for (var count = parts.Count; count > 0; count--)
        {
            var kept = parts.Take(count).ToArray();
            yield return Of(answer, kept, string.Join('\n', kept.Select(part => part.Answer.Text)));
        }
    }

    private static Repaired Of(Answer answer, IReadOnlyList<Repaired> parts, string text) => new(
        answer with
        {
            Text = text,
            Citations = [.. parts.SelectMany(part => part.Answer.Citations)],
            Working = [.. parts.SelectMany(part => part.Answer.Working)],
            Parts = [.. parts.Select(part => part.Answer)],
        },
        [.. parts.Select(part => part.FixedTexts[0])]);

    private Repaired Quoting(Answer answer, Citation[] sources)
    {
        var isSilent = answer.Outcome == Outcome.NotInArticle;
        var quoted = string.Join(' ', sources.Select(source => string.Create(CultureInfo.InvariantCulture, $"{Quotation.Of(source.Quote)} [{source.N}]")));
        return new Repaired(
            Bare(answer) with
            {
                Text = isSilent ? $"{ReviewedText.Of(Silent, knowledge)} {quoted}" : quoted,
                Citations = sources,
                Outcome = isSilent ? Outcome.NotInArticle : Outcome.Answered,
                Reason = isSilent ? answer.Reason : null,
            },
            [isSilent ? Silent : null]);
    }

    private static Answer Bare(Answer answer) => answer with { Citations = [], Working = [], Parts = null };

    private bool IsTrue(Citation citation)
    {
        var text = knowledge.Article.Text;
        return citation.Start >= 0 && citation.Start < citation.End && citation.End <= text.Length
            && text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quote);
    }

    /// <summary>All of its first sentence, so that no "not" or "may" is left outside.</summary>
    private Citation? Whole(Citation citation) => knowledge.Sentences.FirstOrDefault(sentence => sentence.End > citation.Start) is { } sentence
        ? new Citation(citation.N, sentence.Paragraph, sentence.Id, sentence.Start, sentence.End, sentence.Text)
        : null;
}
