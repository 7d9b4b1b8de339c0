namespace ChannelBot.Core.Language;

/// <summary>A word of an article, with what makes it quick to tell that a misspelt word is far from it.</summary>
/// <param name="Letters">As <see cref="SpellingIndex.LettersOf"/>.</param>
/// <param name="IsName">The article has it as a name only.</param>
internal readonly record struct ArticleWord(string Text, uint Letters, bool IsName);

/// <summary>The words of an article, and which of them it has only as names.</summary>
internal sealed class ArticleWords
{
    private readonly Dictionary<string, bool> _isName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private ArticleWord[]? _words;

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
        _words = null;
        for (var at = 0; Tokenizer.TryRead(text, ref at, out var token);)
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

    public void Offer(NearestWord search) => search.OfferAll(_words ??= [.. _isName.Select(word =>
        new ArticleWord(word.Key, SpellingIndex.LettersOf(word.Key), word.Value && Lexicon.Spellings.Find(word.Key) < 0))]);
}
