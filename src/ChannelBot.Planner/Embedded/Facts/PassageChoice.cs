using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>The passage chosen to answer, and the phrase of it that fills what was asked for.</summary>
/// <param name="Fit">Its score with all preferences.</param>
/// <param name="Slot">The phrase that answers; null where the passage as a whole does, or nothing in it does.</param>
/// <param name="Who">Who did it, by the passage or by the next best of the same sentence that says so.</param>
internal sealed record Choice(Hit Hit, float Fit, Slot? Slot, Slot? Who)
{
    public Passage Passage => Hit.Passage;

    /// <summary>Whether it answers, likely enough to say so; null where words decide.</summary>
    public bool? IsLikely { get; init; }
}

/// <summary>Chooses, among the passages that a question's words touch, the one that answers it.</summary>
internal sealed class PassageChoice(ArticleIndex index)
{
    /// <summary>A passage that covers a term so well speaks of it beyond doubt.</summary>
    private const float Plainly = 0.7f;

    /// <summary>A sentence that fits only so much less than the best answers as often as not where that one does not.</summary>
    private const float Nearly = 1.4f;

    private readonly SentenceTraits? _traits = index.IsCurated ? null : new SentenceTraits(index);
    private readonly SlotChoice _slots = new(index);
    private readonly FigureChoice _figures = new(index);

    public Choice? Best(QuestionReading reading, Found found, PastTurn? before)
    {
        var hits = Candidates(reading, found, before);
        var fits = new PassageFit(index, _traits, reading, found, before);
        return Best(reading, found, fits, hits, fits.Best(hits, null, float.MinValue));
    }

    /// <summary>The next best sentence of an article that nobody has curated, where it fits nearly as well as the best; else null.</summary>
    public Choice? AlmostBest(QuestionReading reading, Found found, PastTurn? before)
    {
        var hits = Candidates(reading, found, before);
        var fits = new PassageFit(index, _traits, reading, found, before);
        return fits.Best(hits, null, float.MinValue) is { } best && fits.Best(hits, best, best.Fit - Nearly) is { } next ? Best(reading, found, fits, hits, next) : null;
    }

    private List<Hit> Candidates(QuestionReading reading, Found found, PastTurn? before)
    {
        var spoken = Spoken(reading, before);
        return [.. Anchored(reading, found, before).Where(hit => !spoken.Contains(hit.Passage.Sentence.Id))];
    }

    /// <param name="sentence">The one that answers; null where any may.</param>
    private Choice? Best(QuestionReading reading, Found found, PassageFit fits, List<Hit> hits, RankedSentence? sentence)
    {
        Choice? best = null;
        foreach (var hit in hits)
        {
            if (sentence is not null && hit.Passage.Sentence.Id != sentence.Id)
            {
                continue;
            }

            var slot = _slots.For(reading, hit);
            var fit = fits.Of(hit, slot);
            if (best is null || fit > best.Fit)
            {
                best = new Choice(hit, fit, slot, hit.Passage.Slot(SlotRole.Who));
            }
        }

        return best is null ? null : best with
        {
            IsLikely = fits.IsLikely(sentence),
            Slot = reading.Kind is AskKind.HowMany && !index.IsCurated ? _figures.Of(reading, best.Passage.Sentence) : best.Slot ?? SlotNearby(reading, best, found),
            Who = best.Who ?? found.Hits.FirstOrDefault(hit => hit.Passage.Sentence.Id == best.Passage.Sentence.Id && hit.Passage.Slot(SlotRole.Who) is not null)?.Passage.Slot(SlotRole.Who),
        };
    }

    /// <summary>"Who else spoke of it?": the sentences of whoever the last answer was of are not asked for.</summary>
    private HashSet<string> Spoken(QuestionReading reading, PastTurn? before)
    {
        if (before is null || !reading.AsksWhoElse)
        {
            return [];
        }

        var speakers = index.Passages.Where(passage => before.Answer.Citations.Any(citation => citation.Sentence == passage.Sentence.Id)).Select(passage => passage.Speaker).ToHashSet();
        return [.. index.Passages.Where(passage => passage.Speaker is { } speaker && speakers.Contains(speaker)).Select(passage => passage.Sentence.Id)];
    }

    /// <summary>"Which countries back it?" is answered by the name of a place.</summary>
    public bool LacksPlace(QuestionReading reading, Slot slot) => _slots.LacksPlace(reading, slot);

    /// <summary>A passage that is known to answer.</summary>
    /// <param name="role">Of the phrase that answers; null where the question tells.</param>
    public Choice Of(Passage passage, SlotRole? role, QuestionReading reading, Found found)
    {
        var hit = found.Hits.FirstOrDefault(hit => hit.Passage == passage) ?? new Hit(passage, 0, new float[found.Terms.Count], 0);
        var slot = role is null || (role is SlotRole.Who && reading.Kind is AskKind.WhoSaid) ? _slots.Filler(reading, passage) : role is SlotRole.What && reading.AsksWhatHappened ? null : passage.Slot(role.Value);
        return new Choice(hit, hit.Score, slot is not null && (Interrogative.NamesNobody(slot.Text.ToLowerInvariant()) || _slots.IsOfTheQuestion(reading, slot)) ? null : slot, passage.Slot(SlotRole.Who));
    }

    /// <summary>The passage that has the other half of "the one at A and the one at B"; null where one passage has both, or none the other.</summary>
    public Choice? Other(QuestionReading reading, Found found, Choice choice)
    {
        if (!Array.Exists(reading.Question.Tokens, token => token.Lower is "and" or "both" or "&"))
        {
            return null;
        }

        var left = PremiseCheck.Uncovered(reading, choice.Hit);
        if (left.Count is 0 or > 3)
        {
            return null;
        }

        foreach (var hit in found.Hits)
        {
            if (hit.Passage.Sentence.Id != choice.Passage.Sentence.Id && left.All(term => hit.Coverage[term] >= Plainly)
                && (AreJoined(reading, choice, left) || Enumerable.Range(0, reading.Terms.Count).Any(term => reading.Terms[term].Weight > 0 && hit.Coverage[term] >= Plainly && choice.Hit.Coverage[term] >= Plainly)))
            {
                return new Choice(hit, hit.Score, _slots.For(reading, hit), hit.Passage.Slot(SlotRole.Who));
            }
        }

        return null;
    }

    /// <summary>"the rescue and the recovery": the one is covered, the other left, and "and" stands between.</summary>
    private static bool AreJoined(QuestionReading reading, Choice choice, List<int> left)
    {
        var and = Array.FindIndex(reading.Question.Tokens, token => token.Lower is "and" or "&");
        return left.Any(term => Math.Abs(reading.Terms[term].FirstToken - and) <= 4)
            && Enumerable.Range(0, reading.Terms.Count).Any(term => choice.Hit.Coverage[term] >= Plainly && !left.Contains(term)
                && (reading.Terms[term].FirstToken < and) != (reading.Terms[left[0]].FirstToken < and) && Math.Abs(reading.Terms[term].FirstToken - and) <= 4);
    }

    /// <summary>A request with hardly a word of its own ("and what country is that in?", "his name?") is about what the last answer stood on.</summary>
    private IEnumerable<Hit> Anchored(QuestionReading reading, Found found, PastTurn? before)
    {
        if (before is null || before.Answer.Citations.Count == 0 || reading.OwnContent >= 1)
        {
            return found.Hits;
        }

        var stands = before.Answer.Citations.Select(citation => citation.Sentence).ToHashSet(StringComparer.Ordinal);
        if (NamesAnother(reading, found, stands))
        {
            return found.Hits;
        }

        var isOfAPerson = reading.Kind is AskKind.Where or AskKind.When or AskKind.Why ? Array.Exists(reading.Question.Tokens, token => token.Lower is "he" or "she")
            : Array.Exists(reading.Question.Tokens, token => token.Lower is "job" or "role" or "title" or "post") && Array.Exists(reading.Question.Tokens, token => token.Lower is "his" or "her");
        if (isOfAPerson || (reading.Kind is not AskKind.Where && Interrogative.SlotOf(reading.Kind) is { } role && !index.Passages.Any(passage => stands.Contains(passage.Sentence.Id) && index.MayHold(passage, role))))
        {
            stands.UnionWith(SentencesOnTheSame(stands));
        }

        var hits = found.Hits.Where(hit => stands.Contains(hit.Passage.Sentence.Id)).ToList();
        hits.AddRange(index.Passages
            .Where(passage => stands.Contains(passage.Sentence.Id) && !hits.Exists(hit => hit.Passage == passage))
            .Select(passage => new Hit(passage, 0, new float[found.Terms.Count], 0)));
        return hits;
    }

    /// <summary>"And tomorrow?": a day that what the last answer stood on does not have, and the article has.</summary>
    private static bool NamesAnother(QuestionReading reading, Found found, HashSet<string> stands)
    {
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (TimeWords.IsDay(reading.Terms[term].Key) || RelativeTime.In([reading.TokenOf(term)]) is not null)
            {
                var covering = found.Hits.Where(hit => hit.Coverage[term] >= Plainly).ToArray();
                if (covering.Length > 0 && !Array.Exists(covering, hit => stands.Contains(hit.Passage.Sentence.Id)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where else the article speaks of whom or what these sentences speak of.</summary>
    private IEnumerable<string> SentencesOnTheSame(HashSet<string> sentences)
    {
        var named = index.Knowledge.Sentences.Where(sentence => sentences.Contains(sentence.Id))
            .SelectMany(sentence => index.EntitiesIn(sentence.Span)).Where(entity => entity.Kind is not EntityKind.Place).ToArray();
        return index.Knowledge.Sentences.Where(sentence => index.EntitiesIn(sentence.Span).Any(named.Contains)).Select(sentence => sentence.Id);
    }

    /// <summary>Another passage of the same sentence may have the phrase that this one lacks.</summary>
    private Slot? SlotNearby(QuestionReading reading, Choice best, Found found)
    {
        foreach (var hit in found.Hits)
        {
            if (hit.Passage.Sentence.Id == best.Passage.Sentence.Id && hit.Score >= best.Hit.Score * 0.85f
                && _slots.For(reading, hit) is { } slot && best.Passage.Kind is not (PassageKind.Fact or PassageKind.Figure))
            {
                return slot;
            }
        }

        return null;
    }
}
