using System.Collections.Frozen;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Days and months as a question or an article names them.</summary>
internal static class TimeWords
{
    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly FrozenDictionary<string, string> s_dayByStem =
        s_days.ToFrozenDictionary(day => Tokenizer.Tokenize(day)[0].Stem, day => day, StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_periods =
        "year month week weekend day morning afternoon evening night spring summer autumn winter season time decade century".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"this year" points at the day of the article, not at the sentence before.</summary>
    public static bool IsPeriod(string noun) => s_periods.Contains(noun);

    public static bool IsDay(string stem) => s_dayByStem.ContainsKey(stem);

    public static string Name(string stem) => s_dayByStem[stem];

    /// <summary>Stem of the first weekday among <paramref name="tokens"/>; null where there is none.</summary>
    public static string? DayIn(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (s_dayByStem.ContainsKey(token.Stem))
            {
                return token.Stem;
            }
        }

        return null;
    }
}
