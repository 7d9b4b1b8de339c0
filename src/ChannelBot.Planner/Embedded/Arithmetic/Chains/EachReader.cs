using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Requests;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Reads "so much to each": "£3,000 a head", "a boat takes 50 people", "each of them pays £20".</summary>
internal sealed class EachReader(ClauseWords words)
{
    /// <summary>A thing is named in so many words at most: "small inflatable boat".</summary>
    private const int LongestName = 3;

    /// <param name="Named">The phrase that says who has so much each; null where a thing is only named by its kind.</param>
    public sealed record Found(EachStep Step, Range? Named);

    /// <summary>What stands behind the number: "£3,000 a head", "50 people in every boat", "50-seat coaches".</summary>
    public Found? After(int at)
    {
        var next = Noun(at + 1, out var noun);
        if (words[at + 1] is "seat" or "seater" or "berth" && words.Same(at, at + 2) && words.IsContent(at + 2))
        {
            return Make(at, at + 2, null, words[at + 2], null);
        }

        if (next < words.Count && StepWords.Is(words[next], StepWord.Carry) && words[next + 1] is "in" or "into" or "on" or "onto" or "aboard" or "to")
        {
            next++;
        }

        if (!words.Same(at, next))
        {
            return null;
        }

        if (words[next] is "apiece" || (words[next] is "each" && !(words.Same(next, next + 1) && words.IsContent(next + 1) && Is(at, NumberKind.Money))))
        {
            return Make(at, next + 1, noun, Holder(at), null);
        }

        var of = words[next] is "to" or "in" or "into" or "on" or "onto" or "for" or "from" or "aboard" or "by" or "off" ? next + 1 : next;
        var isBare = of == next && words[next] is "a" or "an" && (Is(at, NumberKind.Money) || noun is not null);
        var isEach = words[of] is "per" or "every" or "each" || (words[of] is "a" or "an" or "one" && of > next) || isBare;
        if (!isEach || !words.Same(at, of))
        {
            return null;
        }

        if (!words.Same(of, of + 1) || !(words.IsContent(of + 1) || IsTime(of + 1)))
        {
            return words[of] is "each" ? Make(at, of + 1, noun, null, null) : null;
        }

        if (IsTime(of + 1))
        {
            return Make(at, of + 2, noun, "", AverageRequests.UnitOf(words.Words[of + 1].Classes));
        }

        var end = Noun(of + 1, out var each);
        return Make(at, end, noun, each, null);
    }

    /// <summary>What stands before it: "a boat takes 50", "each of those rescued paid £2,000", "boats of 50".</summary>
    public Found? Before(int at)
    {
        var start = words.ClauseStart(at);
        if (Is(at, NumberKind.Count) && words[at - 1] is "of" or "carrying" or "holding" or "with" or "seating" && at - 2 >= start && words.IsContent(at - 2) && !words.Words[at - 2].IsNumber
            && words.Context.Resolver.Best(new Range(at - 2, at - 1)) is not { NounMatched: true })
        {
            return Make(at, Noun(at + 1, out var carried), carried, words[at - 2], null);
        }

        for (var i = at - 1; i >= start; i--)
        {
            if (words.Words[i].IsNumber && !words.IsRead(i) && words.Words[i].Kind is not NumberKind.Year && words[i] is not ("one" or "1"))
            {
                return null;
            }

            var isOne = words[i] is "a" or "an" or "one" or "1";
            if (!(isOne || words[i] is "each" or "every" or "per" or "everyone" or "everybody") || (isOne && !IsCarried(i, at)))
            {
                continue;
            }

            var end = Noun(at + 1, out var noun);
            var verb = Verb(i + 1, at);
            if (verb == i + 1)
            {
                // "The boats each carried 60": they stand before the word.
                return Make(at, end, noun, LastNoun(start, i), null, new Range(start, i));
            }

            if (isOne)
            {
                words.Read(i, at);
            }

            return Make(at, end, noun, words[i].StartsWith("everyo", StringComparison.Ordinal) || words[i] is "everybody" ? "person" : FirstNoun(i + 1, verb), null, isOne ? null : new Range(i + 1, verb));
        }

        return null;
    }

    private Found Make(int at, int end, string? noun, string? each, Unit? time, Range? named = null)
    {
        // "… a year" behind it.
        if (time is null && words.Same(at, end + 1) && words[end] is "a" or "per" or "each" or "every" && IsTime(end + 1))
        {
            time = AverageRequests.UnitOf(words.Words[end + 1].Classes);
            end += 2;
        }

        words.Read(at, end);
        if (named is { } phrase)
        {
            words.Read(phrase.To, at);
        }

        return new Found(new EachStep(at, words.Context.Resolver.User(new Range(at, at + 1)), noun, each, time), named);
    }

    /// <summary>The end of the noun that begins at a word, two words at most, and its last word; null where there is none.</summary>
    private int Noun(int from, out string? noun)
    {
        noun = null;
        var at = from;
        while (at < words.Count && at < from + 2 && words.Same(from - 1, at) && words.IsContent(at) && !StepWords.Is(words[at], StepWord.Each)
            && !(at > from && StepWords.Is(words[at], StepWord.Carry)))
        {
            noun = words[at];
            at++;
        }

        return at;
    }

    /// <summary>"Boats" of "the boats hold 60 people each"; null where no verb of having stands before the number.</summary>
    private string? Holder(int at)
    {
        var start = words.ClauseStart(at);
        for (var i = at - 1; i > start && !words.Words[i].IsNumber; i--)
        {
            if (StepWords.Is(words[i], StepWord.Carry) && words.Grammar.TagOf(words.Words[i - 1].Token) is Core.Grammar.Tag.Noun)
            {
                words.Read(i - 1, at);
                return words[i - 1];
            }
        }

        return null;
    }

    private string? LastNoun(int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (words.IsContent(i))
            {
                return words[i];
            }
        }

        return null;
    }

    /// <summary>The noun of "person rescued", "of the more than 50 rescued people".</summary>
    private string? FirstNoun(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words.IsContent(i) && words.Grammar.TagOf(words.Words[i].Token) is Core.Grammar.Tag.Noun or Core.Grammar.Tag.Name)
            {
                return words[i];
            }
        }

        return LastNoun(from, to);
    }

    /// <summary>"A coach seats 49", "a boat can take up to 50": the thing in a few words, and the verb right before the number.</summary>
    private bool IsCarried(int thing, int at)
    {
        var verb = at - 1;
        while (verb > thing && (words[verb] is "up" or "to" or "about" or "around" or "only" or "just" or "roughly" or "over" or "than" or "more" or "least" or "nearly" or "almost" or "exactly" || words[verb] == "at"))
        {
            verb--;
        }

        return verb > thing + 1 && verb - thing <= LongestName + 2 && !words.Words[verb].IsNumber && StepWords.Is(words[verb], StepWord.Carry);
    }

    /// <summary>The first verb of having, holding or costing.</summary>
    private int Verb(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!words.Words[i].IsNumber && (StepWords.Is(words[i], StepWord.Carry) || words.Words[i].Lower is "can" or "could" or "would" or "will" or "must"))
            {
                return i;
            }
        }

        return to;
    }

    private bool IsTime(int at) => at < words.Count && (words.Words[at].Classes & WordClass.Date) != 0;

    private bool Is(int at, NumberKind kind) => words.Words[at].Kind == kind;
}
