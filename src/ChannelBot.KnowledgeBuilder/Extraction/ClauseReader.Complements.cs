using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads the clauses inside a clause: what is said, wanted, asked, and when or why.</summary>
internal sealed partial class ClauseReader
{
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
}
