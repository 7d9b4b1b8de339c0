using ChannelBot.Core.Language;
using ChannelBot.Testing.Expectations;

namespace ChannelBot.Testing.Chat;

/// <summary>Comments that nearly say something to this program: whoever mistyped a word must not believe that it holds. What else a comment says
/// is its own affair.</summary>
internal static class MisspeltComment
{
    private static readonly string[] s_withObject = [ChatAddition.With, ChatAddition.Whole, ChatAddition.Every];

    /// <summary>What a comment that adds nothing was to add.</summary>
    /// <param name="words">Behind the mark, without the space before them.</param>
    /// <returns>"with"; null for a comment that is one.</returns>
    public static string? Addition(string words)
    {
        var open = words.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return null;
        }

        var (first, name) = FirstWord(words[..open]);
        return name.Length is 0 && s_withObject.FirstOrDefault(kind => IsNear(first, kind)) is { } meant ? meant
            : (name.Length > 0 && IsNear(first, ChatAddition.Account)) || first.Equals(ChatAddition.Account, StringComparison.OrdinalIgnoreCase) ? ChatAddition.Account
            : null;
    }

    /// <summary>What a comment that demands nothing was to demand.</summary>
    /// <returns>"expect" or "or ask"; null for a comment that is one.</returns>
    public static string? Demand(string words)
    {
        var (first, rest) = FirstWord(words);
        if (IsNear(first, ChatScript.Expect)
            && (first.EndsWith(':') || first.Equals("expects", StringComparison.OrdinalIgnoreCase) || ExpectationSyntax.IsKeyword(FirstWord(rest).First)))
        {
            return ChatScript.Expect;
        }

        var quote = words.IndexOfAny(['"', '“']);
        return quote > 0 && IsNear(words[..quote].Trim(), ChatScript.OrAsk) ? ChatScript.OrAsk : null;
    }

    private static (string First, string Behind) FirstWord(string words)
    {
        var end = words.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? (words, "") : (words[..end], words[end..].Trim());
    }

    private static bool IsNear(string typed, string word) => EditDistance.IsOneSlip(typed.TrimEnd(':').ToLowerInvariant(), word);
}
