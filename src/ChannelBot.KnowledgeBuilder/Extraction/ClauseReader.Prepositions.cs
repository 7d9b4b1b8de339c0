using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads phrases with a preposition behind a verb.</summary>
internal sealed partial class ClauseReader
{
    private int PrepositionItem(int k, Predicate state)
    {
        var preposition = _chunks[k].Text;
        switch (Kind(k + 1))
        {
            case ChunkKind.Ing:
                return GerundItem(k, preposition, state);
            case ChunkKind.Infinitive when Connectives.Is("purpose", preposition):
                var infinitive = ReadPredicate(k + 1, state.Subject, new Front(), state.Limit);
                state.Clause.Add(SlotRole.Purpose, _phrases.Words(k, infinitive));
                return infinitive;
            case ChunkKind.Participle when preposition == "as":
                return AsReported(k, state);
            case ChunkKind.Noun when Adverbials.OpensClause(preposition) && _phrases.IsClauseAhead(k + 1):
                return SubordinateItem(k, state);
            case ChunkKind.Noun:
                return NounPhraseItem(k, preposition, state);
            case ChunkKind.Time:
                if (Adverbials.OfTime(preposition))
                {
                    state.Clause.Add(SlotRole.When, _phrases.Words(k, k + 2));
                }

                return k + 2;
            default:
                return k + 1;
        }
    }

    /// <summary>"by strengthening our cooperation", "after taking office", "for breaking the rules".</summary>
    private int GerundItem(int k, string preposition, Predicate state)
    {
        var end = ReadPredicate(k + 1, state.Subject, new Front(), state.Limit);
        var words = _phrases.Words(k, end);
        if (Adverbials.OfPreposition(preposition, _chunks[k + 1], isPlace: false, state.Clause.Verb) is { } role)
        {
            state.Clause.Add(role, words);
            if (role is SlotRole.When && preposition is "after")
            {
                state.Clause.Add(SlotRole.Why, words);
            }
        }
        else if (state.IsFirst)
        {
            // "focus on bolstering teams"
            state.Object ??= new Stretch(_chunks[k + 1].First, words.Last);
        }

        return end;
    }

    /// <summary>", as reported by French media": who says so.</summary>
    private int AsReported(int k, Predicate state)
    {
        var end = _phrases.DescriptionEnd(k + 1);
        var isSaying = reading.Words[_chunks[k + 1].Head].Verb is { } verb && WordClasses.Is("attributing", verb.Lemma);
        if (isSaying && Kind(k + 2) is ChunkKind.Preposition && _chunks[k + 2].Text == "by" && Kind(k + 3) is ChunkKind.Noun)
        {
            state.Clause.Speaker ??= _phrases.Words(k + 3, Math.Min(end, _chunks.Count));
        }

        return end;
    }

    private int NounPhraseItem(int k, string preposition, Predicate state)
    {
        var noun = _chunks[k + 1];
        var isPlace = _phrases.IsPlace(noun) || IsUnknownPlace(preposition, noun) || (preposition is "on" or "in" or "aboard" && NameWords.IsVehicle(noun.Text));
        var end = Math.Min(_phrases.ObjectEnd(k + 1), state.Limit);
        if (preposition == "according to")
        {
            var speaker = Attribution.Phrase(reading, k + 1, _chunks.Count);
            Report(_clauses.IndexOf(state.Clause), speaker);
            return Math.Max(end, reading.ChunkAt(speaker.Last - 1) + 1);
        }

        var whole = _phrases.Words(k, end);
        if (preposition == "from" && isPlace && OriginOf(k, end, state))
        {
            return end;
        }

        if (preposition == "by" && WordClasses.Is("point", noun.Text))
        {
            state.Clause.Add(SlotRole.When, whole);
            return end;
        }

        if (state.Clause.IsPassive && preposition == "by" && !isPlace && !IsMeasure(noun))
        {
            state.Clause.Add(SlotRole.Who, _phrases.Words(k + 1, end));
            return end;
        }

        var role = preposition == "at" && IsMeasure(noun) ? null : Adverbials.OfPreposition(preposition, noun, isPlace, state.Clause.Verb);
        if (role is SlotRole.Where)
        {
            return WhereItem(k, state);
        }

        if (role is { } known)
        {
            state.Clause.Add(known, whole);
            if (preposition is "after" or "following")
            {
                state.Clause.Add(SlotRole.Why, whole);
            }
        }
        else if (state.IsFirst && preposition is "for" or "on" or "about" or "against" or "into" or "at" or "to" or "of" && !state.Clause.IsPassive)
        {
            // "called for an inquiry", "voted on the plan", but "were on loan"
            state.Object ??= state.Clause.Verb == "be" ? whole : _phrases.Words(k + 1, end);
        }

        return end;
    }

    /// <summary>"a choir from Leeds", "a farmer from Devon": where people come from belongs to them, unless the verb is one of going.</summary>
    private bool OriginOf(int k, int end, Predicate state)
    {
        if (Kind(k - 1) is not ChunkKind.Noun || WordClasses.Is("moving", state.Clause.Verb) || !_phrases.IsPeople(_phrases.Words(k - 1, k)))
        {
            return false;
        }

        var before = _chunks[k].First;
        var last = _chunks[end - 1].Last;
        var slots = state.Clause.Slots;
        if (state.Object is { } held && held.Last == before)
        {
            state.Object = new Stretch(held.First, last);
        }
        else if (slots.Count > 0 && slots[^1].Words.Last == before)
        {
            slots[^1] = (slots[^1].Role, new Stretch(slots[^1].Words.First, last));
        }

        return true;
    }

    /// <summary>Place after place is one answer: "on a beach near the harbour", "off the coast of the island".</summary>
    private int WhereItem(int k, Predicate state)
    {
        var end = Math.Min(PlaceEnd(k + 1), state.Limit);
        while (Kind(end) is ChunkKind.Preposition && Kind(end + 1) is ChunkKind.Noun && end + 1 < state.Limit
            && (_chunks[end].Text is "of" || (_phrases.IsPlace(_chunks[end + 1]) && _chunks[end].Text is "in" or "near" or "at" or "off" or "on" or "beside" or "outside" or "next to" or "close to")))
        {
            end = Math.Min(PlaceEnd(end + 1), state.Limit);
        }

        state.Clause.Add(SlotRole.Where, _phrases.Words(k, end));
        return end;
    }

    /// <summary>A list of places is one answer; a place and something else are not.</summary>
    private int PlaceEnd(int noun)
    {
        var end = _phrases.ObjectEnd(noun);
        for (var i = noun + 1; i < end; i++)
        {
            if (Kind(i) is ChunkKind.Conjunction or ChunkKind.Comma && Kind(i + 1) is ChunkKind.Noun && !_phrases.IsPlace(_chunks[i + 1]))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>A name behind "in" or "near" is a place, unless it is known to be something else.</summary>
    private bool IsUnknownPlace(string preposition, Chunk noun) =>
        preposition is "in" or "near" or "off" or "outside" && reading.Words[noun.Head].Tag is Tag.Name
        && !speakers.Names(reading.Place(noun), EntityKind.Person) && !speakers.Names(reading.Place(noun), EntityKind.Event);

    private bool IsMeasure(Chunk noun) => reading.Words[noun.First].Tag is Tag.Number;
}
