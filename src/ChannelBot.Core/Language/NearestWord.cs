using System.Numerics;

namespace ChannelBot.Core.Language;

/// <summary>Keeps the cheapest of the words offered, by what it takes to mistype it as the one that was typed.</summary>
internal sealed class NearestWord
{
    /// <summary>Of words equally near, the one that the article has is meant.</summary>
    private const double ArticleBonus = 0.3;

    /// <summary>People hit the first letter of a word.</summary>
    private const double OtherFirstLetter = 0.5;

    /// <summary>English has many words that lie two slips from each other; the article has few.</summary>
    private const double MostForPlainWord = 1;

    private const int MostSlips = 2;

    private readonly string _typed;
    private readonly bool _isTypedAsName;
    private readonly double _most;
    private readonly uint _letters;
    private string? _bestStem;

    public NearestWord(string typed, bool isTypedAsName)
    {
        _typed = typed;
        _isTypedAsName = isTypedAsName;
        _most = typed.Length switch { < 6 => 1, < 8 => 1.8, _ => 2 };
        _letters = SpellingIndex.LettersOf(typed);
    }

    public string? Best { get; private set; }

    public double BestCost { get; private set; } = double.MaxValue;

    /// <summary>Cost of the best word that is not a form of <see cref="Best"/>.</summary>
    public double NextCost { get; private set; } = 1e6;

    /// <summary>Offers plain English words, of which only one slip is forgiven.</summary>
    public void OfferAll(SpellingIndex words)
    {
        var end = words.FirstOfLength(_typed.Length + 2);
        for (var word = words.FirstOfLength(_typed.Length - 1); word < end; word++)
        {
            if (BitOperations.PopCount(words.Letters[word] ^ _letters) <= 2
                && EditDistance.IsOneSlip(_typed, words.Words.Span(word)) && !IsOtherWord(words.Words.Span(word)))
            {
                Offer(words.Words.Text(word), isArticle: false, isName: false);
            }
        }
    }

    /// <summary>"vouched" is no "couched": where the first letter is another, English rather lacks a word in our list.</summary>
    private bool IsOtherWord(ReadOnlySpan<char> word) => word.Length == _typed.Length && word[0] != _typed[0] && word[0] != _typed[1];

    /// <summary>Offers words of the article, of which some may be two slips away.</summary>
    public void OfferAll(ReadOnlySpan<ArticleWord> words)
    {
        foreach (ref readonly var word in words)
        {
            if (BitOperations.PopCount(word.Letters ^ _letters) <= 2 * MostSlips && Math.Abs(word.Text.Length - _typed.Length) <= MostSlips)
            {
                Offer(word.Text, isArticle: true, word.IsName);
            }
        }
    }

    private void Offer(string word, bool isArticle, bool isName)
    {
        if (word.Length < 3)
        {
            return;
        }

        var isExchange = EditDistance.IsExchange(_typed, word);
        var distance = isExchange ? EditDistance.Slip : EditDistance.Between(_typed, word, isArticle ? _most : Math.Min(_most, MostForPlainWord));
        if (distance > _most || (_typed.Length < 4 && !isExchange) || ((isName || _isTypedAsName) && !IsSameName(word, distance, isExchange)))
        {
            return;
        }

        var isSameStart = word[0] == _typed[0] || isExchange;
        if (!isSameStart && distance > EditDistance.Slip)
        {
            return;
        }

        Keep(word, distance - (isExchange ? 0.25 : 0) - (isArticle ? ArticleBonus : 0) + (isSameStart ? 0 : OtherFirstLetter));
    }

    /// <summary>A name is taken for another only at one slip in a long word, never at its first letter.</summary>
    private bool IsSameName(string word, double distance, bool isExchange)
    {
        if (isExchange)
        {
            return true;
        }

        var isLong = _typed.Length >= 6 || (!_isTypedAsName && _typed.Length == 5 && word.Length > _typed.Length);
        return distance <= EditDistance.Slip && word[0] == _typed[0] && isLong;
    }

    private void Keep(string word, double cost)
    {
        if (word == Best)
        {
            return;
        }

        var stem = WordForms.StemOf(word);
        if (cost < BestCost)
        {
            NextCost = stem == _bestStem ? NextCost : Math.Min(NextCost, BestCost);
            (Best, BestCost, _bestStem) = (word, cost, stem);
        }
        else if (stem != _bestStem)
        {
            NextCost = Math.Min(NextCost, cost);
        }
    }
}
