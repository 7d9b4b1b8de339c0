namespace ChannelBot.Planner.LanguageModels;

/// <summary>Sets text of others apart from instructions: between tags that the text itself cannot hold.</summary>
public static class DataBlock
{
    private const int LongestDetail = 120;

    /// <summary>The text between tags of this name.</summary>
    public static string Of(string tag, string text) => $"<{tag}>\n{Plain(text)}\n</{tag}>";

    /// <summary>The text without signs that begin or end a tag.</summary>
    public static string Plain(string text) => text.Replace('<', '‹').Replace('>', '›');

    /// <summary>What a model wrote, cut to what a log line or a reason can bear.</summary>
    public static string Shorten(string text) =>
        text.Length <= LongestDetail ? text.ReplaceLineEndings(" ") : string.Concat(text.AsSpan(0, LongestDetail).ToString().ReplaceLineEndings(" "), "…");
}
