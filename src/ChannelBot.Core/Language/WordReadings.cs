namespace ChannelBot.Core.Language;

/// <summary>Tells for each word of a question whether it stands as it is, or which word was meant; each worked out once.</summary>
internal sealed class WordReadings(ArticleWords article)
{
    /// <summary>Of shorter words nothing can be told; of words this short, only that two letters were exchanged.</summary>
    private const int ShortestCorrected = 3;

    /// <summary>A word of more than this many letters that is unknown may be several typed together.</summary>
    private const int ShortestSplit = 6;

    /// <summary>Words of a language are few; only noise fills this, and noise need not be remembered.</summary>
    private const int MostRemembered = 10_000;

    /// <summary>Longer "words" are noise.</summary>
    private const int LongestRemembered = 40;

    /// <summary>How much better the best candidate has to be than the next.</summary>
    private const double ClearlyBetter = 0.15;

    private static readonly Dictionary<string, string> TypedForms = LoadTypedForms();

    private readonly WordTable<Reading> _readings = new(MostRemembered);

    /// <summary>What is known of the token of <paramref name="text"/>.</summary>
    public Reading Of(string text, in Token token)
    {
        var written = text.AsSpan(token.Start, token.End - token.Start);
        if (_readings.Find(written) is { } known)
        {
            return known;
        }

        var isTyped = TypedForms.ContainsKey(token.Lower);
        var isWord = IsWord(token);
        var reading = new Reading(isWord && !isTyped, isWord || isTyped);
        if (written.Length <= LongestRemembered)
        {
            _readings.Add(written.ToString(), reading);
        }

        return reading;
    }

    private bool IsWord(in Token token) =>
        article.Has(token.Lower) || Lexicon.Spellings.Find(token.Lower) >= 0 || Lexicon.English.Knows(token.Stem) || article.HasStem(token.Stem)
            || IrregularForms.StemOf(token.Lower) is not null || (token.IsStopWord && token.Lower.Length > 1) || HasDoubledL(token.Lower);

    /// <summary>"pencilled", where the list has the American "penciled".</summary>
    private static bool HasDoubledL(string lower)
    {
        var at = lower.LastIndexOf("ll", StringComparison.Ordinal);
        return at > 1 && lower.AsSpan(at + 2) is "ed" or "ing" or "er" or "ers" && Lexicon.Spellings.Find(lower.Remove(at, 1)) >= 0;
    }

    /// <summary>The word or words meant; null where that cannot be told.</summary>
    /// <param name="isName">Written as a name is.</param>
    public string? Meant(Reading reading, in Token token, bool isName)
    {
        ref var meant = ref isName ? ref reading.MeantAsName : ref reading.MeantAsWord;
        return (meant ??= new Meaning(Find(token, isName))).Word;
    }

    private string? Find(in Token token, bool isName)
    {
        if (!isName && TypedForms.TryGetValue(token.Lower, out var form))
        {
            return form;
        }

        if (token.Lower.Length < ShortestCorrected || !IsPlainWord(token.Lower))
        {
            return null;
        }

        if (WithoutDigits(token.Lower) is { } letters)
        {
            return letters;
        }

        return Nearest(token.Lower, isName) ?? (isName || token.Lower.Length < ShortestSplit ? null : WordSplitter.Split(token.Lower, article));
    }

    /// <summary>The word nearest to <paramref name="typed"/>; null where none is near, or several are.</summary>
    private string? Nearest(string typed, bool isName)
    {
        var search = new NearestWord(typed, isName);
        article.Offer(search);
        if (!isName)
        {
            search.OfferAll(SpellingIndex.English);
        }

        return search.Best is { } best && search.NextCost - search.BestCost >= ClearlyBetter ? best : null;
    }

    /// <summary>"f0und" is "found"; null where a digit is no letter in disguise.</summary>
    private string? WithoutDigits(string typed)
    {
        if (typed.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        var letters = typed.Replace('0', 'o').Replace('1', 'l').Replace('3', 'e').Replace('4', 'a').Replace('5', 's');
        return article.Has(letters) || Lexicon.Spellings.Find(letters) >= 0 ? letters : null;
    }

    private static bool IsPlainWord(string lower)
    {
        var letters = 0;
        foreach (var c in lower)
        {
            if (!char.IsAsciiLetterLower(c) && c is not ('\'' or '0' or '1' or '3' or '4' or '5'))
            {
                return false;
            }

            letters += char.IsAsciiLetterLower(c) ? 1 : 0;
        }

        return char.IsAsciiLetter(lower[0]) && letters >= lower.Length - 1;
    }

    private static Dictionary<string, string> LoadTypedForms()
    {
        var forms = new Dictionary<string, string>(256, StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("typed-forms.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            forms.TryAdd(line[..space], line[(space + 1)..]);
        }

        return forms;
    }

    /// <summary>What is known of a word as it is written; what was meant by it is worked out when first needed.</summary>
    /// <param name="isKnown">It stays as it is.</param>
    /// <param name="isEnglish">It is known, or is one of the usual misspellings.</param>
    internal sealed class Reading(bool isKnown, bool isEnglish)
    {
        public readonly bool IsKnown = isKnown;
        public readonly bool IsEnglish = isEnglish;
        public Meaning? MeantAsName;
        public Meaning? MeantAsWord;
    }

    /// <param name="Word">Null where it cannot be told.</param>
    internal sealed record Meaning(string? Word);
}
