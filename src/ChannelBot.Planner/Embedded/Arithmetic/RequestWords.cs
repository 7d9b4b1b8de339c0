using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Kinds of number that a pattern may ask for.</summary>
[Flags]
internal enum NumberKind
{
    None = 0,
    Count = 1,
    Percent = 2,
    Fraction = 4,
    Times = 8,
    Duration = 16,
    Money = 32,
    Year = 64,
    Other = 128,
    Share = Percent | Fraction,
    Amount = Count | Money | Other | Percent | Fraction,
    Plain = Count | Money | Other,
    Any = 255,
}

/// <summary>A word or number of a request. "Per cent" is one word, and so is a number with its unit.</summary>
/// <param name="Token">Index of its first token in the question.</param>
/// <param name="Number">Index into the question's numbers; -1 for a word.</param>
internal readonly record struct RequestWord(string Lower, WordClass Classes, int Token, int EndToken, int Number, NumberKind Kind)
{
    /// <summary>Its number among the words of patterns; -1 for one that no pattern has.</summary>
    public int Literal { get; } = PatternWords.Find(Lower);

    public bool IsNumber => Number >= 0;
}

/// <summary>The words of a request without its punctuation.</summary>
internal sealed class RequestWords
{
    private readonly RequestWord[] _words;

    // A bit for each word of the patterns: a pattern that needs another cannot fit.
    private readonly ulong[] _present = new ulong[(PatternWords.Count >> 6) + 1];
    private readonly int _count;
    private int _from;
    private int _to;

    private RequestWords(Question question, RequestWord[] words, int count)
    {
        Question = question;
        _words = words;
        _count = count;
        _to = count;
        foreach (var word in words.AsSpan(0, count))
        {
            if (word.Literal >= 0)
            {
                _present[word.Literal >> 6] |= 1UL << (word.Literal & 63);
            }

            Marks |= WordMarks.Of(word.Literal);
            Classes |= word.Classes;
            Kinds |= word.Kind;
        }
    }

    public Question Question { get; }

    public int Count => _to - _from;

    public ref readonly RequestWord this[int index] => ref _words[_from + index];

    public WordClass Classes { get; }

    public NumberKind Kinds { get; }

    /// <summary>Those of <see cref="WordMarks.Of"/>.</summary>
    public ulong Marks { get; }

    /// <summary>One of these pattern words is among the words.</summary>
    public bool HasAny(int[] literals)
    {
        foreach (var literal in literals)
        {
            if ((_present[literal >> 6] & (1UL << (literal & 63))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public static RequestWords Read(Question question)
    {
        var tokens = question.Tokens;
        var words = new RequestWord[tokens.Length];
        var count = 0;
        var number = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            while (number < question.Numbers.Count && (question.Numbers[number].NumberEnd <= tokens[i].Start || !IsUsable(question.Numbers[number])))
            {
                number++;
            }

            var lower = tokens[i].Lower;
            if (number < question.Numbers.Count && tokens[i].Start >= question.Numbers[number].NumberStart)
            {
                words[count++] = NumberAt(question, ref i, number++);
                continue;
            }

            var classes = WordClasses.Of(lower);
            if (!tokens[i].IsWord && lower is not "%" && (classes & WordClass.Operator) == 0)
            {
                continue;
            }

            if (lower is "-" && !IsMinus(question, i))
            {
                continue;
            }

            if (lower is "per" && i + 1 < tokens.Length && tokens[i + 1].Lower is "cent")
            {
                words[count++] = new RequestWord("percent", WordClass.Share | WordClass.Percent, i, i + 2, -1, NumberKind.None);
                i++;
                continue;
            }

            words[count++] = new RequestWord(lower, classes, i, i + 1, -1, NumberKind.None);
        }

        return new RequestWords(question, words, count);
    }

    /// <summary>The tokens of the question that <paramref name="range"/> covers.</summary>
    public (int From, int To) Tokens(Range range) =>
        range.IsEmpty ? (0, 0) : (this[range.From].Token, this[range.To - 1].EndToken);

    /// <summary>The words as they were typed.</summary>
    public string Text(Range range)
    {
        if (range.IsEmpty)
        {
            return "";
        }

        var (from, to) = Tokens(range);
        return Question.Text[Question.Tokens[from].Start..Question.Tokens[to - 1].End];
    }

    /// <summary>The words of the last sentence; null where there is but one.</summary>
    public RequestWords? LastSentence()
    {
        for (var i = _words.Length - 1; i > 0; i--)
        {
            if (_words[i].EndToken > 0 && StartsSentence(_words[i].Token) && i < _count)
            {
                return new RequestWords(Question, _words[i.._count], _count - i);
            }
        }

        return null;
    }

    private bool StartsSentence(int token) => token > 0 && Question.Tokens[token - 1].Lower is "." or "?" or "!" or ";" or ":" or "\n";

    /// <summary>Leaves out words at the beginning and at the end.</summary>
    public void Trim(int first, int last)
    {
        _from += first;
        _to -= last;
    }

    private static RequestWord NumberAt(Question question, ref int token, int number)
    {
        var mention = question.Numbers[number];
        var first = token;
        var classes = WordClass.None;
        while (token < question.Tokens.Length && question.Tokens[token].Start < mention.NumberEnd)
        {
            classes |= WordClasses.Of(question.Tokens[token].Lower);
            token++;
        }

        token--;
        return new RequestWord(question.Tokens[first].Lower, classes, first, token + 1, number, KindOf(mention.Form));
    }

    private static NumberKind KindOf(NumberForm form) => form switch
    {
        NumberForm.Count => NumberKind.Count,
        NumberForm.Percent => NumberKind.Percent,
        NumberForm.Money => NumberKind.Money,
        NumberForm.Fraction or NumberForm.OneIn => NumberKind.Fraction,
        NumberForm.Multiplier => NumberKind.Times,
        NumberForm.Duration => NumberKind.Duration,
        NumberForm.Year => NumberKind.Year,
        _ => NumberKind.Other,
    };

    private static bool IsUsable(NumberMention mention) =>
        mention.Form is not (NumberForm.Ordinal or NumberForm.Clock or NumberForm.Date or NumberForm.Label);

    /// <summary>A hyphen between numbers with space around it, or before one, is a minus; in "pre-election" it is not.</summary>
    private static bool IsMinus(Question question, int i)
    {
        var token = question.Tokens[i];
        var text = question.Text;
        return token.Start > 0 && char.IsWhiteSpace(text[token.Start - 1]) && token.End < text.Length && char.IsWhiteSpace(text[token.End]);
    }
}
