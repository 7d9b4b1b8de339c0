using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Guards;

/// <summary>Whose words a word of an answer is among.</summary>
internal enum WordRole
{
    /// <summary>The answer's own.</summary>
    Own,

    /// <summary>Between quotation marks.</summary>
    Quoted,

    /// <summary>Of a mark, "[1]".</summary>
    Mark,

    /// <summary>Of a reviewed text.</summary>
    Reviewed,
}

/// <summary>One answer, read as far as the guards need: words, numbers, quotations, sentences and what each may rest on.</summary>
internal sealed class GuardedAnswer
{
    private HashSet<string>? _userWords;
    private List<KnownNumber>? _userNumbers;

    public GuardedAnswer(Answer answer, EvidenceBook book, Grounds grounds, int reviewedLength)
    {
        Answer = answer;
        Book = book;
        Grounds = grounds;
        Text = answer.Text;
        ReviewedLength = reviewedLength;
        Reasons = [.. grounds.Reasons.Select(reason => (Start: Text.IndexOf(reason, StringComparison.Ordinal), reason.Length))
            .Where(place => place.Start >= 0).Select(place => new Span(place.Start, place.Start + place.Length))];
        Tokens = Tokenizer.Tokenize(Text);
        Kinds = Array.ConvertAll(Tokens, token => GuardWords.KindsOf(token.Lower));
        Roles = new WordRole[Tokens.Length];
        Quotations = AnswerReading.Mark(this);
        Sentences = AnswerReading.Sentences(this);
        foreach (var mention in QuantityScanner.Scan(Text))
        {
            if (RoleAt(mention.NumberStart) is WordRole.Own)
            {
                var number = KnownNumber.Of(mention, Text);
                Numbers.Add(Numbers.Count > 0 ? number.After(Numbers[^1], Text) : number);
            }
        }
    }

    public Answer Answer { get; }

    public EvidenceBook Book { get; }

    public string Text { get; }

    public Grounds Grounds { get; }

    /// <summary>So many code units at the beginning are a reviewed text.</summary>
    public int ReviewedLength { get; }

    /// <summary>Where the calculator's own reasons stand.</summary>
    public IReadOnlyList<Span> Reasons { get; }

    public Token[] Tokens { get; }

    public WordKinds[] Kinds { get; }

    public WordRole[] Roles { get; }

    /// <summary>What stands between quotation marks, the outermost ones.</summary>
    public IReadOnlyList<Span> Quotations { get; }

    public IReadOnlyList<GuardedSentence> Sentences { get; }

    /// <summary>Numbers among the answer's own words.</summary>
    public List<KnownNumber> Numbers { get; } = [];

    /// <summary>Whether the words at a position are reviewed, or the calculator's.</summary>
    public bool IsReviewed(int position)
    {
        if (position < ReviewedLength)
        {
            return true;
        }

        foreach (var reason in Reasons)
        {
            if (position >= reason.Start && position < reason.End)
            {
                return true;
            }
        }

        return false;
    }

    public bool UserSaid(in Token token)
    {
        _userWords ??= UserWords();
        return _userWords.Contains(token.Stem) || _userWords.Contains(token.Lower);
    }

    public IReadOnlyList<KnownNumber> UserNumbers => _userNumbers ??=
        [.. QuantityScanner.Scan(Grounds.UserText).Select(mention => KnownNumber.Of(mention, Grounds.UserText))];

    public ReadOnlySpan<char> Between(Span span) => Text.AsSpan(span.Start, span.Length);

    public GuardedSentence SentenceAt(int position)
    {
        foreach (var sentence in Sentences)
        {
            if (position < sentence.End)
            {
                return sentence;
            }
        }

        return Sentences[^1];
    }

    /// <summary>Index of the token at or after a position.</summary>
    public int TokenAt(int position)
    {
        var (low, high) = (0, Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private WordRole RoleAt(int position)
    {
        var token = TokenAt(position);
        return token < Tokens.Length ? Roles[token] : WordRole.Own;
    }

    private HashSet<string> UserWords()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(Grounds.UserText))
        {
            words.Add(token.Stem);
            words.Add(token.Lower);
        }

        return words;
    }
}
