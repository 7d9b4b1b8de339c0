using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Plugins;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>Which of two is more, whether a part is most of a whole, whether a stated share is right.</summary>
internal static class CompareRequests
{
    /// <summary>"Is {a} more than {b}?", "which is bigger, {a} or {b}?"</summary>
    public static Calculation? Compare(RequestContext context, Captures words)
    {
        if (context.BothAlike(words["a"], words["b"]) is not var (first, second) || Wording.IsPercent(first) != Wording.IsPercent(second))
        {
            return null;
        }

        var asked = AsksWhich(context) ? 0 : Asked(context.Words);
        var compared = new ComputedTerm("compare", [first, second], ComputedRole.Plain);
        return new Calculation(compared, evaluation => Said(context, compared, asked, evaluation));
    }

    /// <summary>"Have arrivals passed 30,000?"</summary>
    public static Calculation Passed(RequestContext context, Term figure, UserTerm mark)
    {
        var compared = new ComputedTerm("compare", [figure, mark], ComputedRole.Plain);
        return new Calculation(compared, evaluation => Said(context, compared, 1, evaluation));
    }

    /// <summary>"Did more come before or after the vote?"</summary>
    public static Calculation? Sides(RequestContext context, Captures words)
    {
        var all = new Range(0, context.Words.Count);
        foreach (var match in context.Resolver.Has(all, WordClass.Before) && context.Resolver.Has(all, WordClass.After) ? context.Resolver.Matches(all) : [])
        {
            if (match is { EventMatched: true, Entry: { Whole: not null, Side: not Side.None } })
            {
                return SidesOf(context, match.Entry);
            }
        }

        return (words["b"] ?? words["a"]) is { IsEmpty: false } range && context.Resolver.LastFigure() is { Whole: not null, Side: not Side.None } last
            && context.Resolver.IsPointer(range) ? SidesOf(context, last) : null;
    }

    /// <summary>"Is {a} more than half of {b}?"</summary>
    public static Calculation? Half(RequestContext context, Captures words) =>
        words["p"] is { } share && Parts(context, words) is { } parts
            ? AgainstShare(context, parts, context.Resolver.User(share), Asked(context.Words))
            : null;

    /// <summary>"Did most of {m} …?"</summary>
    public static Calculation? Most(RequestContext context, Captures words) =>
        Parts(context, words) is { } parts ? AgainstShare(context, parts, new UserTerm(Quantity.Exact(50, Unit.Percent), "half"), 1) : null;

    /// <summary>"{a} is 18 percent of {b}, isn't it?"</summary>
    public static Calculation? ClaimedShare(RequestContext context, Captures words)
    {
        // "Three fifths of the arrivals since the vote" states nothing by itself.
        if (words["p"] is not { } share || (words["m"] is not null && !context.IsClaim) || Parts(context, words) is not var (part, whole))
        {
            return null;
        }

        var claimed = context.Resolver.User(share);
        var percent = RatioRequests.Percent(claimed);
        var real = ShareRequests.Computed(part, whole);
        return new Calculation(real, evaluation =>
        {
            var quantity = evaluation.Quantity(real);
            var isRight = quantity.Overlaps(Quantity.Rounded(percent, claimed.Quantity.Unit == Unit.Percent ? Step(percent) : new Fraction(4), Unit.Percent));
            var text = $"{(isRight ? "Yes" : "No")}, it is {Wording.Full(quantity)}: {ShareRequests.Compared(part, whole, evaluation)}";
            var given = isRight ? null : Given(context, percent);
            var terms = given is null ? new Term[] { real } : [real, new FigureTerm(given)];
            var note = given is null ? ShareRequests.Note(part, whole) : $"The article's {FigureWords.Value(given.Figure)} is the {FigureWords.What(given)}.";
            return context.Finish(isRight ? Outcome.Computed : Outcome.Corrected, text, terms, evaluation, note);
        });
    }

    private static Calculation SidesOf(RequestContext context, FigureEntry part)
    {
        var rest = context.Resolver.RestOf(part);
        var compared = new ComputedTerm("compare", [new FigureTerm(part), rest], ComputedRole.Plain);
        return new Calculation(compared, evaluation =>
        {
            var isPartMore = evaluation.Of(compared).Comparison is Comparison.More;
            var difference = evaluation.Quantity(compared);
            var by = difference.Value.IsNegative ? -difference.Value : difference.Value;
            var figure = FigureWords.Value(part.Figure);
            var other = QuantityText.Brief(evaluation.Quantity(rest));
            var expression = evaluation.Of(rest).Working.Expression;
            var text = isPartMore
                ? $"More {FigureWords.Difference(part, part.Whole!)}, by {NumberText.Exact(by)}: {figure}, against {other} {rest.Event} ({expression})"
                : $"More {rest.Event}, by {NumberText.Exact(by)}: {other} ({expression}), against {figure} {FigureWords.Difference(part, part.Whole!)}";
            return context.Finish(Outcome.Computed, text, [rest, new FigureTerm(part)], evaluation);
        });
    }

    private static Draft Said(RequestContext context, ComputedTerm compared, int asked, Evaluation evaluation)
    {
        var (first, second) = (compared.Operands[0], compared.Operands[1]);
        var result = evaluation.Of(compared);
        var (one, other) = (Wording.Phrase(first, evaluation), Wording.Phrase(second, evaluation));
        var note = Wording.YourNumbers(first, second);
        var sign = result.Comparison switch
        {
            Comparison.More => 1,
            Comparison.Less => -1,
            Comparison.Equal => 0,
            Comparison.NotLess => 1,
            Comparison.NotMore => -1,
            _ => (int?)null,
        };
        if (sign is not { } more)
        {
            return context.Finish(Outcome.Computed, $"That cannot be said: {one}, against {other}", [compared], evaluation, note);
        }

        var yes = asked == 0 ? "" : asked == more ? "Yes, " : "No, ";
        var gap = result.Result.Value.IsNegative ? WorkingQuantity.Negated(result.Result) : result.Result;
        var by = result.Comparison is Comparison.More or Comparison.Less && gap.Low is not null ? $", by {Wording.Full(gap)}" : "";
        var text = more == 0
            ? $"{yes}both are the same: {one}, and {other}"
            : $"{yes}{one} is {(result.Comparison is Comparison.NotLess ? "no less" : result.Comparison is Comparison.NotMore ? "no more" : more > 0 ? "more" : "less")} than {other}{by}";
        return context.Finish(Outcome.Computed, Wording.Capital(text), [compared], evaluation, note);
    }

    private static Calculation AgainstShare(RequestContext context, (Term Part, Term Whole) parts, UserTerm threshold, int asked)
    {
        var share = ShareRequests.Computed(parts.Part, parts.Whole);
        var limit = Quantity.Exact(RatioRequests.Percent(threshold), Unit.Percent);
        return new Calculation(share, evaluation =>
        {
            var quantity = evaluation.Quantity(share);
            var word = QuantityArithmetic.Compare(quantity, limit) switch
            {
                Comparison.More or Comparison.NotLess => asked >= 0 ? "Yes" : "No",
                Comparison.Less or Comparison.NotMore => asked >= 0 ? "No" : "Yes",
                Comparison.Equal => "No, exactly that",
                _ => "That cannot be said for certain",
            };
            var text = $"{word}, {Wording.Full(quantity)}: {ShareRequests.Compared(parts.Part, parts.Whole, evaluation)}";
            var isContradicted = context.IsClaim && word.StartsWith("No", StringComparison.Ordinal);
            return context.Finish(isContradicted ? Outcome.Corrected : Outcome.Computed, text, [share], evaluation, ShareRequests.Note(parts.Part, parts.Whole));
        });
    }

    private static (Term Part, Term Whole)? Parts(RequestContext context, Captures words) =>
        words["m"] is { IsEmpty: false } phrase ? context.Groups.Pair(phrase)
        : context.Both(words["a"], words["b"]) is var (part, whole) && !Wording.IsPercent(part) && !Wording.IsPercent(whole) ? (part, whole) : null;

    /// <summary>The figure of the article that has the percentage somebody took for another.</summary>
    private static FigureEntry? Given(RequestContext context, Fraction percent)
    {
        foreach (var entry in context.Resolver.Index.Entries)
        {
            if (entry.Figure.Quantity.Unit == Unit.Percent && entry.Figure.Quantity.Value == percent)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The place of the last digit that somebody gave: 57 may be 56.5 to 57.5.</summary>
    private static Fraction Step(Fraction percent)
    {
        var step = Fraction.One;
        while (!(percent / step).Reduce().Denominator.IsOne)
        {
            step /= 10;
        }

        return step;
    }

    private static bool AsksWhich(RequestContext context) => context.Says("which", "what", "who", "compare", "how");

    private static int Asked(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i].Classes & WordClass.Less) != 0)
            {
                return -1;
            }

            if ((words[i].Classes & WordClass.More) != 0)
            {
                return 1;
            }
        }

        return 0;
    }
}
