using System.Runtime.InteropServices;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>What a request is, where it is no plain question of fact.</summary>
/// <param name="Key">Key of the reviewed text that answers it.</param>
/// <param name="Code">The reason's code ("opinion"); null for small talk.</param>
/// <param name="Because">The pattern or test that told, for explanations.</param>
internal sealed record ConductFinding(string Key, string? Code, string Because)
{
    public bool IsInstruction => Code == "injection";
}

/// <summary>Recognises small talk, requests that are declined, people in distress, other languages and what is no sentence.</summary>
/// <remarks>
/// By word patterns alone, without the article: it fires only on words that questions of fact do not have. Read at first need; safe to share.
/// </remarks>
internal sealed class ConductReader
{
    private static readonly Lazy<ConductReader> Lazy = new(() => new ConductReader());

    /// <summary>A longer text is pasted, or tells a story: only danger and orders are looked for in it.</summary>
    private const int LongestQuestion = 45;

    /// <summary>In a short message a foreign cry for help tells more than the language it is in.</summary>
    private const int ShortMessage = 40;

    private const string Folder = "Conduct/Patterns/";

    private static readonly string[] Files = ["danger.txt", "harm.txt", "injection.txt", "clarify.txt", "dates.txt", "self.txt", "opinion.txt"];

    private readonly Vocabulary _vocabulary = new();
    private readonly PatternBook _book;
    private readonly SmallTalk _smallTalk;
    private readonly RequestWords _words;
    private readonly ForeignLanguage _languages = new();
    private readonly Alarm _alarm = new();
    private readonly Legibility _legibility;
    private readonly ulong _questionWords;

    private ConductReader()
    {
        var phrases = PatternBook.Read(_vocabulary, Folder + "social.txt");
        _book = PatternBook.Read(
            _vocabulary, [.. Files.Select(file => Folder + file)]);
        _smallTalk = new SmallTalk(phrases);
        _words = new RequestWords(_vocabulary);
        _legibility = new Legibility(_vocabulary);
        _questionWords = _vocabulary.Class("wh");
    }

    public static ConductReader English => Lazy.Value;

    /// <summary>Keys of the reviewed texts that the patterns lead to.</summary>
    public IEnumerable<string> Keys =>
        _book.Sections.Where(section => section.Key != "reported").Select(section => section.Key);

    /// <summary>Whether a word is one of those by which conduct is told: not what a question is about.</summary>
    public bool Knows(string word) => _vocabulary.Find(word) >= 0;

    /// <param name="text">One request as typed, in plain characters.</param>
    /// <param name="article">The article's text: its words are words.</param>
    public ConductFinding? Read(string text, string article)
    {
        if (Legibility.WithoutWords(text) is { } unread)
        {
            return new ConductFinding(unread, Code(unread), "no words");
        }

        if (Encoded.Read(text) is { } hidden)
        {
            return InEnglish(hidden, article) ?? new ConductFinding("clarify.code", "unclear", "encoded words");
        }

        return InAnotherLanguage(text) ?? (Legibility.IsCode(text) ? new ConductFinding("clarify.code", "unclear", "program code") : null)
            ?? InEnglish(text, article);
    }

    private ConductFinding? InAnotherLanguage(string text)
    {
        var locale = _languages.Recognise(text);
        if (locale is null && text.Length > ShortMessage)
        {
            return null;
        }

        if (_alarm.Sounds(text, locale is "other" ? null : locale) is { } alarmed)
        {
            return new ConductFinding(ReviewedText.KeyIn(alarmed, "distress.general"), "distress", $"a cry for help ({alarmed})");
        }

        return locale is null
            ? null
            : new ConductFinding(ReviewedText.KeyIn(locale, "declined.language"), "language", $"language: {locale}");
    }

    private ConductFinding? InEnglish(string text, string article)
    {
        // The words as typed tell first; most questions have none that may be meant for another.
        var corrected = _words.Read(text, correct: true);
        var isGuessed = corrected.Exists(word => word.IsGuessed);
        var words = isGuessed ? _words.Read(text, correct: false) : corrected;
        return ByPatterns(text, words)
            ?? (isGuessed ? ByPatterns(text, corrected) : null)
            ?? (_legibility.IsGibberish(text, CollectionsMarshal.AsSpan(words), article)
                ? new ConductFinding("clarify.unclear", "unclear", "no words of English")
                : null);
    }

    private ConductFinding? ByPatterns(string text, List<RequestWord> list)
    {
        var words = CollectionsMarshal.AsSpan(list);
        var (phrase, from, to) = _smallTalk.Read(words);
        if (phrase is not null)
        {
            return IsAgreementAsked(phrase, text) ? null : new ConductFinding(phrase.Key, null, "small talk only");
        }

        var isQuestion = text.Contains('?') || Asks(words);
        var isLong = words.Length > LongestQuestion;
        bool IsOut(Section section) => IsOutOfPlace(section, isQuestion, isLong);

        // "Are you a robot" ends in what might be a form of address: the words are read with their ends as well as without.
        var found = _book.First(words[from..to], IsOut);
        var whole = from == 0 && to == words.Length ? null : _book.First(words, IsOut);
        if (found is null || whole?.Section.Rank < found.Value.Section.Rank)
        {
            found = whole;
        }

        return found is null ? null : new ConductFinding(found.Value.Section.Key, Code(found.Value.Section), found.Value.Pattern.Text);
    }

    /// <summary>"Really?", "exactly?": asked back, they ask something.</summary>
    private static bool IsAgreementAsked(Section phrase, string text) => phrase.Key == "social.agreement" && text.Contains('?');

    private static bool IsOutOfPlace(Section section, bool isQuestion, bool isLong) =>
        section.Is("soft") ? isQuestion : isLong && !(section.Is("distress") || section.Is("harm") || section.Is("injection"));

    private bool Asks(ReadOnlySpan<RequestWord> words)
    {
        foreach (var word in words)
        {
            if ((word.Classes & _questionWords) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Code(Section section) => section.Tags.FirstOrDefault(tag => !tag.Contains(':') && tag != "soft");

    private static string? Code(string key) => key.StartsWith("social.", StringComparison.Ordinal) ? null : "unclear";
}
