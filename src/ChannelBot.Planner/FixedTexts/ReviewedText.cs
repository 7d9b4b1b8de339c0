using System.Collections.Concurrent;
using System.Text;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.FixedTexts;

/// <summary>Words that people reviewed and that are sent as they stand: help, refusals, where to find help.</summary>
/// <remarks>One file a locale, read at first need. Numbers and names in them are the text's own.</remarks>
internal static class ReviewedText
{
    /// <summary>The language that every text exists in.</summary>
    public const string English = "en";

    private static readonly ConcurrentDictionary<string, Dictionary<string, string>> Locales = new(StringComparer.Ordinal);

    /// <summary>The text under <paramref name="key"/> ("social.thanks", or "fr:declined.language"), the article's short title filled in.</summary>
    /// <remarks>A key that its locale does not have is looked up in English.</remarks>
    public static string Of(string key, KnowledgeFile knowledge) =>
        Find(key) is { } text
            ? text.Replace("{article}", ShortTitle(knowledge), StringComparison.Ordinal)
            : throw new InvalidOperationException($"There is no reviewed text '{key}'.");

    /// <summary>Whether there is such a text.</summary>
    public static bool Has(string key) => Find(key) is not null;

    /// <summary>Every key of a locale; empty where the locale has no file.</summary>
    public static IReadOnlyCollection<string> Keys(string locale) => Locale(locale).Keys;

    /// <summary>"fr:declined.language" where French has that text, else the English key.</summary>
    public static string KeyIn(string locale, string key) =>
        locale != English && Locale(locale).ContainsKey(key) ? $"{locale}:{key}" : key;

    private static string? Find(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var name = key[(colon + 1)..];
        return Locale(colon < 0 ? English : key[..colon]).GetValueOrDefault(name) ?? Locale(English).GetValueOrDefault(name);
    }

    /// <summary>A title that reads as a name inside a sentence; the first words of an article do not.</summary>
    public static string ShortTitle(KnowledgeFile knowledge)
    {
        var title = knowledge.Article.Title;
        return title.StartsWith("the ", StringComparison.Ordinal) ? title : "the article";
    }

    private static Dictionary<string, string> Locale(string locale) => Locales.GetOrAdd(locale, Read);

    private static Dictionary<string, string> Read(string locale)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var words = new StringBuilder();
        string? key = null;
        foreach (var line in EmbeddedText.Lines($"FixedTexts/{locale}.txt") ?? [])
        {
            if (line.StartsWith('['))
            {
                Keep();
                key = line.Trim()[1..^1];
            }
            else if (key is not null && !string.IsNullOrWhiteSpace(line))
            {
                words.Append(words.Length == 0 ? "" : " ").Append(line.AsSpan().Trim());
            }
        }

        Keep();
        return texts;

        void Keep()
        {
            if (key is not null)
            {
                texts.Add(key, words.ToString());
                words.Clear();
            }
        }
    }
}
