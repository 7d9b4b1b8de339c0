namespace ChannelBot.Core.Grammar;

/// <summary>Joins tagged words to phrases.</summary>
internal readonly ref struct Chunker(ReadOnlySpan<Word> words, List<Stretch> times)
{
    private readonly ReadOnlySpan<Word> _words = words;

    public List<Chunk> Run()
    {
        var chunks = new List<Chunk>();
        for (int i = 0, time = 0; i < _words.Length;)
        {
            while (time < times.Count && times[time].First < i)
            {
                time++;
            }

            var chunk = time < times.Count && times[time].First == i
                ? new Chunk(ChunkKind.Time, i, times[time].Last, i, "")
                : At(i, time < times.Count ? times[time].First : _words.Length);
            chunks.Add(chunk);
            i = chunk.Last;
        }

        return chunks;
    }

    private Chunk At(int i, int limit)
    {
        if (Connectives.At(_words, i) is { } phrase && !IsInfinitive(i, phrase))
        {
            return Connective(i, phrase);
        }

        var word = _words[i];
        switch (word.Tag)
        {
            case Tag.Comma:
                return new Chunk(ChunkKind.Comma, i, i + 1, i, "");
            case Tag.Stop:
                return new Chunk(ChunkKind.Stop, i, i + 1, i, word.Lower);
            case Tag.Open:
                return new Chunk(ChunkKind.Open, i, i + 1, i, "");
            case Tag.Close:
                return new Chunk(ChunkKind.Close, i, i + 1, i, "");
            case Tag.Quote:
                return new Chunk(ChunkKind.Quote, i, i + 1, i, "");
            case Tag.Conjunction:
                return new Chunk(ChunkKind.Conjunction, i, i + 1, i, word.Lower);
            case Tag.Subordinator:
                return new Chunk(ChunkKind.Subordinator, i, i + 1, i, word.Lower);
            case Tag.That:
                return new Chunk(ChunkKind.That, i, i + 1, i, word.Lower);
            case Tag.Relative:
                return new Chunk(ChunkKind.Relative, i, i + 1, i, word.Lower);
            case Tag.Preposition:
                return new Chunk(ChunkKind.Preposition, i, i + 1, i, word.Lower);
            case Tag.To:
                return Verbal(i, ChunkKind.Infinitive, limit);
            case Tag.VerbPast or Tag.VerbS or Tag.Modal or Tag.Do:
                return Verbal(i, ChunkKind.Finite, limit);
            case Tag.Be or Tag.Have:
                return Verbal(i, word.Lower is "being" or "having" ? ChunkKind.Ing : word.Lower is "be" or "been" ? ChunkKind.Participle : ChunkKind.Finite, limit);
            case Tag.VerbBase:
                return Verbal(i, ChunkKind.Infinitive, limit);
            case Tag.VerbIng:
                return Verbal(i, ChunkKind.Ing, limit);
            case Tag.Participle:
                return Verbal(i, ChunkKind.Participle, limit);
            case Tag.Adverb or Tag.Negation when !BeginsNoun(i):
                return new Chunk(ChunkKind.Adverb, i, i + 1, i, word.Lower);
            case Tag.Sign:
                return new Chunk(ChunkKind.Other, i, i + 1, i, word.Lower);
        }

        return NounPhrase(i, limit);
    }

    /// <summary>"is due to begin": the "to" of a verb.</summary>
    private bool IsInfinitive(int i, string[] phrase) =>
        phrase is ["due", "to"] && _words[i + 1].Tag is Tag.To;

    private static Chunk Connective(int i, string[] phrase)
    {
        var text = string.Join(' ', phrase);
        var isClause = Connectives.Is("because-clause", text) || Connectives.Is("purpose-clause", text) || Connectives.Is("time-clause", text);
        var isPurpose = Connectives.Is("purpose", text) && phrase[^1] == "to";

        // "in order to" keeps its "to" for the infinitive that follows.
        return new Chunk(isClause ? ChunkKind.Subordinator : ChunkKind.Preposition, i, i + phrase.Length - (isPurpose ? 1 : 0), i, text);
    }

    /// <summary>An auxiliary, adverbs between, the main verb: "will also be signed".</summary>
    private Chunk Verbal(int i, ChunkKind kind, int limit)
    {
        int next = i, head = i;
        bool passive = false, negated = false;
        var lastIsBe = false;
        for (; next < limit; next++)
        {
            var word = _words[next];
            if (word.IsVerb)
            {
                if (next > i && head != i && !_words[head].IsAuxiliary && _words[head].Tag is not Tag.To)
                {
                    break;
                }

                passive |= word.Tag is Tag.Participle && (lastIsBe || next == i);
                head = next;
                next++;
                break;
            }

            if (word.IsAuxiliary || (word.Tag is Tag.To && next == i))
            {
                lastIsBe = word.Tag is Tag.Be || word.Lower is "get" or "got";
                negated |= IsNegativeForm(word.Lower);
                head = next;
                continue;
            }

            if (word.Tag is Tag.Quote && next == i + 1 && next + 1 < limit && _words[next + 1].IsVerb && (_words[i].IsAuxiliary || kind is ChunkKind.Infinitive))
            {
                continue;
            }

            if (word.Tag is Tag.Negation or Tag.Adverb && HasVerbAfter(next, limit))
            {
                negated |= word.Tag is Tag.Negation;
                continue;
            }

            negated |= word.Tag is Tag.Negation && head == next - 1;
            break;
        }

        return new Chunk(kind, i, Math.Max(Particle(next, limit), i + 1), head, "") { IsPassive = passive, IsNegated = negated };
    }

    private static bool IsNegativeForm(string auxiliary) => auxiliary is "cannot" || auxiliary.EndsWith("n't", StringComparison.Ordinal);

    private bool HasVerbAfter(int i, int limit)
    {
        while (i < limit && _words[i].Tag is Tag.Negation or Tag.Adverb)
        {
            i++;
        }

        return i < limit && (_words[i].IsVerb || _words[i].IsAuxiliary);
    }

    /// <summary>"set up", "ruled out", "broke down": the small word belongs to the verb.</summary>
    private int Particle(int next, int limit)
    {
        if (next >= limit || next == 0 || !_words[next - 1].IsVerb)
        {
            return next;
        }

        var word = _words[next].Lower;
        var after = next + 1 < _words.Length ? _words[next + 1] : default;
        if (WordClasses.Is("particle", word))
        {
            return after.Lower is "of" or "with" or "by" && word is "out" or "along" or "together" or "up" && after.Lower is "of" ? next : next + 1;
        }

        return WordClasses.Is("particle-at-end", word) && (next + 1 == _words.Length || after.Tag is Tag.Comma or Tag.Stop or Tag.Conjunction or Tag.Preposition or Tag.Adverb or Tag.To) ? next + 1 : next;
    }

    private bool BeginsNoun(int i)
    {
        var next = i + 1;
        while (next < _words.Length && _words[next].Tag is Tag.Adverb)
        {
            next++;
        }

        return next < _words.Length && _words[next].Tag is Tag.Number
            || next < _words.Length && _words[next].Tag is Tag.Adjective && next + 1 < _words.Length && _words[next + 1].Tag is Tag.Noun or Tag.Name or Tag.Adjective;
    }

    private Chunk NounPhrase(int i, int limit)
    {
        var hasHead = false;
        int next = i, head = i;
        for (; next < Math.Max(limit, i + 1); next++)
        {
            var word = _words[next];
            var ownerBefore = next > i && _words[next - 1].IsOwner;
            if (word.Tag is Tag.Noun or Tag.Name)
            {
                hasHead = true;
                head = next;
            }
            else if (word.Tag is Tag.Pronoun)
            {
                if (next > i && !ownerBefore)
                {
                    break;
                }

                head = next;
                next++;
                hasHead = true;
                break;
            }
            else if (word.Lower is "a" or "an" && next > i && next + 1 < limit && IsRate(i, next))
            {
                // "$1.24 a share", "30 minutes a day"
                next++;
            }
            else if (word.Tag is Tag.Determiner or Tag.Possessive)
            {
                if (hasHead && !ownerBefore || next > i && _words[next - 1].Tag is Tag.Adjective)
                {
                    break;
                }

                head = next;
            }
            else if (word.Tag is Tag.Number)
            {
                // "type 2 diabetes": a number that only names.
                if (hasHead && !ownerBefore && _words[next - 1].Tag is not Tag.Name && _words[next - 1].Lower is not "no." && word.Mention >= 0)
                {
                    break;
                }

                head = next;
            }
            else if (word.Tag is Tag.Adjective)
            {
                // "gave forecasters new eyes": a plural noun and an adjective are two phrases.
                if (hasHead && !ownerBefore && (!IsNounNext(next + 1) || (_words[next - 1].Tag is Tag.Noun && _words[next - 1].Lower[^1] == 's')))
                {
                    break;
                }

                head = hasHead ? head : next;
            }
            else if (!Passes(word, next, hasHead && !ownerBefore))
            {
                break;
            }
        }

        next = Math.Max(next, i + 1);
        while (next > i + 1 && _words[next - 1].Tag is Tag.Quote or Tag.Conjunction or Tag.Adverb or Tag.Sign)
        {
            next--;
        }

        var kind = hasHead || _words[head].Tag is Tag.Number or Tag.Determiner or Tag.Possessive ? ChunkKind.Noun : ChunkKind.Adjective;
        return new Chunk(kind, i, next, head, _words[head].Lower);
    }

    /// <summary>What may stand inside a noun phrase before its noun: "cold and wet", "“significant enhancement”", "very large".</summary>
    private bool Passes(Word word, int at, bool isComplete) => word.Tag switch
    {
        Tag.Conjunction => !isComplete && at > 0 && _words[at - 1].Tag is Tag.Adjective && at + 2 < _words.Length && _words[at + 1].Tag is Tag.Adjective && IsNounNext(at + 2),
        Tag.Quote => at + 1 < _words.Length && _words[at + 1].Tag is Tag.Noun or Tag.Adjective or Tag.Name && !isComplete,
        Tag.Adverb => !isComplete && at + 1 < _words.Length && _words[at + 1].Tag is Tag.Adjective or Tag.Number,
        Tag.Sign => at + 1 < _words.Length && _words[at + 1].Tag is Tag.Number or Tag.Name,
        _ => false,
    };

    private bool IsRate(int first, int article)
    {
        var unit = _words[article + 1].Lower;
        var isUnit = TimePhrases.IsTimeNoun(unit) || unit is "share" or "head" or "person" or "litre" or "gallon" or "tonne" or "barrel" or "kilo" or "mile" or "hectare" or "acre" or "piece" or "ticket";
        for (var i = first; isUnit && i < article; i++)
        {
            if (_words[i].Tag is Tag.Number)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNounNext(int i) => i < _words.Length && _words[i].Tag is Tag.Noun or Tag.Name;
}
