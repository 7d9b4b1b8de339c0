using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads one item behind a verb after the other.</summary>
internal sealed partial class ClauseReader
{
    /// <summary>Reads the item at a chunk; returns the index behind it, or the same where the clause ends here.</summary>
    private int Item(int k, Predicate state)
    {
        switch (Kind(k))
        {
            case ChunkKind.Noun:
                return NounItem(k, state);
            case ChunkKind.Adjective:
                state.Object ??= WordClasses.Is("copular", state.Clause.Verb) ? _phrases.Words(k, k + 1) : null;
                return k + 1;
            case ChunkKind.That:
                return Complement(k, k + 1, state);
            case ChunkKind.Subordinator:
                return SubordinateItem(k, state);
            case ChunkKind.Relative:
                return ReadRelative(k, NounBefore(k) ?? state.Object ?? state.Subject, state.Limit);
            case ChunkKind.Preposition:
                return PrepositionItem(k, state);
            case ChunkKind.Time:
                state.Clause.Add(SlotRole.When, _phrases.Words(k, k + 1));
                return k + 1;
            case ChunkKind.Infinitive:
                return InfinitiveItem(k, state);
            case ChunkKind.Ing or ChunkKind.Participle:
                return ParticipleItem(k, state);
            case ChunkKind.Comma:
                return CommaItem(k, state);
            case ChunkKind.Conjunction:
                return ConjunctionItem(k, state);
            case ChunkKind.Stop:
                return StopItem(k, state);
            case ChunkKind.Quote when Said(k) is not null:
                return k;
            case ChunkKind.Quote or ChunkKind.Adverb or ChunkKind.Other or ChunkKind.Open or ChunkKind.Close:
                return k + 1;
            default:
                return k;
        }
    }

    /// <summary>The noun phrase that "who" or "which" follows.</summary>
    private Stretch? NounBefore(int k)
    {
        var at = Kind(k - 1) is ChunkKind.Comma ? k - 2 : k - 1;
        if (Kind(at) is not ChunkKind.Noun)
        {
            return null;
        }

        var first = at;
        while (Kind(first - 1) is ChunkKind.Preposition && _chunks[first - 1].Text == "of" && Kind(first - 2) is ChunkKind.Noun && Kind(at + 1) is ChunkKind.Comma)
        {
            first -= 2;
        }

        return _phrases.Words(first, at + 1);
    }

    private int NounItem(int k, Predicate state)
    {
        if (_phrases.IsClauseAhead(k) && (!state.IsFirst || WordClasses.Is("reporting", state.Clause.Verb)))
        {
            // "said he had left": a clause without "that"; behind another object it is a new sentence.
            return WordClasses.Is("reporting", state.Clause.Verb) ? Complement(k, k, state) : k;
        }

        var end = Math.Min(_phrases.ObjectEnd(k), state.Limit);
        var words = _phrases.Words(k, end);
        if (state.Object is not { } first)
        {
            state.Object = words;
            DescribeObject(k, end);
            return end;
        }

        // "gave him a medal": whom, then what.
        if (Kind(k - 1) is ChunkKind.Noun && (_phrases.IsPeople(first) || WordClasses.Is("giving", state.Clause.Verb)) && !state.Clause.IsPassive)
        {
            state.Clause.Add(SlotRole.Whom, first);
            state.Object = words;
        }

        return end;
    }

    /// <summary>"two bodies found adrift", "networks exploiting people": what describes the object is a clause of its own.</summary>
    private void DescribeObject(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (Kind(i) is ChunkKind.Participle or ChunkKind.Ing && Kind(i - 1) is ChunkKind.Noun)
            {
                ReadPredicate(i, _phrases.Words(i - 1, i), new Front(), limit: end);
                return;
            }
        }
    }

    /// <summary>What is said, thought, or hoped: the whole clause answers "what".</summary>
    private int Complement(int first, int clause, Predicate state)
    {
        if (clause >= state.Limit)
        {
            return clause;
        }

        var before = _clauses.Count;
        var end = Math.Min(Math.Max(ReadClause(clause, null, isFirst: false), clause + 1), state.Limit);
        end = SharedComplement(end, state);
        while (end > clause + 1 && Kind(end - 1) is ChunkKind.Comma or ChunkKind.Stop or ChunkKind.Conjunction)
        {
            end--;
        }

        if (state.Object is { } whom && _phrases.IsPeople(whom))
        {
            state.Clause.Add(SlotRole.Whom, whom);
            state.Object = _phrases.Words(clause, end);
            state.IsClause = true;
        }
        else
        {
            state.IsClause |= state.Object is null;
            state.Object ??= _phrases.Words(clause, end);
        }

        if (WordClasses.Is("attributing", state.Clause.Verb) && !state.Clause.IsPassive)
        {
            Report(before, state.Subject);
        }

        return first < clause ? Math.Max(end, clause) : end;
    }

    /// <summary>"said the plan was late and would cost more": a verb with an auxiliary goes on with what is said.</summary>
    private int SharedComplement(int end, Predicate state)
    {
        while (Kind(end) is ChunkKind.Conjunction && _chunks[end].Text is "and" or "or" or "but" && _innerSubject is { } subject)
        {
            var verb = end + 1;
            while (Kind(verb) is ChunkKind.Quote or ChunkKind.Adverb)
            {
                verb++;
            }

            if (verb >= state.Limit || Kind(verb) is not ChunkKind.Finite || !reading.Words[_chunks[verb].First].IsAuxiliary)
            {
                return end;
            }

            end = ReadPredicate(verb, subject, new Front(), state.Limit);
            _innerSubject = subject;
        }

        return end;
    }

    /// <summary>The clauses read since are what somebody says.</summary>
    private void Report(int from, Stretch speaker)
    {
        for (var i = from; i < _clauses.Count; i++)
        {
            _clauses[i].Speaker ??= speaker;
        }
    }

    private int SubordinateItem(int k, Predicate state)
    {
        var word = _chunks[k].Text;
        var isQuestion = word is "what" or "how" or "why" or "whether" or "where" or "when" && state.IsFirst;
        var end = Kind(k + 1) is ChunkKind.Participle or ChunkKind.Ing ? _phrases.DescriptionEnd(k + 1) : ReadClause(k + 1, null, isFirst: false);
        end = Math.Min(Math.Max(end, k + 1), state.Limit);
        var words = _phrases.Words(k, end);
        if (isQuestion)
        {
            state.Object ??= words;
        }
        else
        {
            AddSubordinate(state.Clause.Slots, word, words);
            if (word == "as")
            {
                // "fell as shoppers switched": the reason of a change, else the time.
                var isChange = WordClasses.Is("up", state.Clause.Verb) || WordClasses.Is("down", state.Clause.Verb) || WordClasses.Is("change", state.Clause.Verb);
                state.Clause.Add(isChange ? SlotRole.Why : SlotRole.When, words);
            }
        }

        return end;
    }

    private int InfinitiveItem(int k, Predicate state)
    {
        var belongs = state.Object is { } held && Kind(k - 1) is ChunkKind.Noun && WordClasses.Is("with-infinitive", _chunks[k - 1].Text);
        var isWanted = state.Object is { } whom && (WordClasses.Is("controlling", state.Clause.Verb) || (_phrases.IsPeople(whom) && WordClasses.Is("raising", state.Clause.Verb)));
        if (reading.Words[_chunks[k].First].Tag is not Tag.To)
        {
            // "to trace and disrupt them": the second verb of a pair.
            return ReadPredicate(k, state.Subject, new Front(), state.Limit);
        }

        var end = ReadPredicate(k, isWanted ? state.Object!.Value : state.Subject, new Front(), state.Limit);
        var words = _phrases.Words(k, end);
        if (belongs)
        {
            state.Object = new Stretch(state.Object!.Value.First, words.Last);
        }
        else if (isWanted)
        {
            state.Clause.Add(SlotRole.Whom, state.Object!.Value);
            state.Object = words;
        }
        else
        {
            state.Clause.Add(SlotRole.Purpose, words);
        }

        return end;
    }

    private int ParticipleItem(int k, Predicate state)
    {
        // "bodies—thought to be climbers—found on the ridge": a participle goes with the noun before, an -ing behind a comma with the subject.
        var isOfObject = Kind(k) is ChunkKind.Participle && Kind(k - 1) is not (ChunkKind.Comma or ChunkKind.Conjunction);
        var end = ReadPredicate(k, isOfObject ? state.Object ?? state.Subject : state.Subject, new Front(), state.Limit);
        if (state.IsFirst)
        {
            // "started selling houses"
            state.Object ??= _phrases.Words(k, end);
        }

        return end;
    }

    private int CommaItem(int k, Predicate state)
    {
        if (_phrases.ListEnd(k) is > 0 and var list && Kind(k - 1) is ChunkKind.Noun)
        {
            return list;
        }

        // “Words” behind a comma are a sentence of their own.
        if (Kind(k + 1) is ChunkKind.Quote && reading.Words[_chunks[k + 1].First].Lower is "“" or "‘" or "\"")
        {
            return k;
        }

        var next = k + 1;
        while (Kind(next) is ChunkKind.Quote or ChunkKind.Adverb)
        {
            next++;
        }

        if (next >= state.Limit)
        {
            return k;
        }

        if (SaidAt(next) is not null || Kind(next) is ChunkKind.Preposition && Kind(next + 1) is ChunkKind.Subordinator)
        {
            return k;
        }

        return Kind(next) switch
        {
            ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Ing or ChunkKind.Participle or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Infinitive => next,
            ChunkKind.Conjunction when Kind(next + 1) is ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Infinitive or ChunkKind.Ing or ChunkKind.Participle => next,
            ChunkKind.Noun when !_phrases.IsClauseAhead(next) => Apposition(k, next, state),
            _ => k,
        };
    }

    /// <summary>", northern France": goes with the place before; any other noun behind a comma only explains.</summary>
    private int Apposition(int comma, int noun, Predicate state)
    {
        var end = _phrases.ObjectEnd(noun);
        var slots = state.Clause.Slots;
        if (slots.Count > 0 && slots[^1].Role is SlotRole.Where && slots[^1].Words.Last == _chunks[comma].First && _phrases.IsPlace(_chunks[noun]))
        {
            slots[^1] = (SlotRole.Where, new Stretch(slots[^1].Words.First, _chunks[noun].Last));
            return noun + 1;
        }

        return end;
    }

    /// <summary>", police said" or ", said Ann Lee": who says the clause before, and the index behind.</summary>
    private (Stretch Speaker, int End)? SaidAt(int k)
    {
        var at = k;
        while (at < _chunks.Count && at - k < 8 && Kind(at) is not ChunkKind.Finite)
        {
            if (Kind(at) is not (ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Comma or ChunkKind.Adverb))
            {
                return null;
            }

            at++;
        }

        if (Kind(at) is not ChunkKind.Finite || !Attribution.IsSaying(reading, _chunks[at]) || Attribution.Find(reading, k, Math.Min(_chunks.Count, at + 4)) is not { } found)
        {
            return null;
        }

        // "and said he would" goes on: there what is said follows, here it came before.
        var end = Math.Max(at + 1, reading.ChunkAt(found.Words.Last - 1) + 1);
        return Kind(end) is ChunkKind.Comma or ChunkKind.Stop or ChunkKind.Quote or ChunkKind.Time or ChunkKind.Preposition ? (found.Speaker, end) : null;
    }

    private int ConjunctionItem(int k, Predicate state)
    {
        if (_phrases.ListEnd(k) is > 0 and var list && Kind(k - 1) is ChunkKind.Noun or ChunkKind.Quote)
        {
            return list;
        }

        return Kind(k + 1) switch
        {
            ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Ing or ChunkKind.Participle or ChunkKind.Subordinator or ChunkKind.Infinitive or ChunkKind.Adjective => k + 1,
            ChunkKind.Adverb when Kind(k + 2) is ChunkKind.Preposition or ChunkKind.Time => k + 1,
            ChunkKind.Noun when !_phrases.IsClauseAhead(k + 1) => k + 1,
            ChunkKind.That => k + 1,
            _ => k,
        };
    }

    /// <summary>A dash may only set something in; a colon before quoted words leaves them to the next clause.</summary>
    private int StopItem(int k, Predicate state)
    {
        if (_chunks[k].Text is "—" or "–" or "-" && Matching(k, ChunkKind.Stop) is var end && end > k && end < state.Limit)
        {
            return end;
        }

        return k;
    }
}
