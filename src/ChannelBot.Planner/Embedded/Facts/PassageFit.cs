using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>How well passages fit one question, with all preferences.</summary>
internal sealed class PassageFit(ArticleIndex index, SentenceTraits? traits, QuestionReading reading, Found found, PastTurn? before)
{
    private const float OfASpeaker = 0.5f;
    private const float OfResemblance = 0.06f;
    private const float OfExpectation = 0.6f;
    private const float OfContinuity = 4;

    private readonly float[] _weights = Weights(index, reading, found);
    private readonly Figure? _figure = reading.Kind == AskKind.HowMany ? FigureAsked(reading) : null;

    /// <summary>Null for a curated article: there most questions are expected, and facts stand before sentences.</summary>
    private SentenceFit? Sentences => traits is null ? null : field ??= new SentenceFit(index, traits, reading, found, _weights);

    /// <param name="slot">The phrase of the passage that answers; null where nothing in it does.</param>
    public float Of(Hit hit, Slot? slot) => Score(hit) + OfSentence(hit) + Preference(hit, slot) + Continuity(hit.Passage) + Speaks(hit.Passage) + Expected(hit.Passage);

    /// <summary>Of an article that nobody has curated, the sentence that fits best; null for a curated one, or where none is nearer than <paramref name="least"/>.</summary>
    /// <param name="but">A sentence to leave out.</param>
    public RankedSentence? Best(IEnumerable<Hit> hits, RankedSentence? but, float least)
    {
        RankedSentence? best = null;
        foreach (var hit in Sentences is null ? [] : hits)
        {
            var ranked = Sentences!.Of(hit);
            var fit = ranked.Fit + (OfContinuity * Continuity(hit.Passage));
            if (fit > (best?.Fit ?? least) && hit.Passage.Sentence.Id != but?.Id)
            {
                best = ranked with { Fit = fit };
            }
        }

        return best;
    }

    /// <summary>Whether the sentence answers, likely enough to say so.</summary>
    /// <remarks>Null in an article that somebody has curated, and for a question that leans on the one before: there words decide.</remarks>
    public bool? IsLikely(RankedSentence? sentence) => sentence is null || before is not null ? null : AnswerOdds.AreGood(index, reading, sentence, _weights);

    /// <summary>How much each term says about which passage answers: most that is said is said by few, so that a speaker tells less than the words.</summary>
    private static float[] Weights(ArticleIndex index, QuestionReading reading, Found found)
    {
        var weights = new float[found.Terms.Count];
        var total = 0f;
        for (var term = 0; term < weights.Length; term++)
        {
            var weight = term >= found.Own ? found.Terms[term].Weight
                : reading.Terms[term].Weight * (term == reading.Speaker && reading.Kind is not AskKind.WhoSaid ? OfASpeaker : 1);
            weights[term] = weight * index.RarityOf(found.Terms[term].Key);
            total += weights[term];
        }

        for (var term = 0; term < weights.Length; term++)
        {
            weights[term] /= Math.Max(total, 0.1f);
        }

        return weights;
    }

    private float Score(Hit hit)
    {
        var score = 0f;
        for (var term = 0; term < _weights.Length; term++)
        {
            score += _weights[term] * hit.Coverage[term];
        }

        return score;
    }

    private static Figure? FigureAsked(QuestionReading reading)
    {
        var matches = FigureMatcher.Match(reading.Question, 0, reading.Question.Tokens.Length);
        return matches.Count > 0 && matches[0].Score >= 0.45 && (matches[0].NounMatched || matches[0].MarksMatched > 0) ? matches[0].Figure : null;
    }

    private float Speaks(Passage passage)
    {
        if (_figure is not { } figure)
        {
            return 0;
        }

        return passage.Figure == figure ? 0.25f
            : passage.Fact is not null && passage.Slot(SlotRole.HowMany) is { } slot && slot.Start <= figure.End && figure.Start <= slot.End ? 0.25f
            : 0;
    }

    /// <summary>How likely the curation takes the question to be for the fact.</summary>
    private float Expected(Passage passage)
    {
        if (passage.Fact is not null)
        {
            foreach (var match in found.Expected)
            {
                if (match.Meaning is AnsweredByFact answered && answered.Fact == passage.Fact)
                {
                    return OfExpectation * match.Likelihood;
                }
            }
        }

        return 0;
    }

    /// <summary>What else of the sentence speaks for it: it resembles the question as a whole, and has what is asked for.</summary>
    private float OfSentence(Hit hit)
    {
        var passage = hit.Passage;
        var fit = OfResemblance * hit.Relevance;
        if (reading.Kind is AskKind.HowMany && NumberFormAsked.Of(reading) is { } form)
        {
            fit += !index.FiguresIn(passage).Any(figure => figure.Form == form) ? -0.08f : form is NumberForm.Score ? 0.3f : 0.12f;
        }

        if (reading.Kind is AskKind.When or AskKind.Where && Interrogative.SlotOf(reading.Kind) is { } role && !index.MayHold(passage, role))
        {
            fit -= 0.12f;
        }

        if (reading.Focus >= 0 && reading.Focus < hit.Coverage.Length && hit.Coverage[reading.Focus] < PremiseCheck.Covered)
        {
            fit -= 0.15f;
        }

        return fit;
    }

    private float Preference(Hit hit, Slot? slot)
    {
        var passage = hit.Passage;
        var preference = slot is not null ? 0.10f : 0f;
        preference += passage.Kind switch
        {
            PassageKind.Fact => 0.06f,
            PassageKind.Figure => reading.Kind == AskKind.HowMany ? 0.08f : -0.06f,
            PassageKind.Quote => reading.Kind == AskKind.WhoSaid || reading.Speaker >= 0 ? 0.08f : 0f,
            PassageKind.Statement => 0.01f,
            _ => 0f,
        };
        if (OffersWhatStandsIn(hit))
        {
            preference += 0.15f;
        }

        if (reading.Speaker >= 0 && reading.Terms[reading.Speaker].IsEntity)
        {
            preference += passage.Speaker == reading.Terms[reading.Speaker].Key ? 0.12f : passage.Speaker is null ? 0f : -0.1f;
        }

        return preference;
    }

    private bool OffersWhatStandsIn(Hit hit)
    {
        foreach (var term in reading.Alternatives)
        {
            if (hit.Coverage[term] >= 0.9f)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the last answer stood on is what "it" and "that" point at.</summary>
    private float Continuity(Passage passage)
    {
        if (before is null)
        {
            return 0;
        }

        for (var i = 0; i < before.Topic.Count; i++)
        {
            if (before.Topic[i] == passage.Id)
            {
                return 0.30f - 0.04f * i;
            }
        }

        foreach (var citation in before.Answer.Citations)
        {
            if (citation.Sentence == passage.Sentence.Id)
            {
                return 0.15f;
            }
        }

        return 0;
    }
}
