using ChannelBot.Core.Answers;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Chains;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>How far a number of the article is past or short of one that the user names, and how long it takes to get there at a rate that is supposed.</summary>
internal static class TargetRequests
{
    private const int SmallNumber = 20;

    private const int MostTimes = 10;

    private static readonly string[] s_marks = ["mark", "target", "limit", "goal", "cap", "line", "threshold", "level", "milestone", "ceiling", "aim", "somebody", "someone", "mate", "friend"];

    /// <summary>Of a guess that missed: "how far out was I", "what is he out by".</summary>
    private static readonly string[] s_missing = ["out", "off", "wrong"];

    private static readonly string[] s_beyond = ["past", "over", "above", "beyond", "behind", "under", "below", "ahead", "missed", "passed", "exceeded", "topped", "overshot"];

    public static Calculation? Propose(RequestContext context)
    {
        var numbers = Enumerable.Range(0, context.Words.Count).Where(i => IsAmount(context, i)).ToArray();
        return numbers switch
        {
            [var one, var two] when AsksHowLong(context) => HowLong(context, one, two),
            [var target] when Distance(context, target) => Named(context, target) is { } figure && IsNear(context, figure, target) ? DifferenceRequests.Of(context, figure, context.Resolver.User(new Range(target, target + 1)), 0) : null,
            [var target] when IsPassed(context, target) => Named(context, target) is { } figure ? CompareRequests.Passed(context, figure, context.Resolver.User(new Range(target, target + 1))) : null,
            _ => null,
        };
    }

    private static bool IsAmount(RequestContext context, int at) =>
        context.Words[at] is { IsNumber: true, Kind: NumberKind.Count or NumberKind.Money } word && context.Question.Numbers[word.Number].Quantity.Value > SmallNumber
        && !context.Resolver.Index.Entries.Any(entry => entry.Figure.Quantity.Value == context.Question.Numbers[word.Number].Quantity.Value);

    /// <summary>"How far past", "by how much has it been missed", "how many over", "how far out was my guess".</summary>
    private static bool Distance(RequestContext context, int target)
    {
        for (var i = 0; i + 1 < context.Words.Count; i++)
        {
            if (s_missing.Contains(context.Words[i].Lower) && (context.Words[i + 1].Lower is "by" || (i > 1 && context.Words[i - 1].Lower is "far" && context.Words[i - 2].Lower is "how" && target < i)))
            {
                return true;
            }

            if (context.Words[i].Lower is "how" && context.Words[i + 1].Lower is "far" or "badly" or "much" or "many" or "well")
            {
                var isDirect = i + 2 < context.Words.Count && s_beyond.Contains(context.Words[i + 2].Lower) && context.Words[i + 1].Lower is "far" or "many" or "much";
                var isBy = context.Words[i + 1].Lower is "badly" || (i > 0 && context.Words[i - 1].Lower is "by" && target > i);
                if (isDirect || (isBy && Enumerable.Range(i + 2, context.Words.Count - i - 2).Any(j => s_beyond.Contains(context.Words[j].Lower))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A guess or a mark is of about the size of what it is set for: 30,000 is none of three.</summary>
    private static bool IsNear(RequestContext context, FigureTerm figure, int target) =>
        (context.Question.Numbers[context.Words[target].Number].Quantity.Value, figure.Entry.Figure.Quantity.Value) is var (guess, real) && guess <= real * MostTimes && real <= guess * MostTimes;

    /// <summary>"Have arrivals passed 30,000?", "has it gone past £5m yet".</summary>
    private static bool IsPassed(RequestContext context, int target) =>
        target > 1 && context.Words[0].Lower is "have" or "has" or "did" or "do" or "does" or "is" or "are" or "was" or "were"
        && context.Words[context.Words[target - 1].Lower is "the" or "a" ? target - 2 : target - 1].Lower is "past" or "beyond" or "passed" or "pass" or "topped" or "top" or "exceeded" or "exceed" or "reached" or "reach" or "hit" or "broken";

    /// <summary>"How long until they hit 40,000 at 1,000 a week?": the mark is reached, the other number comes in each length of time.</summary>
    private static Calculation? HowLong(RequestContext context, int one, int two)
    {
        var (target, rate) = PaceRequests.TimeAfter(context, one) is not null ? (two, one) : (one, two);
        if (PaceRequests.TimeAfter(context, rate)?.Name is not { } time || PaceRequests.TimeAfter(context, target) is not null || Named(context, target, rate) is not { } figure
            || context.Resolver.User(new Range(target, target + 1)) is var mark && mark.Quantity.Value <= RequestContext.Estimate(figure))
        {
            return null;
        }

        var each = context.Resolver.User(new Range(rate, rate + 1));
        var length = new ComputedTerm("divide", [new ComputedTerm("subtract", [mark, figure], ComputedRole.Plain), each], ComputedRole.Plain) { Unit = time };
        return new Calculation(length, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(QuantityText.Brief(evaluation.Quantity(length)))} {ThingNames.Plural(time)}: your {mark.Text} less {Wording.Phrase(figure, evaluation)}, at your {each.Text} a {time}",
            [length],
            evaluation,
            Wording.Supposed));
    }

    private static bool AsksHowLong(RequestContext context) =>
        Enumerable.Range(0, context.Words.Count - 1).Any(i => (context.Words[i].Lower is "how" && (context.Words[i + 1].Lower is "long" or "soon"
            || (context.Words[i + 1].Lower is "many" && i + 2 < context.Words.Count && (context.Words[i + 2].Classes & WordClass.Date) != 0))) || context.Words[i].Lower is "when");

    /// <summary>The number of the article that the request speaks of; null where it names something that the article gives none of.</summary>
    private static FigureTerm? Named(RequestContext context, params ReadOnlySpan<int> numbers)
    {
        var (first, last) = (numbers[0], numbers[0]);
        foreach (var number in numbers)
        {
            (first, last) = (Math.Min(first, number), Math.Max(last, number));
        }

        // The verb before the number says that it is passed, and nothing of what.
        var end = first;
        while (end > 0 && (s_beyond.Contains(context.Words[end - 1].Lower) || (context.Words[end - 1].Classes & (WordClass.Beat | WordClass.Reach)) != 0 || context.Words[end - 1].Lower is "the" or "gone" or "beyond"))
        {
            end--;
        }

        Range? before = end > 0 ? new Range(0, end) : null;
        Range? after = last + 1 < context.Words.Count ? new Range(last + 1, context.Words.Count) : null;
        if (IsKnown(context, before) || IsKnown(context, after))
        {
            return (context.ResolveOrMain(after, before) as FigureTerm) ?? Turning(context);
        }

        var things = Things(context);
        return things.Select(thing => new Range(thing, thing + 1)).FirstOrDefault(thing => IsKnown(context, thing)) is { IsEmpty: false } known
            ? context.ResolveOrMain(known) as FigureTerm
            : things.Length > 0 ? null : Turning(context);
    }

    private static FigureTerm? Turning(RequestContext context) =>
        context.Resolver.LastFigure() is { } last ? new FigureTerm(last) : context.Main() is { } main ? new FigureTerm(main) : null;

    private static bool IsKnown(RequestContext context, Range? range) =>
        range is { IsEmpty: false } some && context.Resolver.Matches(some).Any(OperandResolver.IsFit);

    /// <summary>The words that name a thing, and not only the mark itself: "unemployment" of "how far past the 5% mark is unemployment".</summary>
    private static int[] Things(RequestContext context)
    {
        var grammar = QuestionGrammar.Of(context.Question);
        return [.. Enumerable.Range(0, context.Words.Count).Where(i => context.Words[i] is { IsNumber: false, Classes: WordClass.None, Lower: var lower, Token: var token }
            && !StepWords.Is(lower, StepWord.Light | StepWord.Person) && !s_marks.Contains(lower)
            && context.Question.Tokens[token] is { IsWord: true, IsStopWord: false } && grammar.TagOf(token) is Tag.Noun or Tag.Name)];
    }
}
