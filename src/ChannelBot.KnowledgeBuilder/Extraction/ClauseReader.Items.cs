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
}
