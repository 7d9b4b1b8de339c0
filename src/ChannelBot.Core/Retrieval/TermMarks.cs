using System.Runtime.InteropServices;

namespace ChannelBot.Core.Retrieval;

/// <summary>That a term of the collection stands for a term of the question.</summary>
/// <param name="Term">Which of the question's terms.</param>
/// <param name="Weight">1 for the word itself.</param>
internal readonly record struct TermMark(int Term, float Weight, bool IsDerived, int Next);

/// <summary>For one question, what each term of the collection means to it; used again for the next question.</summary>
internal sealed class TermMarks
{
    private readonly List<TermMark> _marks = [];
    private readonly List<int> _touched = [];
    private readonly int[] _nextSame = new int[64];
    private readonly int[] _questionTerms = new int[65];
    private int[] _firstMark = [];
    private int[] _firstToken = [];

    public TermMark this[int mark] => _marks[mark];

    public int Next(int mark) => _marks[mark].Next;

    /// <summary>The first mark of the term; -1 where it means nothing to the question.</summary>
    public int FirstOf(int term) => _firstMark[term] - 1;

    /// <summary>The first of the question's tokens that is the term; -1 where none is.</summary>
    public int QuestionTokenOf(int term) => _firstToken[term] - 1;

    public int NextQuestionToken(int token) => _nextSame[token];

    public bool IsFollowedBy(int token, int term) => _questionTerms[token + 1] == term;

    public void Set(QuestionTerms question, Vocabulary vocabulary, TermReach reach)
    {
        if (_firstMark.Length < vocabulary.Count)
        {
            Array.Resize(ref _firstMark, vocabulary.Count);
            Array.Resize(ref _firstToken, vocabulary.Count);
        }

        for (var token = question.Tokens.Length - 1; token >= 0; token--)
        {
            var term = vocabulary.Find(question.Tokens[token].Stem);
            _questionTerms[token] = term;
            if (term >= 0)
            {
                _nextSame[token] = _firstToken[term] - 1;
                _firstToken[term] = token + 1;
                _touched.Add(term);
            }
        }

        _questionTerms[question.Tokens.Length] = -1;
        var terms = CollectionsMarshal.AsSpan(question.Terms);
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var reached in reach.Of(terms[i].Stem))
            {
                _marks.Add(new TermMark(i, reached.Weight, reached.IsDerived, _firstMark[reached.Term] - 1));
                _firstMark[reached.Term] = _marks.Count;
                _touched.Add(reached.Term);
            }
        }
    }

    public void Clear()
    {
        foreach (var term in _touched)
        {
            _firstMark[term] = 0;
            _firstToken[term] = 0;
        }

        _touched.Clear();
        _marks.Clear();
    }
}
