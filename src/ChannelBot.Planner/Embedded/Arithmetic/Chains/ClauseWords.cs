using ChannelBot.Core.Grammar;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>The words of a request in clauses, and which of them have been read.</summary>
internal sealed class ClauseWords
{
    private readonly int[] _clause;
    private readonly bool[] _isRead;

    public ClauseWords(RequestContext context)
    {
        Context = context;
        _clause = new int[context.Words.Count];
        _isRead = new bool[context.Words.Count];
        for (var i = 1; i < _clause.Length; i++)
        {
            _clause[i] = _clause[i - 1] + (IsBreak(i) ? 1 : 0);
        }
    }

    public RequestContext Context { get; }

    public QuestionGrammar Grammar => field ??= QuestionGrammar.Of(Context.Question);

    public RequestWords Words => Context.Words;

    public int Count => Words.Count;

    public string this[int at] => at >= 0 && at < Count ? Words[at].Lower : "";

    public Token Token(int at) => Context.Question.Tokens[Words[at].Token];

    public bool IsRead(int at) => at < Count && _isRead[at];

    public void Read(int from, int to)
    {
        for (var i = Math.Max(0, from); i < to && i < Count; i++)
        {
            _isRead[i] = true;
        }
    }

    public bool Same(int one, int other) => one >= 0 && other >= 0 && one < Count && other < Count && _clause[one] == _clause[other];

    public int ClauseStart(int at)
    {
        while (at > 0 && _clause[at - 1] == _clause[at])
        {
            at--;
        }

        return at;
    }

    public int ClauseEnd(int at)
    {
        var end = at + 1;
        while (end < Count && _clause[end] == _clause[at])
        {
            end++;
        }

        return end;
    }

    /// <summary>A word that names, does or describes something: no number, no small word, none that only asks.</summary>
    public bool IsContent(int at) => at >= 0 && at < Count && !Words[at].IsNumber && Token(at) is { IsWord: true, IsStopWord: false } && (Words[at].Classes & WordClass.Question) == 0
        && Grammar.TagOf(Words[at].Token) is Tag.Noun or Tag.Name or Tag.Adjective or Tag.VerbBase or Tag.VerbS or Tag.VerbPast or Tag.Participle or Tag.VerbIng;

    /// <summary>A comma or a stop stands between this word and the one before, or the word opens a clause of its own.</summary>
    private bool IsBreak(int at)
    {
        for (var token = Words[at - 1].EndToken; token < Words[at].Token; token++)
        {
            if (Context.Question.Tokens[token].Lower is "," or ";" or "." or "?" or "!" or ":" or "—" or "–" or "(" or ")")
            {
                return true;
            }
        }

        return Words[at].Lower is "and" or "but" or "then" or "if" or "suppose" or "supposing" or "assuming" or "imagine" or "while"
            || (Words[at].Lower is "how" && at + 1 < Count && Words[at + 1].Lower is "many" or "much")
            || (Words[at].Lower is "what" or "what's" or "whats");
    }
}
