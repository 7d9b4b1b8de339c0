using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>How much more one number is than another, in percent or in percentage points.</summary>
internal static class PercentRequests
{
    /// <summary>"By what percent is {a} more than {b}?"</summary>
    public static Calculation? PercentMore(RequestContext context, Captures words)
    {
        if (context.Both(words["b"], words["a"]) is not var (before, after) || Wording.IsPercent(before) || Wording.IsPercent(after))
        {
            return null;
        }

        return Percent(context, before, after);
    }

    /// <summary>"If 40,000 come, what percentage rise is that?": from the article's number to the user's.</summary>
    public static Calculation? PercentTo(RequestContext context, Captures words) =>
        words["n"] is { } number && context.ResolveOrMain(words["q"], words["x"]) is { } before && !Wording.IsPercent(before)
            ? Percent(context, before, context.Resolver.User(number)) : null;

    /// <summary>"How many percentage points lie between {a} and {b}?": of two percentages, or of two parts' shares.</summary>
    public static Calculation? Points(RequestContext context, Captures words)
    {
        return context.Both(words["a"], words["b"]) is var (first, second) ? PointsBetween(context, first, second) : null;
    }

    public static Calculation? PointsBetween(RequestContext context, Term first, Term second)
    {
        var isMore = RequestContext.Estimate(first) >= RequestContext.Estimate(second);
        (first, second) = isMore ? (first, second) : (second, first);
        var whole = WholeOf(context, first) ?? WholeOf(context, second);
        var points = Wording.IsPercent(first) && Wording.IsPercent(second)
            ? new ComputedTerm("percentage_points", [first, second], ComputedRole.Plain)
            : whole is not null ? new ComputedTerm("difference_of_shares", [first, second, whole], ComputedRole.Plain) : null;
        return points is null ? null : new Calculation(points, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(points)))}: {Wording.Phrase(first, evaluation)}, against {Wording.Phrase(second, evaluation)}"
            + (points.Operands.Count == 3 ? $", each as a share of {Wording.Phrase(points.Operands[2], evaluation)}" : ""),
            [points],
            evaluation));
    }

    /// <summary>"By what percent did it rise?", where the article gives the numbers before and after and no percentage.</summary>
    public static Calculation? PercentRise(RequestContext context, Captures words)
    {
        if (words["x"] is not { IsEmpty: false } phrase || context.Resolver.Matches(phrase).Any(match => match.Figure.Direction != 0 && match.Score >= OperandResolver.Fits))
        {
            return null;
        }

        var like = context.Groups.Like(phrase);
        return like is [var one, var other] ? FromTo(context, one, other) : null;
    }

    public static Calculation Percent(RequestContext context, Term before, Term after)
    {
        var change = new ComputedTerm("percent_change", [before, after], ComputedRole.Plain);
        var isMore = RequestContext.Estimate(after) >= RequestContext.Estimate(before);
        return new Calculation(change, evaluation =>
        {
            var result = evaluation.Quantity(change);
            return context.Finish(
                Outcome.Computed,
                $"{Wording.Capital(Wording.Full(isMore ? result : Plugins.WorkingQuantity.Negated(result)))} {(isMore ? "more" : "less")}: "
                + $"{Wording.Phrase(after, evaluation)}, against {Wording.Phrase(before, evaluation)}",
                [change],
                evaluation,
                IsFormer(before) || IsFormer(after) ? null : ShareRequests.Note(after, before));
        });
    }

    /// <summary>The other number took its place, so that the two count one thing.</summary>
    private static bool IsFormer(Term term) => term is FigureTerm { Entry.IsFormer: true };

    /// <summary>"How many percentage points did turnout fall?": two percentages of one thing.</summary>
    public static Calculation? PointsChange(RequestContext context, Captures words)
    {
        if (words["x"] is not { IsEmpty: false } phrase)
        {
            return null;
        }

        var like = context.Resolver.Matches(phrase)
            .Where(match => match.Figure.Quantity.Unit == Unit.Percent && match.Figure.Direction == 0 && match.Core >= OperandResolver.Names).Select(match => match.Entry).ToArray();
        return like is [var one, var other] ? PointsBetween(context, new FigureTerm(one), new FigureTerm(other)) : null;
    }

    private static FigureTerm? WholeOf(RequestContext context, Term part) => part switch
    {
        FigureTerm { Entry.Whole: { } whole } => new FigureTerm(context.Resolver.Index[whole.Id]),
        ComputedTerm { Role: ComputedRole.Rest, Operands: [FigureTerm whole, ..] } => whole,
        _ => null,
    };

    /// <summary>Two figures of one thing, of which the one written with "from" comes first.</summary>
    private static Calculation FromTo(RequestContext context, FigureEntry one, FigureEntry other)
    {
        var (before, after) = other.IsFormer ? (other, one) : (one, other);
        return Percent(context, new FigureTerm(before), new FigureTerm(after));
    }

    /// <summary>"By how much did the crowd beat the record?": two figures that the article sets against each other.</summary>
    public static Calculation? Rival(RequestContext context, Captures words)
    {
        _ = words;
        var all = new Range(0, context.Words.Count);
        var least = context.Resolver.Has(all, WordClass.Beat) ? 0.18 : OperandResolver.Fits;
        foreach (var match in context.Resolver.Matches(all))
        {
            var rival = match.Entry.Rival is { } other ? context.Resolver.Index[other.Id] : null;
            var entry = match.Entry;
            if (rival is null && context.Resolver.Index.Entries.FirstOrDefault(candidate => candidate.Rival?.Id == match.Figure.Id) is { } opponent)
            {
                (entry, rival) = (opponent, match.Entry);
            }

            if (rival is not null && match.Core >= OperandResolver.Names && match.Score >= least)
            {
                Term after = new FigureTerm(entry);
                Term before = new FigureTerm(rival);
                return context.Resolver.Has(all, WordClass.Percent) && !Wording.IsPercent(after)
                    ? Percent(context, before, after)
                    : DifferenceRequests.Of(context, after, before, 0);
            }
        }

        return null;
    }
}
