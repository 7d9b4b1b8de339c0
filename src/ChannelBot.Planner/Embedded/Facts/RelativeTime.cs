using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>A time as words tell it from the day of speaking: "tomorrow", "next week".</summary>
internal static class RelativeTime
{
    /// <summary>The first such time, as its words; null where there is none.</summary>
    public static string? In(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (At(tokens, i) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>Whether the words speak of the time at all.</summary>
    public static bool Has(ReadOnlySpan<Token> tokens, string time)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (At(tokens, i) == time)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words speak of no other such time: "today or tomorrow" takes neither for granted.</summary>
    public static bool IsOnly(ReadOnlySpan<Token> tokens, string time)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (At(tokens, i) is { } other && other != time)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Today" and "tonight" are of one day; "last week" may hold yesterday, so only what lies the other way excludes it.</summary>
    public static bool Exclude(string one, string other) => Order(one) != Order(other);

    private static int Order(string time) => time is "yesterday" || time.StartsWith("last ", StringComparison.Ordinal) ? -1
        : time is "today" or "tonight" ? 0
        : time is "tomorrow" ? 1 : 2;

    private static string? At(ReadOnlySpan<Token> tokens, int at) => tokens[at].Lower switch
    {
        "yesterday" or "today" or "tonight" or "tomorrow" => tokens[at].Lower,
        "today's" or "today’s" => "today",
        "tomorrow's" or "tomorrow’s" => "tomorrow",
        "next" or "last" when at + 1 < tokens.Length && tokens[at + 1].Lower is "week" or "month" or "weekend" => $"{tokens[at].Lower} {tokens[at + 1].Lower}",
        _ => null,
    };
}
