using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads the clauses of a sentence, going over its chunks once from left to right.</summary>
/// <remarks>Rules and word lists, no model: where a sentence is not understood, the clause is left out rather than guessed.</remarks>
internal sealed partial class ClauseReader(Reading reading, Speakers speakers)
{
    /// <summary>Clauses inside clauses inside clauses: deeper is no English.</summary>
    private const int Deepest = 8;

    private readonly List<Chunk> _chunks = reading.Chunks;
    private readonly Phrases _phrases = new(reading, speakers);
    private readonly List<Clause> _clauses = [];
    private int _depth;

    public List<Clause> Read()
    {
        Stretch? subject = null;
        var said = 0;
        for (var k = 0; k < _chunks.Count;)
        {
            if (Said(k) is { } words)
            {
                Report(said, words.Speaker);
                said = _clauses.Count;
                k = AfterSaid(words);
                continue;
            }

            var before = _clauses.Count;
            var next = ReadClause(k, subject, isFirst: k == 0);

            // A verb behind "and" has the subject of the clause before, not of one inside it.
            subject = _clauses.Count > before ? _outermost ?? subject : subject;
            k = Math.Max(next, k + 1);
        }

        return _clauses;
    }

    /// <summary>", police said" or ", said Ann Lee" at a comma or closing mark: what was said stands before.</summary>
    private (Stretch Speaker, int End)? Said(int k)
    {
        if (k == 0 || Kind(k) is not (ChunkKind.Comma or ChunkKind.Quote))
        {
            return null;
        }

        while (Kind(k) is ChunkKind.Comma or ChunkKind.Quote or ChunkKind.Adverb)
        {
            k++;
        }

        return SaidAt(k);
    }

    /// <summary>"said Ann Lee, 82, who was carried out": what follows is about the speaker.</summary>
    private int AfterSaid((Stretch Speaker, int End) said)
    {
        var k = said.End;
        while (Kind(k) is ChunkKind.Comma or ChunkKind.Noun && k < said.End + 3)
        {
            k++;
        }

        return Kind(k) is ChunkKind.Relative ? Math.Max(ReadRelative(k, said.Speaker, _chunks.Count), said.End) : said.End;
    }

    /// <summary>The subject of the clause that was read last at the outermost level.</summary>
    private Stretch? _outermost;

    /// <summary>The subject of the clause that was read last at any level.</summary>
    private Stretch? _innerSubject;

    private ChunkKind Kind(int at) => _phrases.Kind(at);

    /// <summary>Reads one clause with what stands before its subject; returns the index of the first chunk behind it.</summary>
    private int ReadClause(int k, Stretch? inherited, bool isFirst)
    {
        if (_depth >= Deepest)
        {
            return _chunks.Count;
        }

        _depth++;
        var front = new Front();
        k = ReadFront(k, front, isFirst);
        var end = k + 1;
        if (Kind(k) is ChunkKind.Finite && inherited is { } shared)
        {
            end = ReadPredicate(k, shared, front);
        }
        else if (SubjectAt(k, front, out var reached) is not { Verb: >= 0 } found)
        {
            end = Math.Max(end, reached);
        }
        else
        {
            end = ReadPredicate(found.Verb, found.Words, front);
            ReadPending(front, found.Words);
            _innerSubject = found.Words;
            if (_depth == 1)
            {
                _outermost = found.Words;
            }
        }

        _depth--;
        return Math.Min(end, _chunks.Count);
    }

    /// <summary>What stands before the subject: "This year,", "Upon taking office in July,", "According to police,".</summary>
    private int ReadFront(int k, Front front, bool isFirst)
    {
        while (k < _chunks.Count)
        {
            var next = FrontItem(k, front, isFirst);
            if (next == k)
            {
                return k;
            }

            k = next;
        }

        return k;
    }

    private int FrontItem(int k, Front front, bool isFirst)
    {
        switch (Kind(k))
        {
            case ChunkKind.Comma or ChunkKind.Conjunction or ChunkKind.Adverb or ChunkKind.Quote or ChunkKind.Other or ChunkKind.Stop or ChunkKind.Close or ChunkKind.Open or ChunkKind.That or ChunkKind.Adjective:
                return k + 1;
            case ChunkKind.Time:
                front.Slots.Add((SlotRole.When, _phrases.Words(k, k + 1)));
                return k + 1;
            case ChunkKind.Preposition:
                return FrontPreposition(k, front);
            case ChunkKind.Subordinator:
                return FrontSubordinate(k, front);
            case ChunkKind.Infinitive when isFirst:
                return Described(k, front, SlotRole.Purpose);
            case ChunkKind.Ing or ChunkKind.Participle:
                var end = _phrases.DescriptionEnd(k);
                if (Kind(end) is ChunkKind.Comma)
                {
                    front.Pending.Add(k);
                    return end + 1;
                }

                return k;
            default:
                return k;
        }
    }

    private int FrontPreposition(int k, Front front)
    {
        var preposition = _chunks[k].Text;
        var behind = Kind(k + 1);
        if (preposition == "according to" && behind is ChunkKind.Noun)
        {
            front.Speaker = Attribution.Phrase(reading, k + 1, _chunks.Count);
            var behindSpeaker = reading.ChunkAt(front.Speaker.Value.Last - 1) + 1;

            // "According to Ann Lee, the mayor of Leeds, the road …": what explains the speaker is skipped.
            if (Kind(behindSpeaker) is ChunkKind.Comma && Kind(behindSpeaker + 1) is ChunkKind.Noun && _phrases.ObjectEnd(behindSpeaker + 1) is var explained && Kind(explained) is ChunkKind.Comma)
            {
                return explained;
            }

            return behindSpeaker;
        }

        if (behind is ChunkKind.Noun && Adverbials.OpensClause(preposition) && _phrases.IsClauseAhead(k + 1))
        {
            return FrontSubordinate(k, front);
        }

        if (behind is ChunkKind.Ing)
        {
            front.Pending.Add(k + 1);
            return Described(k, front, Adverbials.OfPreposition(preposition, _chunks[k + 1], false, null), k + 1);
        }

        if (behind is ChunkKind.Infinitive && Connectives.Is("purpose", preposition))
        {
            return Described(k, front, SlotRole.Purpose, k + 1);
        }

        if (behind is not (ChunkKind.Noun or ChunkKind.Time))
        {
            return k + 1;
        }

        var last = behind is ChunkKind.Time ? k + 2 : _phrases.ObjectEnd(k + 1, takesPlaces: true);
        if (Kind(last) is ChunkKind.Comma && Kind(last + 1) is ChunkKind.Noun && Kind(last + 2) is ChunkKind.Comma && _phrases.IsPlace(_chunks[last + 1]))
        {
            last += 2;
        }

        var isTime = behind is ChunkKind.Time && Adverbials.OfTime(preposition);
        if ((isTime ? SlotRole.When : Adverbials.OfPreposition(preposition, _chunks[k + 1], _phrases.IsPlace(_chunks[k + 1]), null)) is { } role)
        {
            front.Slots.Add((role, _phrases.Words(k, last)));
        }

        return last;
    }

    private int FrontSubordinate(int k, Front front)
    {
        var word = _chunks[k].Text;
        var inner = Kind(k + 1) is ChunkKind.Participle or ChunkKind.Ing ? _phrases.DescriptionEnd(k + 1) : ReadClause(k + 1, null, isFirst: false);
        inner = Math.Max(inner, k + 1);
        AddSubordinate(front.Slots, word, _phrases.Words(k, Math.Min(inner, _chunks.Count)));
        return inner;
    }

    /// <summary>"after the engine failed" says when, and as good as why.</summary>
    private static void AddSubordinate(List<(SlotRole Role, Stretch Words)> slots, string word, Stretch words)
    {
        if (Adverbials.OfSubordinator(word) is { } role)
        {
            slots.Add((role, words));
            if (word is "after" or "following")
            {
                slots.Add((SlotRole.Why, words));
            }
        }
    }

    private int Described(int k, Front front, SlotRole? role, int from = -1)
    {
        var end = _phrases.DescriptionEnd(from < 0 ? k : from);
        if (role is { } known)
        {
            front.Slots.Add((known, _phrases.Words(k, end)));
        }

        return end;
    }

    /// <summary>Clauses without a subject of their own that stand before it: "Upon taking office in July, the government …".</summary>
    private void ReadPending(Front front, Stretch subject)
    {
        foreach (var verb in front.Pending)
        {
            ReadPredicate(verb, subject, new Front());
        }
    }

    private sealed class Front
    {
        public List<(SlotRole Role, Stretch Words)> Slots { get; } = [];

        public List<int> Pending { get; } = [];

        public Stretch? Speaker { get; set; }
    }
}
