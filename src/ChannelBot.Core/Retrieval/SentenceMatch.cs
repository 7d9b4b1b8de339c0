namespace ChannelBot.Core.Retrieval;

/// <summary>How one sentence matches the terms of a question; used again for the next sentence.</summary>
internal sealed class SentenceMatch
{
    private readonly int[] _frequency = new int[64];
    private readonly float[] _synonym = new float[64];
    private readonly float[] _root = new float[64];

    /// <summary>What the tokens are that the question does not have.</summary>
    public TokenTraits NewTraits { get; private set; }

    /// <summary>Bit k: the question's tokens k and k + 1 follow each other here too.</summary>
    public ulong Pairs { get; private set; }

    /// <summary>The kinds of what those tokens name: bits of <see cref="Language.Lexicon.KindSetOf"/>.</summary>
    public ulong NewKinds { get; private set; }

    /// <summary>Bit k: the question's term k stands here itself.</summary>
    public ulong Exact { get; private set; }

    /// <summary>Bit k: the question's term k stands here, or a word for it.</summary>
    public ulong Any { get; private set; }

    public int Frequency(int term) => _frequency[term];

    public float Synonym(int term) => _synonym[term];

    public float SameRoot(int term) => _root[term];

    /// <summary>How far the sentence has the term, from 0 to 1.</summary>
    public float Degree(int term)
    {
        if (_frequency[term] > 0)
        {
            return 1;
        }

        return _synonym[term] > 0 ? 0.6f * _synonym[term] : 0.3f * _root[term];
    }

    public void Read(SentenceCollection collection, int sentence, TermMarks marks, int termCount)
    {
        Array.Clear(_frequency, 0, termCount);
        Array.Clear(_synonym, 0, termCount);
        Array.Clear(_root, 0, termCount);
        NewTraits = TokenTraits.None;
        (Pairs, NewKinds, Exact, Any) = (0, 0, 0, 0);
        var terms = collection.TermsOf(sentence);
        for (var place = 0; place < terms.Length; place++)
        {
            for (var mark = marks.FirstOf(terms[place]); mark >= 0; mark = marks.Next(mark))
            {
                Count(marks[mark]);
            }

            var token = marks.QuestionTokenOf(terms[place]);
            if (token < 0)
            {
                NewTraits |= collection.TraitsAt(sentence, place);
                NewKinds |= collection.KindsOf(terms[place]);
            }

            for (; token >= 0 && place + 1 < terms.Length; token = marks.NextQuestionToken(token))
            {
                Pairs |= marks.IsFollowedBy(token, terms[place + 1]) ? 1UL << token : 0;
            }
        }
    }

    private void Count(in TermMark mark)
    {
        Any |= 1UL << mark.Term;
        if (mark.Weight >= 1)
        {
            Exact |= 1UL << mark.Term;
            _frequency[mark.Term]++;
        }
        else if (mark.IsDerived)
        {
            _root[mark.Term] = Math.Max(_root[mark.Term], mark.Weight);
        }
        else
        {
            _synonym[mark.Term] = Math.Max(_synonym[mark.Term], mark.Weight);
        }
    }
}
