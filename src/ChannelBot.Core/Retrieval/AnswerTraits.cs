using ChannelBot.Core.Language;

namespace ChannelBot.Core.Retrieval;

/// <summary>Tells what a token could answer: how many, when, who or where; and which words point back.</summary>
internal static class AnswerTraits
{
    private static readonly HashSet<string> NumberWords = new(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
        "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "half", "third", "quarter", "dozen", "dozens",
        "once", "twice", "double", "triple", "several", "first", "second", "none", "zero",
    };

    private static readonly HashSet<string> TimeWords = new(StringComparer.Ordinal)
    {
        "century", "centuries", "decade", "decades", "years", "today", "tomorrow", "yesterday", "overnight", "morning", "evening", "night",
    };

    private static readonly HashSet<string> ReferringWords = new(StringComparer.Ordinal)
    {
        "he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "these", "those", "such",
    };

    public static TokenTraits Of(in Token token, bool isInside)
    {
        var lower = token.Lower;
        var traits = token.IsStopWord ? TokenTraits.Stop : TokenTraits.None;
        if (token.IsStopWord && ReferringWords.Contains(lower))
        {
            return traits | TokenTraits.Refers;
        }

        var isDigits = char.IsAsciiDigit(lower[0]);
        if (isDigits || NumberWords.Contains(lower))
        {
            traits |= TokenTraits.Number;
        }

        if (IsDate(token, isDigits))
        {
            traits |= TokenTraits.Date;
        }
        else if (token.IsCapitalised && !token.IsStopWord && (isInside || !Lexicon.English.Knows(token.Stem))
            && !Lexicon.English.IsKindOf(token.Stem, "nationality"))
        {
            traits |= TokenTraits.Name;
        }

        return traits;
    }

    private static bool IsDate(in Token token, bool isDigits)
    {
        var lower = token.Lower;
        if (isDigits)
        {
            return lower.Length >= 4 && lower[0] is '1' or '2' && !lower.AsSpan().ContainsAny(',', '.');
        }

        return TimeWords.Contains(lower)
            || (token.IsCapitalised && (Lexicon.English.IsKindOf(token.Stem, "month") || Lexicon.English.IsKindOf(token.Stem, "weekday")));
    }
}
