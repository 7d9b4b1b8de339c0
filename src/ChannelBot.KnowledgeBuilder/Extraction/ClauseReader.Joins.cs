using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads what joins one item to the next: commas, conjunctions, dashes, and who says what stands before.</summary>
internal sealed partial class ClauseReader
{
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
