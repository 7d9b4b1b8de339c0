namespace ChannelBot.Core.Language;

/// <summary>The words of an article, and which of them it has only as names.</summary>
internal sealed class ArticleWords
{
    private readonly Dictionary<string, bool> _isName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);

    public bool Has(string lower) => _isName.ContainsKey(lower);

    public bool HasStem(string stem) => _stems.Contains(stem);

    public void AddAll(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            AddText(text);
        }
    }

    /// <summary>A word is a name where it stands capitalised only, and English does not have it.</summary>
    public void AddText(string text)
    {
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (!token.IsWord || !char.IsLetter(token.Lower[0]))
            {
                continue;
            }

            _stems.Add(token.Stem);
            var isName = token.IsCapitalised && _isName.GetValueOrDefault(token.Lower, true);
            _isName[token.Lower] = isName;
        }
    }

    public void Offer(NearestWord search)
    {
        foreach (var (word, isCapitalised) in _isName)
        {
            search.Offer(word, isArticle: true, isName: isCapitalised && Lexicon.Spellings.Find(word) < 0);
        }
    }
}
