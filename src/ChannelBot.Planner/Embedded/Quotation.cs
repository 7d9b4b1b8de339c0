namespace ChannelBot.Planner.Embedded;

/// <summary>Sets the article's words in an answer so that it reads well and stays verbatim.</summary>
internal static class Quotation
{
    /// <summary>In quotation marks; words that hold a quotation already stand as they are, its marks made to pair.</summary>
    public static string Of(string words)
    {
        var opens = words.AsSpan().Count('“');
        var closes = words.AsSpan().Count('”');
        if (opens == 0 && closes == 0)
        {
            return words.Contains('"', StringComparison.Ordinal) ? words : $"“{words}”";
        }

        return opens > closes ? words + "”" : opens < closes ? "“" + words : words;
    }
}
