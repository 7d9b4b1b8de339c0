using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic;
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
}

/// <summary>Chooses, among the passages that a question's words touch, the one that answers it.</summary>
internal sealed class PassageChoice(ArticleIndex index)
{
    private const float OfASpeaker = 0.5f;
    private const float OfResemblance = 0.06f;
    private const float OfMeaning = 0.6f;
    private const float OfExpectation = 0.6f;

    /// <summary>A passage that covers a term so well speaks of it beyond doubt.</summary>
    private const float Plainly = 0.7f;

    public Choice? Best(QuestionReading reading, Found found, PastTurn? before)
    {
        Choice? best = null;
        var figure = reading.Kind == AskKind.HowMany ? FigureAsked(reading) : null;
        var weights = Weights(reading, found);
        foreach (var hit in Anchored(reading, found, before))
        {
            var slot = SlotFor(reading, hit);
            var fit = Score(weights, hit) + Preference(reading, hit, slot) + Continuity(hit.Passage, before) + Speaks(hit.Passage, figure) + Expected(hit.Passage, found);
            if (best is null || fit > best.Fit)
            {
                best = new Choice(hit, fit, slot, hit.Passage.Slot(SlotRole.Who));
            }
        }

        if (best is null)
        {
            return null;
        }

        return best with
        {
            Slot = best.Slot ?? SlotNearby(reading, best, found),
            Who = best.Who ?? found.Hits.FirstOrDefault(hit => hit.Passage.Sentence.Id == best.Passage.Sentence.Id && hit.Passage.Slot(SlotRole.Who) is not null)?.Passage.Slot(SlotRole.Who),
        };
    }

    /// <summary>A passage that is known to answer.</summary>
    /// <param name="role">Of the phrase that answers; null where the question tells.</param>
    public Choice Of(Passage passage, SlotRole? role, QuestionReading reading, Found found)
    {
        var hit = found.Hits.FirstOrDefault(hit => hit.Passage == passage) ?? new Hit(passage, 0, new float[found.Terms.Count], 0);
        var slot = role is null || (role is SlotRole.Who && reading.Kind is AskKind.WhoSaid) ? Filler(reading, passage) : role is SlotRole.What && reading.AsksWhatHappened ? null : passage.Slot(role.Value);
        return new Choice(hit, hit.Score, slot is not null && Interrogative.NamesNobody(slot.Text.ToLowerInvariant()) ? null : slot, passage.Slot(SlotRole.Who));
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
                return new Choice(hit, hit.Score, SlotFor(reading, hit), hit.Passage.Slot(SlotRole.Who));
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
        if (Interrogative.SlotOf(reading.Kind) is { } role && !index.Passages.Any(passage => stands.Contains(passage.Sentence.Id) && index.MayHold(passage, role)))
        {
            stands.UnionWith(SentencesOnTheSame(stands));
        }

        var hits = found.Hits.Where(hit => stands.Contains(hit.Passage.Sentence.Id)).ToList();
        hits.AddRange(index.Passages
            .Where(passage => stands.Contains(passage.Sentence.Id) && !hits.Exists(hit => hit.Passage == passage))
            .Select(passage => new Hit(passage, 0, new float[found.Terms.Count], 0)));
        return hits;
    }

    /// <summary>Where else the article speaks of whom or what these sentences speak of.</summary>
    private IEnumerable<string> SentencesOnTheSame(HashSet<string> sentences)
    {
        var named = index.Knowledge.Sentences.Where(sentence => sentences.Contains(sentence.Id))
            .SelectMany(sentence => index.EntitiesIn(sentence.Span)).Where(entity => entity.Kind is not EntityKind.Place).ToArray();
        return index.Knowledge.Sentences.Where(sentence => index.EntitiesIn(sentence.Span).Any(named.Contains)).Select(sentence => sentence.Id);
    }

    /// <summary>How much each term says about which passage answers: most that is said is said by few, so that a speaker tells less than the words.</summary>
    private float[] Weights(QuestionReading reading, Found found)
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

    private static float Score(float[] weights, Hit hit)
    {
        var score = (OfResemblance * hit.Relevance) + (OfMeaning * hit.Nearness);
        for (var term = 0; term < weights.Length; term++)
        {
            score += weights[term] * hit.Coverage[term];
        }

        return score;
    }

    private static Figure? FigureAsked(QuestionReading reading)
    {
        var matches = FigureMatcher.Match(reading.Question, 0, reading.Question.Tokens.Length);
        return matches.Count > 0 && matches[0].Score >= 0.45 && (matches[0].NounMatched || matches[0].MarksMatched > 0) ? matches[0].Figure : null;
    }

    private static float Speaks(Passage passage, Figure? figure)
    {
        if (figure is null)
        {
            return 0;
        }

        return passage.Figure == figure ? 0.25f
            : passage.Fact is not null && passage.Slot(SlotRole.HowMany) is { } slot && slot.Start <= figure.End && figure.Start <= slot.End ? 0.25f
            : 0;
    }

    /// <summary>How likely the curation takes the question to be for the fact.</summary>
    private static float Expected(Passage passage, Found found)
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

    private float Preference(QuestionReading reading, Hit hit, Slot? slot)
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
        if (OffersWhatStandsIn(hit, reading))
        {
            preference += 0.15f;
        }

        if (reading.Kind is AskKind.HowMany && NumberFormAsked.Of(reading) is { } form)
        {
            preference += !index.FiguresIn(passage).Any(figure => figure.Form == form) ? -0.08f : form is NumberForm.Score ? 0.3f : 0.12f;
        }

        if (index.Knowledge.Facts.Count == 0 && AsksMany(reading) && !index.FiguresIn(passage).Any(IsCounted))
        {
            preference -= 0.12f;
        }

        if (reading.Kind is AskKind.When or AskKind.Where && Interrogative.SlotOf(reading.Kind) is { } role && !index.MayHold(passage, role))
        {
            preference -= 0.12f;
        }

        if (reading.Focus >= 0 && reading.Focus < hit.Coverage.Length && hit.Coverage[reading.Focus] < PremiseCheck.Covered)
        {
            preference -= 0.15f;
        }

        if (reading.Speaker >= 0 && reading.Terms[reading.Speaker].IsEntity)
        {
            preference += passage.Speaker == reading.Terms[reading.Speaker].Key ? 0.12f : passage.Speaker is null ? 0f : -0.1f;
        }

        return preference;
    }

    private static bool OffersWhatStandsIn(Hit hit, QuestionReading reading)
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

    /// <summary>"How many": money and percentages are no answer.</summary>
    private static bool AsksMany(QuestionReading reading) =>
        reading.Kind is AskKind.HowMany && NumberFormAsked.Of(reading) is null && Array.Exists(reading.Question.Tokens, token => token.Lower is "many")
        && !Array.Exists(reading.Question.Tokens, token => token.Lower is "pounds" or "dollars" or "euros" or "percent" or "cent" or "cents");

    private static bool IsCounted(Figure figure) => figure.Form is not (NumberForm.Money or NumberForm.Percent or NumberForm.Year or NumberForm.Date or NumberForm.Clock);

    /// <summary>What the last answer stood on is what "it" and "that" point at.</summary>
    private static float Continuity(Passage passage, PastTurn? before)
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

    private Slot? SlotFor(QuestionReading reading, Hit hit) =>
        !((reading.IsBareHow || reading.Kind is AskKind.Who) && reading.MainVerb >= 0 && hit.Coverage[reading.MainVerb] < PremiseCheck.Covered)
        && Filler(reading, hit.Passage) is { } slot && !Interrogative.NamesNobody(slot.Text.ToLowerInvariant()) && !IsOfTheQuestion(reading, slot) && !CountsNothing(reading, hit.Passage, slot) && !LacksPlace(reading, slot) ? slot : null;

    /// <summary>A sum of money, where "how many" is asked.</summary>
    private bool CountsNothing(QuestionReading reading, Passage passage, Slot slot) =>
        AsksMany(reading) && HasOnlyUncounted(index.FiguresIn(passage), slot);

    private static bool HasOnlyUncounted(IReadOnlyList<Figure> figures, Slot slot) =>
        figures.Where(figure => figure.Start < slot.End && slot.Start < figure.End).ToArray() is { Length: > 0 } within && !within.Any(IsCounted);

    /// <summary>"Which town" is answered by the name of a place.</summary>
    private bool LacksPlace(QuestionReading reading, Slot slot)
    {
        var tokens = reading.Question.Tokens;
        return reading.Kind is AskKind.Where
            && Array.FindIndex(tokens, token => token.Lower is "city" or "town" or "country" or "village") is > 0 and var at && tokens[at - 1].Lower is "which" or "what"
            && !index.EntitiesIn(new Span(slot.Start, slot.End)).Any(entity => entity.Kind is EntityKind.Place);
    }

    /// <summary>"Who is the mayor meeting?" is not answered by the mayor.</summary>
    private bool IsOfTheQuestion(QuestionReading reading, Slot slot) =>
        reading.Kind is AskKind.Who && reading.Agent >= 0
        && index.EntitiesIn(new Span(slot.Start, slot.End)).Any(entity => entity.Id == reading.Terms[reading.Agent].Key);

    private Slot? Filler(QuestionReading reading, Passage passage) => reading.Kind switch
    {
        AskKind.WhoSaid => SpeakerSlot(passage) ?? passage.Slot(SlotRole.Who),
        AskKind.Who => reading.IsPassive ? passage.Slot(SlotRole.Whom) ?? passage.Slot(SlotRole.Who) : passage.Slot(SlotRole.Who),
        AskKind.Why => passage.Slot(SlotRole.Why) ?? passage.Slot(SlotRole.Purpose),
        AskKind.How => passage.Slot(SlotRole.How),
        AskKind.What => reading.Speaker >= 0 || reading.AsksWhatHappened ? null : passage.Slot(SlotRole.What),
        _ => Interrogative.SlotOf(reading.Kind) is { } role ? passage.Slot(role) : null,
    };

    /// <summary>The name of whoever said it, at the place nearest to their words.</summary>
    private Slot? SpeakerSlot(Passage passage)
    {
        var speaker = passage.Speaker is null ? null : index.Entity(passage.Speaker);
        if (speaker is null || speaker.Mentions.Count == 0)
        {
            return null;
        }

        var mention = speaker.Mentions.Where(mention => mention.Start <= passage.Source.End).DefaultIfEmpty(speaker.Mentions[0]).Last();
        return new Slot(SlotRole.Who, mention.Start, mention.End, index.Knowledge.Article.Text[mention.Start..mention.End]);
    }

    /// <summary>Another passage of the same sentence may have the phrase that this one lacks.</summary>
    private Slot? SlotNearby(QuestionReading reading, Choice best, Found found)
    {
        foreach (var hit in found.Hits)
        {
            if (hit.Passage.Sentence.Id == best.Passage.Sentence.Id && hit.Score >= best.Hit.Score * 0.85f
                && SlotFor(reading, hit) is { } slot && best.Passage.Kind is not (PassageKind.Fact or PassageKind.Figure))
            {
                return slot;
            }
        }

        return null;
    }
}
