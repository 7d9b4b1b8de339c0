using System.Collections.Frozen;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ChannelBot.Core.Language;

/// <summary>Words that carry no content of their own, from Lucene's lists.</summary>
internal static class StopWords
{
    private const string SnowballList = "Lucene.Net.Analysis.Common.Analysis.Snowball.english_stop.txt";

    /// <summary>On a list, but a question may turn on them.</summary>
    private static readonly string[] Telling =
        ["before", "after", "above", "below", "between", "against", "more", "most", "few", "during", "under", "over", "up", "down", "off",
         "out", "no", "not", "nor", "only", "same"];

    /// <summary>Not on the lists, and as empty as what is on them.</summary>
    private static readonly string[] Besides =
        ["can", "us", "also", "shall", "whose", "may", "might", "must", "many", "much", "please", "just", "i'm", "what's", "who's", "where's",
         "when's", "how's", "why's", "that's", "there's", "it's", "let's", "he's", "she's", "here's"];

    private static readonly FrozenSet<string> Words = Load();

    /// <summary>"May" the month and "US" the country are names; "may" and "us" are not.</summary>
    public static bool Contains(string lower, bool isCapitalised, bool isAllCapitals) => lower switch
    {
        "may" => !isCapitalised || isAllCapitals,
        "us" or "it" or "who" when isAllCapitals => lower is not "us",
        _ => Words.Contains(lower),
    };

    /// <summary>Whether the 's of this word stands for "is" or "us" rather than for whose it is.</summary>
    public static bool IsContraction(ReadOnlySpan<char> lower) => Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);

    private static FrozenSet<string> Load()
    {
        var words = new HashSet<string>(StopAnalyzer.ENGLISH_STOP_WORDS_SET, StringComparer.Ordinal);
        using var list = typeof(SnowballFilter).Assembly.GetManifestResourceStream(SnowballList)
            ?? throw new InvalidOperationException($"Lucene's list {SnowballList} is gone.");
        using var reader = new StreamReader(list);
        words.UnionWith(WordlistLoader.GetSnowballWordSet(reader, LuceneVersion.LUCENE_48));
        words.UnionWith(Besides);
        words.ExceptWith(Telling);
        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
