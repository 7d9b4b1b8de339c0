namespace ChannelBot.Core.Language;

/// <summary>Puts the spaces back between words that were typed together: "howmany", "wherewasit".</summary>
internal static class WordSplitter
{
    private const int LongestWord = 20;
    private const int LongestRun = 120;

    /// <summary>The words with spaces; null where <paramref name="typed"/> is not made of known words alone.</summary>
    public static string? Split(string typed, ArticleWords article)
    {
        if (typed.Length > LongestRun)
        {
            return null;
        }

        // Fewest letters in short words: a word costs the more the shorter it is.
        var cost = new double[typed.Length + 1];
        var from = new int[typed.Length + 1];
        Array.Fill(cost, double.MaxValue, 1, typed.Length);
        for (var end = 1; end <= typed.Length; end++)
        {
            for (var start = Math.Max(0, end - LongestWord); start < end; start++)
            {
                if (cost[start] < double.MaxValue && IsWord(typed[start..end], article))
                {
                    var total = cost[start] + 1 + (2.0 / (end - start));
                    if (total < cost[end])
                    {
                        (cost[end], from[end]) = (total, start);
                    }
                }
            }
        }

        return cost[typed.Length] < double.MaxValue ? Words(typed, from) : null;
    }

    private static string? Words(string typed, int[] from)
    {
        var words = new List<string>();
        for (var end = typed.Length; end > 0; end = from[end])
        {
            words.Insert(0, typed[from[end]..end]);
        }

        // Many little words are a chance, not a meaning; and "nickname" is one word, where "howmany" is two.
        var isQuestion = words.Exists(word => word.Length >= 3 && Tokenizer.Tokenize(word)[0].IsStopWord);
        return words.Count > 1 && isQuestion && words.Count * 3 <= typed.Length + 2 ? string.Join(' ', words) : null;
    }

    private static bool IsWord(string word, ArticleWords article) => word.Length switch
    {
        1 => word is "a" or "i",
        2 => word is "is" or "it" or "in" or "of" or "on" or "to" or "at" or "by" or "do" or "he" or "we" or "me" or "my" or "an" or "or"
            or "as" or "so" or "no" or "up" or "us" or "uk" or "eu" or "un" or "pm",
        _ => Lexicon.Spellings.Find(word) >= 0 || article.Has(word),
    };
}
