using ChannelBot.Core.Grammar;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>Which words of a sentence of the article the words of an answer may be.</summary>
internal sealed class WordMatches
{
    private const double AboutTheSame = 0.75;

    private readonly EvidenceBook _book;
    private readonly int[][] _places;

    public WordMatches(EvidenceBook book, ClauseMap answer, ClauseMap evidence)
    {
        (_book, Answer, Evidence) = (book, answer, evidence);
        _places = new int[answer.Words.Length][];
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i] = answer.IsContent(i) ? Places(i) : [];
        }
    }

    public ClauseMap Answer { get; }

    public ClauseMap Evidence { get; }

    /// <summary>Indexes of words of the evidence; none where it has no such word.</summary>
    public ReadOnlySpan<int> Of(int word) => _places[word];

    public bool Any(int word, Func<int, bool> holds)
    {
        foreach (var place in _places[word])
        {
            if (holds(place))
            {
                return true;
            }
        }

        return false;
    }

    private int[] Places(int word)
    {
        var exact = new List<int>();
        var alike = new List<int>();
        for (var j = 0; j < Evidence.Words.Length; j++)
        {
            if (IsSame(word, j))
            {
                exact.Add(j);
            }
            else if (Evidence.IsContent(j) && IsAlike(word, j))
            {
                alike.Add(j);
            }
        }

        return exact.Count > 0 ? [.. exact, .. alike.Where(j => IsSameName(word, j))] : [.. alike];
    }

    private bool IsSame(int word, int other)
    {
        var (one, two) = (Answer.Words[word], Evidence.Words[other]);
        if (one.Mention >= 0 && two.Mention >= 0)
        {
            return Answer.Mentions[one.Mention].Quantity.Value == Evidence.Mentions[two.Mention].Quantity.Value;
        }

        return one.Mention < 0 && two.Mention < 0 && string.Equals(Answer.Stems[word], Evidence.Stems[other], StringComparison.Ordinal);
    }

    private bool IsAlike(int word, int other)
    {
        var (one, two) = (Answer.Words[word], Evidence.Words[other]);
        return one.Mention < 0 && two.Mention < 0
            && ((Lexicon.English.Similarity(Answer.Stems[word], Evidence.Stems[other]) >= AboutTheSame
                    && !Lexicon.English.AreOpposite(Answer.Stems[word], Evidence.Stems[other]))
                || IsSameName(word, other));
    }

    /// <summary>"Smith" and "the Prime Minister".</summary>
    private bool IsSameName(int word, int other)
    {
        var (one, two) = (Answer.Words[word], Evidence.Words[other]);
        return one is { Tag: Tag.Name or Tag.Noun } && two is { Tag: Tag.Name or Tag.Noun } && (one.IsCapitalised || two.IsCapitalised)
            && _book.WithWord(one.Lower).Any(_book.WithWord(two.Lower).Contains);
    }
}
