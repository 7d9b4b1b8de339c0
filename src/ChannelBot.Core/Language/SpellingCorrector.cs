using System.Text;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Core.Language;

/// <summary>A question with its misspelt words put right.</summary>
/// <param name="Changes">What was changed, in order; empty where nothing was.</param>
public sealed record CorrectedText(string Text, IReadOnlyList<SpellingChange> Changes);

/// <param name="Typed">The word as typed.</param>
/// <param name="Meant">The word or words taken for it.</param>
/// <param name="IsArticleWord">Whether the article has the word; otherwise it is plain English.</param>
public sealed record SpellingChange(string Typed, string Meant, bool IsArticleWord);

/// <summary>Corrects misspelt words of a question, where the word is unknown and one known word is clearly what was meant.</summary>
/// <remarks>A name that the article does not have stays as it is: taking it for one that the article has would answer about somebody else.</remarks>
public sealed class SpellingCorrector
{
    /// <summary>Of shorter words nothing can be told; of words this short, only that two letters were exchanged.</summary>
    private const int ShortestCorrected = 3;

    /// <summary>A word of more than this many letters that is unknown may be several typed together.</summary>
    private const int ShortestSplit = 6;

    /// <summary>How much better the best candidate has to be than the next.</summary>
    private const double ClearlyBetter = 0.15;

    private static readonly Dictionary<string, string> TypedForms = LoadTypedForms();

    private readonly ArticleWords _article;

    private SpellingCorrector(ArticleWords article) => _article = article;

    /// <summary>A corrector that knows English, the words of the article, and the words by which its facts may be asked for.</summary>
    public static SpellingCorrector For(KnowledgeFile knowledge)
    {
        var article = new ArticleWords();
        article.AddText(knowledge.Article.Text);
        foreach (var entity in knowledge.Entities)
        {
            article.AddText(entity.Name);
            article.AddAll(entity.Aliases);
        }

        foreach (var figure in knowledge.Figures)
        {
            article.AddAll(figure.Keywords);
        }

        foreach (var fact in knowledge.Facts)
        {
            article.AddAll(fact.Words);
        }

        foreach (var group in knowledge.Synonyms)
        {
            article.AddAll(group);
        }

        return new SpellingCorrector(article);
    }

    /// <summary>A corrector that knows English and the words of <paramref name="text"/>.</summary>
    public static SpellingCorrector For(string text)
    {
        var article = new ArticleWords();
        article.AddText(text);
        return new SpellingCorrector(article);
    }

    /// <param name="text">Cleaned by <see cref="QuestionText"/>.</param>
    public CorrectedText Correct(string text)
    {
        List<SpellingChange>? changes = null;
        StringBuilder? corrected = null;
        var copied = 0;
        var tokens = Tokenizer.Tokenize(text);
        if (!LooksEnglish(tokens))
        {
            return new CorrectedText(text, []);
        }

        foreach (var token in tokens)
        {
            if (!token.IsWord || IsKnown(token) || IsAddress(text, token))
            {
                continue;
            }

            var isInitial = corrected is null && copied == 0 && IsFirstWord(text, token.Start);
            if (Meant(token, isInitial) is not { } meant || meant.Equals(token.Lower, StringComparison.Ordinal))
            {
                continue;
            }

            corrected ??= new StringBuilder(text.Length + 8);
            corrected.Append(text, copied, token.Start - copied);
            corrected.Append(InCaseOf(meant, token));
            copied = token.End - PossessiveLength(text, token);
            (changes ??= []).Add(new SpellingChange(text[token.Start..copied], meant, _article.Has(meant)));
        }

        return corrected is null
            ? new CorrectedText(text, [])
            : new CorrectedText(corrected.Append(text, copied, text.Length - copied).ToString(), changes!);
    }

    /// <summary>Where hardly a word is known, the text is in another language, or is no text.</summary>
    private bool LooksEnglish(Token[] tokens)
    {
        int known = 0, unknown = 0;
        foreach (var token in tokens)
        {
            if (token.IsWord && char.IsLetter(token.Lower[0]))
            {
                var isKnown = IsKnown(token) || TypedForms.ContainsKey(token.Lower);
                known += isKnown ? 1 : 0;
                unknown += isKnown ? 0 : 1;
            }
        }

        return unknown <= (known * 2) + (known > 0 || unknown == 1 ? 1 : 0);
    }

    private bool IsKnown(Token token) =>
        (_article.Has(token.Lower) || Lexicon.Spellings.Find(token.Lower) >= 0 || Lexicon.English.Knows(token.Stem) || _article.HasStem(token.Stem)
            || IrregularForms.StemOf(token.Lower) is not null || (token.IsStopWord && token.Lower.Length > 1))
        && !TypedForms.ContainsKey(token.Lower);

    private string? Meant(Token token, bool isInitial)
    {
        var isName = token.IsCapitalised && !isInitial;
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

        return Nearest(token.Lower, isName) ?? (isName || token.Lower.Length < ShortestSplit ? null : WordSplitter.Split(token.Lower, _article));
    }

    /// <summary>The word nearest to <paramref name="typed"/>; null where none is near, or several are.</summary>
    private string? Nearest(string typed, bool isName)
    {
        var search = new NearestWord(typed, isName);
        _article.Offer(search);
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
        return _article.Has(letters) || Lexicon.Spellings.Find(letters) >= 0 ? letters : null;
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

    private static string InCaseOf(string meant, Token token) =>
        token.IsCapitalised ? string.Concat(char.ToUpperInvariant(meant[0]).ToString(), meant.AsSpan(1)) : meant;

    private static int PossessiveLength(string text, Token token) =>
        token.End - token.Start > token.Lower.Length && text[token.End - 1] is 's' or 'S' && text[token.End - 2] is '\'' or '’' ? 2 : 0;

    private static bool IsFirstWord(string text, int start) => string.IsNullOrWhiteSpace(text[..start]) || text[..start].TrimEnd()[^1] is '.' or '?' or '!';

    /// <summary>Part of a web or mail address or a file name.</summary>
    private static bool IsAddress(string text, Token token) =>
        (token.Start > 0 && text[token.Start - 1] is '/' or '@' or '.' or '\\' or '#')
        || (token.End + 1 < text.Length && text[token.End] is '/' or '@' or '.' or '\\' && char.IsLetterOrDigit(text[token.End + 1]));

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
}
