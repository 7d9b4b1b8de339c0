using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Words that say how many there are to a lot, where the calculation is by the single one: "deaths per thousand", "and for a whole week?" after so many a day.</summary>
internal static class LotWords
{
    private static readonly (string Lot, string One, int Count)[] s_times =
    [
        ("week", "day", 7), ("fortnight", "day", 14), ("year", "month", 12), ("year", "week", 52), ("year", "day", 365), ("day", "hour", 24), ("hour", "minute", 60),
    ];

    private static readonly Sign[] s_links = [.. s_times.Select(time => new Sign($"lot:{time.Lot} of {time.One}s"))];

    private static readonly Sign s_many = new("lot:many");

    /// <summary>What the word at a place of the request may stand for.</summary>
    public static IEnumerable<(Fraction Number, Sign Link)> At(RequestContext context, int at)
    {
        var words = context.Words;
        var before = at == 0 || words[at - 1].IsNumber ? "" : words[at - 1].Lower;
        var word = words[at].Lower;
        if (word is "thousand" or "hundred" or "million" && before is "per" or "a" or "every" or "each")
        {
            yield return (new Fraction(word is "thousand" ? 1_000 : word is "hundred" ? 100 : 1_000_000), s_many);
            yield break;
        }

        var lot = word switch
        {
            "weekly" => "week",
            "yearly" or "annually" => "year",
            "daily" => "day",
            _ when before is "a" or "whole" or "full" or "entire" or "per" or "one" => word,
            _ => "",
        };
        for (var i = 0; i < s_times.Length; i++)
        {
            if (s_times[i].Lot == lot && IsBy(context, s_times[i].One))
            {
                yield return (new Fraction(s_times[i].Count), s_links[i]);
            }
        }
    }

    /// <summary>The request, or the last question or its answer, speaks of each day.</summary>
    private static bool IsBy(RequestContext context, string one) =>
        Speaks(context.Question.Text, one) || (context.Question.Conversation.Turns is [.., var last] && (Speaks(last.Question, one) || Speaks(last.Answer.Text, one)));

    private static bool Speaks(string text, string one) =>
        text.Contains($"{one}", StringComparison.OrdinalIgnoreCase) || (one is "day" && (text.Contains("daily", StringComparison.OrdinalIgnoreCase) || text.Contains("night", StringComparison.OrdinalIgnoreCase)));
}
