using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Requests;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>What a request wants to know of what it supposes.</summary>
/// <param name="From">Where the question itself begins among the words.</param>
/// <param name="Noun">What is to be counted, as typed: "coaches" of "how many coaches"; null where it is not said.</param>
/// <param name="PerTime">"Week" of "how many a week"; null where no time is named.</param>
/// <param name="AsksRest">It asks who or what is left.</param>
/// <param name="AsksShare">It asks for a part of something, or a percentage.</param>
internal sealed record Goal(int From, int To, string? Noun, Unit? PerTime, bool AsksRest, bool AsksShare)
{
    /// <summary>It asks who did or had done something of its own, and not of "that".</summary>
    public bool AsksDeed { get; init; }

    /// <summary>Words of other calculations than one number that changes: of two numbers set against each other.</summary>
    private const WordClass Pairs = WordClass.Ratio | WordClass.Points | WordClass.Gap | WordClass.Compared | WordClass.Round | WordClass.Spell;

    private static readonly string[] s_orders = ["add", "divide", "take", "split", "spread", "subtract", "multiply", "share", "deduct", "remove", "double", "halve"];

    /// <summary>The question of a request; null where it asks nothing, or something that is not one number.</summary>
    public static Goal? Read(ClauseWords words)
    {
        var from = Start(words);
        if (from < 0 || words[from - 1] is "by")
        {
            return null;
        }

        var to = from + 1;
        while (to < words.Count && !IsSupposition(words, to))
        {
            to++;
        }

        var asksShare = false;
        for (var i = from; i < to; i++)
        {
            asksShare |= !words.IsRead(i) && !words.Words[i].IsNumber && (words.Words[i].Classes & (WordClass.Share | WordClass.Percent | WordClass.Part)) != 0 && !(words[i] is "share" && i == from);
            if (!words.IsRead(i) && !words.Words[i].IsNumber && ((words.Words[i].Classes & Pairs) != 0 || IsMoreAsked(words, i)))
            {
                return null;
            }
        }

        return new Goal(from, to, NounOf(words, from, to), PerTimeOf(words), AsksLeft(words, from, to), asksShare) { AsksDeed = HasDeed(words, from, to) };
    }

    /// <summary>"If …", "after a rise of 4%", "at £20 each".</summary>
    private static bool IsSupposition(ClauseWords words, int at) =>
        words[at] is "if" or "suppose" or "supposing" or "assuming" or "imagine" || (words[at] is "after" or "with" or "at" && words.IsRead(at + 1));

    /// <summary>The last question word that opens a question, or the order that the request begins with.</summary>
    private static int Start(ClauseWords words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (!words.IsRead(i) && (words[i] is "what" or "what's" or "whats" or "where" || (words[i] is "how" && words[i + 1] is "many" or "much")))
            {
                return i;
            }
        }

        return words.Count > 0 && (s_orders.Contains(words[0]) || PerTimeOf(words) is not null) ? 0 : -1;
    }

    private static bool IsMoreAsked(ClauseWords words, int at) =>
        (words.Words[at].Classes & (WordClass.More | WordClass.Less)) != 0 && words[at - 1] is "many" or "much" or "times" && words[at] is not "over" || (words[at] is "times" && words[at - 1] is "many");

    /// <summary>"Coaches" of "how many coaches would be needed".</summary>
    private static string? NounOf(ClauseWords words, int from, int to)
    {
        if (words[from] is not "how" || words[from + 1] is not "many")
        {
            return null;
        }

        string? noun = null;
        for (var i = from + 2; i < to && words.Same(from, i) && words.IsContent(i); i++)
        {
            if (noun is not null && words.Grammar.TagOf(words.Words[i].Token) is not (Core.Grammar.Tag.Noun or Core.Grammar.Tag.Name))
            {
                break;
            }

            noun = words[i];
        }

        return noun;
    }

    private static Unit? PerTimeOf(ClauseWords words)
    {
        Unit? unit = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsRead(i) && (!words.Words[i].IsNumber || words.Words[i].Kind is NumberKind.Duration) && AverageRequests.UnitOf(words.Words[i].Classes) is { } named
                && (words.Words[i].IsNumber || words[i].EndsWith("ly", StringComparison.Ordinal) || words[i - 1] is "per" or "each" or "every" || (words[i - 1] is "a" or "an" && !(words[i - 2] is "than" or "in" or "for" or "within" or "half" or "of" or "after" || words[i + 1] is "ago" or "earlier" or "later"))
                    || words[i - 1] is "average" or "typical"))
            {
                unit = named;
            }
        }

        return unit;
    }

    private static bool HasDeed(ClauseWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words.IsContent(i) && !StepWords.Is(words[i], StepWord.Light | StepWord.Loss) && words.Grammar.TagOf(words.Words[i].Token) is not (Core.Grammar.Tag.Noun or Core.Grammar.Tag.Name or Core.Grammar.Tag.Adjective))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AsksLeft(ClauseWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!words.Words[i].IsNumber && ((words.Words[i].Classes & WordClass.Left) != 0 || words[i] is "stay" or "stayed" or "keep" or "kept" or "total" or "then" or "now"))
            {
                return true;
            }
        }

        return false;
    }
}
