using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Finds the subject of a clause and the verb that belongs to it.</summary>
internal sealed partial class ClauseReader
{
    /// <summary>How many chunks a subject with all that describes it may have.</summary>
    private const int LongestSubject = 30;

    /// <summary>The subject that begins at a chunk, and the chunk of its verb; -1 where there is none.</summary>
    /// <param name="reached">Where there is none: how far the chunks were read.</param>
    private (Stretch Words, int Verb) SubjectAt(int k, Front front, out int reached)
    {
        var none = (default(Stretch), -1);
        reached = k;
        if (Kind(k) is ChunkKind.Ing)
        {
            // "Walking to work is free": what somebody does is the subject.
            var gerund = _phrases.DescriptionEnd(k);
            return Kind(gerund) is ChunkKind.Finite ? (_phrases.Words(k, gerund), gerund) : none;
        }

        if (Kind(k) is not ChunkKind.Noun)
        {
            return none;
        }

        int last = k + 1, noun = k;
        for (var i = k + 1; i < _chunks.Count && i - k < LongestSubject;)
        {
            if (Kind(i) is ChunkKind.Finite)
            {
                return (_phrases.Words(k, last), i);
            }

            var next = SubjectItem(i, k, ref last, ref noun, front);
            reached = Math.Max(i, next);
            if (next <= i)
            {
                return none;
            }

            i = next;
        }

        return none;
    }

    /// <summary>One past the item of the subject at <paramref name="i"/>; the same index where the subject cannot go on.</summary>
    /// <param name="noun">Where the last noun of a list begins: what "who" and "which" are about.</param>
    private int SubjectItem(int i, int first, ref int last, ref int noun, Front front)
    {
        switch (Kind(i))
        {
            case ChunkKind.Preposition when Kind(i + 1) is ChunkKind.Noun or ChunkKind.Time or ChunkKind.Adjective:
                return last = i + 2;
            case ChunkKind.Preposition when Kind(i + 1) is ChunkKind.Ing:
                return last = DescribedSubject(i + 1, front);
            case ChunkKind.Preposition when Kind(i + 1) is ChunkKind.Relative:
                // "a trial in which people walk"
                return Math.Max(i + 2, ReadRelative(i + 1, _phrases.Words(noun, last), _chunks.Count));
            case ChunkKind.Time:
                front.Slots.Add((SlotRole.When, _phrases.Words(i, i + 1)));
                return i + 1;
            case ChunkKind.Participle or ChunkKind.Ing or ChunkKind.Infinitive:
                var verb = i;
                last = DescribedSubject(i, front);
                if (Kind(verb) is not ChunkKind.Infinitive)
                {
                    ReadPredicate(verb, _phrases.Words(first, verb), new Front(), limit: last);
                }

                return last;
            case ChunkKind.Adverb or ChunkKind.Quote or ChunkKind.Adjective:
                return i + 1;
            case ChunkKind.Relative or ChunkKind.That:
                return Math.Max(i + 1, ReadRelative(i, _phrases.Words(noun, last), _chunks.Count));
            case ChunkKind.Conjunction when Kind(i + 1) is ChunkKind.Noun:
                noun = i + 1;
                return last = i + 2;
            case ChunkKind.Comma:
                return SubjectComma(i, first, ref last, ref noun, front);
            case ChunkKind.Stop when _chunks[i].Text is "—" or "–" or "-":
                return Matching(i, ChunkKind.Stop);
            case ChunkKind.Open:
                return Matching(i, ChunkKind.Close);
            default:
                return i;
        }
    }

    private int DescribedSubject(int i, Front front)
    {
        var end = _phrases.DescriptionEnd(i);
        for (var at = i; at < end; at++)
        {
            if (Kind(at) is ChunkKind.Time)
            {
                front.Slots.Add((SlotRole.When, _phrases.Words(at, at + 1)));
            }
        }

        return end;
    }

    /// <summary>A list goes on, or something stands between two commas: an age, a role, "who …", "asked about it".</summary>
    private int SubjectComma(int i, int first, ref int last, ref int noun, Front front)
    {
        if (_phrases.ListEnd(i, isSubject: true) is > 0 and var list && Kind(list) is not (ChunkKind.Stop or ChunkKind.Comma))
        {
            noun = list - 1;
            while (noun > i + 1 && Kind(noun - 1) is not (ChunkKind.Conjunction or ChunkKind.Comma))
            {
                noun--;
            }

            return last = list;
        }

        var close = CommaBeforeVerb(i);
        if (close < 0)
        {
            return i;
        }

        var subject = _phrases.Words(first, last);
        switch (Kind(i + 1))
        {
            case ChunkKind.Relative:
                ReadRelative(i + 1, subject, close);
                break;
            case ChunkKind.Participle or ChunkKind.Ing:
                front.Pending.Add(i + 1);
                break;
            case ChunkKind.Preposition when Kind(i + 1) is ChunkKind.Relative:
                // "a trial in which people walk"
                return Math.Max(i + 2, ReadRelative(i + 1, _phrases.Words(noun, last), _chunks.Count));
            case ChunkKind.Time:
                front.Slots.Add((SlotRole.When, _phrases.Words(i + 1, i + 2)));
                break;
        }

        // "the council’s leader, Ann Lee, said": the name is the subject as much as the role.
        if (close == i + 2 && Kind(i + 1) is ChunkKind.Noun && reading.Words[_chunks[i + 1].Head].Tag is Tag.Name)
        {
            last = i + 2;
        }

        return close + 1;
    }

    /// <summary>The next comma that a verb follows, with no other verb on the way but one behind "who" or "which".</summary>
    private int CommaBeforeVerb(int comma)
    {
        var isInRelative = false;
        for (var i = comma + 1; i < Math.Min(_chunks.Count - 1, comma + LongestSubject); i++)
        {
            if (Kind(i) is ChunkKind.Relative)
            {
                isInRelative = true;
            }
            else if (Kind(i) is ChunkKind.Finite && !isInRelative)
            {
                return -1;
            }
            else if (Kind(i) is ChunkKind.Stop)
            {
                return -1;
            }
            else if (Kind(i) is ChunkKind.Comma)
            {
                var next = Kind(i + 1) is ChunkKind.Adverb or ChunkKind.Quote ? i + 2 : i + 1;
                if (Kind(next) is ChunkKind.Finite)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private int Matching(int i, ChunkKind closing)
    {
        for (var at = i + 1; at < Math.Min(_chunks.Count, i + LongestSubject); at++)
        {
            if (Kind(at) == closing)
            {
                return at + 1;
            }

            if (Kind(at) is ChunkKind.Finite && closing is ChunkKind.Stop)
            {
                return i;
            }
        }

        return i;
    }

    /// <summary>Reads "who …", "which …" about what stands before it; returns the index behind.</summary>
    private int ReadRelative(int i, Stretch antecedent, int limit)
    {
        var verb = i + 1;
        while (Kind(verb) is ChunkKind.Adverb or ChunkKind.Quote)
        {
            verb++;
        }

        if (Kind(verb) is ChunkKind.Finite)
        {
            return ReadPredicate(verb, antecedent, new Front(), limit);
        }

        // "whose car was swept away", "which police found": a subject of its own.
        return Kind(verb) is ChunkKind.Noun ? ReadClause(verb, null, isFirst: false) : i + 1;
    }
}
