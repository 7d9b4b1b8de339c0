using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads a verb with its objects and all that says when, where, why and how.</summary>
internal sealed partial class ClauseReader
{
    /// <summary>Reads the predicate at a verb; returns the index of the first chunk behind the clause.</summary>
    /// <param name="limit">Chunks from here on belong to another clause.</param>
    private int ReadPredicate(int verb, Stretch subject, Front front, int limit = int.MaxValue)
    {
        limit = Math.Min(limit, _chunks.Count);
        var k = verb + 1;
        var clause = Begin(verb, subject, front, ref k);
        _clauses.Add(clause);
        var state = new Predicate(clause, subject, limit);
        if (_depth >= Deepest)
        {
            return limit;
        }

        _depth++;
        while (k < limit)
        {
            var next = Item(k, state);
            if (next <= k)
            {
                break;
            }

            k = next;
            state.IsFirst = false;
        }

        _depth--;
        clause.Last = Math.Max(clause.Predicate.Last, _chunks[Math.Clamp(k, verb + 1, _chunks.Count) - 1].Last);
        Place(clause, subject, state);
        return k;
    }

    /// <summary>The verb with those it takes along ("is expected to formalize") and what the words before the subject say.</summary>
    private Clause Begin(int verb, Stretch subject, Front front, ref int k)
    {
        var last = verb;
        var isChain = false;
        while (true)
        {
            var next = last + 1;
            while (Kind(next) is ChunkKind.Adverb or ChunkKind.Quote || (Kind(next) is ChunkKind.Conjunction && _chunks[next].Text == "yet"))
            {
                next++;
            }

            if (Kind(next) is ChunkKind.Adjective && Kind(next + 1) is ChunkKind.Infinitive && WordClasses.Is("raising", _chunks[next].Text))
            {
                next++;
            }

            if (Kind(next) is not ChunkKind.Infinitive || !TakesVerb(last))
            {
                break;
            }

            last = next;
            isChain = true;
        }

        k = last + 1;
        var chunk = _chunks[last];
        var first = _chunks[verb];
        var predicate = new Stretch(first.First, chunk.Last);
        var clause = new Clause
        {
            Subject = subject,
            Predicate = predicate,
            Verb = reading.Words[chunk.Head] is var head && head.Verb is { } form ? form.Lemma : Auxiliary(head),
            IsNegated = IsNegated(verb, last) || IsDenied(subject),
            IsPassive = chunk.IsPassive,
            Speaker = front.Speaker,
            Certainty = CertaintyReader.Of(reading.Words.AsSpan(predicate.First, predicate.Last - predicate.First), isChain || first.IsPassive && isChain),
        };
        foreach (var (role, words) in front.Slots)
        {
            clause.Add(role, words);
        }

        return clause;
    }

    /// <summary>"Not everyone", "none of the objects", "no trains".</summary>
    private bool IsDenied(Stretch subject) =>
        WordClasses.Is("denying", reading.Words[subject.First].Lower) || (subject.First > 0 && reading.Words[subject.First - 1].Lower == "not");

    private static string Auxiliary(Word word) => word.Tag switch
    {
        Tag.Be => "be",
        Tag.Have => "have",
        Tag.Do => "do",
        _ => word.Lower,
    };

    private bool TakesVerb(int at)
    {
        var word = reading.Words[_chunks[at].Head];
        return word.Tag is Tag.Have or Tag.Be || WordClasses.Is("raising", word.Verb?.Lemma ?? word.Lower);
    }

    private bool IsNegated(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (_chunks[i].IsNegated || (i < last && reading.Words[_chunks[i].Head].Verb is { } verb && WordClasses.Is("refused", verb.Lemma)) || _chunks[i].Text is "yet" or "never" or "not")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Subject and object by sense: in a passive clause the subject is acted on.</summary>
    private void Place(Clause clause, Stretch subject, Predicate state)
    {
        var isExpletive = reading.Words[subject.First].Lower is "there" && subject.Last - subject.First == 1;
        if (clause.IsPassive)
        {
            clause.Add(_phrases.IsPeople(subject) ? SlotRole.Whom : SlotRole.What, subject);
        }
        else if (!isExpletive)
        {
            clause.Add(SlotRole.Who, subject);
        }

        if (state.Object is { } words)
        {
            var isWhom = !clause.IsPassive && !state.IsClause && !WordClasses.Is("copular", clause.Verb) && _phrases.IsPeople(words);
            clause.Add(isWhom ? SlotRole.Whom : SlotRole.What, words);
        }

        CountMentions(clause, subject);
    }

    /// <summary>"How many" is answered by the numbers of the clause that count or measure something.</summary>
    private void CountMentions(Clause clause, Stretch subject)
    {
        foreach (var mention in reading.Mentions)
        {
            if (!FigureForms.Counts(mention.Form))
            {
                continue;
            }

            var (first, last) = WordReader.In(reading.Words, new Span(mention.Start + reading.Sentence.Start, mention.End + reading.Sentence.Start));
            var isInside = first >= subject.First && last <= subject.Last || first >= clause.Predicate.First && last <= clause.Last;
            if (isInside && last > first)
            {
                clause.Add(SlotRole.HowMany, new Stretch(first, last));
            }
        }
    }

    /// <summary>What a predicate has met so far.</summary>
    private sealed class Predicate(Clause clause, Stretch subject, int limit)
    {
        public Clause Clause { get; } = clause;

        public Stretch Subject { get; } = subject;

        public int Limit { get; } = limit;

        public Stretch? Object { get; set; }

        /// <summary>The object is a whole clause.</summary>
        public bool IsClause { get; set; }

        /// <summary>Nothing stands between the verb and this item.</summary>
        public bool IsFirst { get; set; } = true;
    }
}
