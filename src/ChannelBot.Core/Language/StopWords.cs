using Lucene.Net.Analysis.Snowball;

namespace ChannelBot.Core.Language;

/// <summary>Words that carry no content of their own, from Lucene's list.</summary>
internal static class StopWords
{
    private const string SnowballList = "Lucene.Net.Analysis.Common.Analysis.Snowball.english_stop.txt";

    /// <summary>On a list, but a question may turn on them.</summary>
    private static readonly string[] Telling =
        ["before", "after", "above", "below", "between", "against", "more", "most", "few", "during", "under", "over", "up", "down", "off",
         "out", "no", "not", "nor", "only", "same"];

    /// <summary>Not on the list, and as empty as what is on it.</summary>
    private static readonly string[] Besides =
        ["into", "such", "will", "can", "us", "also", "shall", "whose", "may", "might", "must", "many", "much", "please", "just", "i'm", "what's", "who's", "where's",
         "when's", "how's", "why's", "that's", "there's", "it's", "let's", "he's", "she's", "here's"];

    private static readonly HashSet<string> Words = Load();

    /// <summary>"May" the month and "US" the country are names; "may" and "us" are not.</summary>
    public static bool Contains(string lower, bool isCapitalised, bool isAllCapitals) => lower switch
    {
        "may" => !isCapitalised || isAllCapitals,
        "us" => !isAllCapitals,
        _ => Words.Contains(lower),
    };

    /// <summary>Whether the 's of this word stands for "is" or "us" rather than for whose it is.</summary>
    public static bool IsContraction(string lower) => Words.Contains(lower);

    private static HashSet<string> Load()
    {
        using var list = typeof(SnowballFilter).Assembly.GetManifestResourceStream(SnowballList)
            ?? throw new InvalidOperationException($"Lucene's list {SnowballList} is gone.");
        using var reader = new StreamReader(list);
        var words = new HashSet<string>(StringComparer.Ordinal);

        // Lucene's own reader of word lists would cost a cold start 50 ms; the format is a word, then '|' and a remark.
        while (reader.ReadLine() is { } line)
        {
            var word = line.AsSpan(0, line.IndexOf('|') is >= 0 and var bar ? bar : line.Length).Trim();
            if (word.Length > 0)
            {
                words.Add(word.ToString());
            }
        }

        words.UnionWith(Besides);
        words.ExceptWith(Telling);
        return words;
    }
}
