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
    private readonly ArticleWords _article;
    private readonly WordReadings _words;

    private SpellingCorrector(ArticleWords article)
    {
        _article = article;
        _words = new WordReadings(article);
    }

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
            article.AddAll(fact.Asks.Select(ask => ask.Text));
            article.AddAll(fact.Denies);
        }

        foreach (var silence in knowledge.Silences)
        {
            article.AddAll(silence.Asks);
        }

        foreach (var rewording in knowledge.Rewordings)
        {
            article.AddAll(rewording.Asks);
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
        var readings = new WordReadings.Reading?[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            readings[i] = tokens[i].IsWord ? _words.Of(text, tokens[i]) : null;
        }

        if (!LooksEnglish(tokens, readings))
        {
            return new CorrectedText(text, []);
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (readings[i] is not { IsKnown: false } reading || IsAddress(text, token))
            {
                continue;
            }

            var isInitial = corrected is null && copied == 0 && IsFirstWord(text, token.Start);
            if (_words.Meant(reading, token, isName: token.IsCapitalised && !isInitial) is not { } meant || meant.Equals(token.Lower, StringComparison.Ordinal))
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
    private static bool LooksEnglish(Token[] tokens, WordReadings.Reading?[] readings)
    {
        int known = 0, unknown = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (readings[i] is { } reading && char.IsLetter(tokens[i].Lower[0]))
            {
                known += reading.IsEnglish ? 1 : 0;
                unknown += reading.IsEnglish ? 0 : 1;
            }
        }

        return unknown <= (known * 2) + (known > 0 || unknown == 1 ? 1 : 0);
    }

    private static string InCaseOf(string meant, Token token) =>
        token.IsCapitalised ? string.Concat(char.ToUpperInvariant(meant[0]).ToString(), meant.AsSpan(1)) : meant;

    private static int PossessiveLength(string text, Token token) =>
        token.End - token.Start > token.Lower.Length && text[token.End - 1] is 's' or 'S' && text[token.End - 2] is '\'' or '’' ? 2 : 0;

    private static bool IsFirstWord(string text, int start) => text.AsSpan(0, start).TrimEnd() is [] or [.., '.' or '?' or '!'];

    /// <summary>Part of a web or mail address or a file name.</summary>
    private static bool IsAddress(string text, Token token) =>
        (token.Start > 0 && text[token.Start - 1] is '/' or '@' or '.' or '\\' or '#')
        || (token.End + 1 < text.Length && text[token.End] is '/' or '@' or '.' or '\\' && char.IsLetterOrDigit(text[token.End + 1]));
}
