using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Guards;

/// <summary>Words stay with whoever said them.</summary>
internal sealed class SpeakerGuard : IGuard
{
    public string Name => "speakers";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var sentence in answer.Sentences)
        {
            if (sentence.IsSilence || sentence.Evidence.Count == 0)
            {
                continue;
            }

            var verbatim = StartOfArticles(answer, sentence);
            foreach (var attribution in Attributions.In(answer, sentence))
            {
                if (attribution.Word.Start < verbatim && Problem(answer, sentence, attribution) is { } problem)
                {
                    findings.Add(sentence.Refused(Name, problem));
                }
            }
        }
    }

    /// <summary>Where a whole sentence of the article stands as it is, with a quotation of its own in it: who speaks there is the article's word.</summary>
    private static int StartOfArticles(GuardedAnswer answer, GuardedSentence sentence)
    {
        foreach (var evidence in sentence.Evidence)
        {
            if (answer.Answer.Text.IndexOf(evidence.Sentence.Text, sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal) is >= 0 and var at)
            {
                return at;
            }
        }

        return int.MaxValue;
    }

    private static string? Problem(GuardedAnswer answer, GuardedSentence sentence, Attribution attribution)
    {
        if (attribution.Entities.Count == 0)
        {
            return Attributions.IsSayingNear(sentence, attribution.Word) ? null : $"the cited places do not say that “{attribution.Word.Lower}” says so";
        }

        if (QuotedSpeaker(answer, sentence) is { } speakers)
        {
            return speakers.Overlaps(attribution.Entities) ? null : "the quoted words are somebody else's";
        }

        foreach (var evidence in sentence.Evidence)
        {
            if (evidence.Speakers.Overlaps(attribution.Entities) || Attributions.SaysIn(answer.Book, evidence, attribution.Entities))
            {
                return null;
            }
        }

        return $"the cited places do not have it from “{attribution.Word.Lower}”";
    }

    /// <summary>Who says the words that the sentence quotes: null where it quotes nothing that anybody is known to say.</summary>
    private static HashSet<string>? QuotedSpeaker(GuardedAnswer answer, GuardedSentence sentence)
    {
        HashSet<string>? speakers = null;
        foreach (var quotation in answer.Quotations)
        {
            if (quotation.Start < sentence.Start || quotation.End > sentence.End)
            {
                continue;
            }

            var words = answer.Between(quotation).Trim();
            foreach (var quote in answer.Book.Knowledge.Quotes)
            {
                if (quote.Speaker is not null && IsIn(answer.Book.Knowledge.Article.Text, quote, words))
                {
                    (speakers ??= new HashSet<string>(StringComparer.Ordinal)).Add(quote.Speaker);
                }
            }
        }

        return speakers;
    }

    /// <summary>The quotation is the quote or a part of it; a whole sentence with its speaker in it is not.</summary>
    private static bool IsIn(string article, Quote quote, ReadOnlySpan<char> words)
    {
        foreach (var span in quote.Spans)
        {
            if (article.AsSpan(span.Start, span.Length).Contains(words.TrimEnd(".,;:"), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
