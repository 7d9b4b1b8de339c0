using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>What a number was before a change.</summary>
internal static class BaseRequests
{
    /// <summary>"If {a} is an 18 percent rise, what was the total before?"</summary>
    public static Calculation? Before(RequestContext context, Captures words)
    {
        if (words["p"] is not { } number || context.Resolve(words["a"]) is not { } after || Wording.IsPercent(after))
        {
            return null;
        }

        if (after is FigureTerm { Entry: var entry } && context.Resolver.FigureWithValue(number.From, number) is { Figure: { Direction: not 0, BaseOf: { } id } } change
            && id == entry.Figure.Id)
        {
            return Before(context, OperandResolver.BaseOf(entry, change));
        }

        return Taken(context, after, context.Resolver.User(number));
    }

    /// <summary>"12,400 is up 18 percent. From what?", "work back from the 6% fall": a change is told, and what was before it is asked.</summary>
    public static Calculation? Backward(RequestContext context, Captures words)
    {
        _ = words;
        if (PercentAt(context) is not { } at || !AsksWhatWas(context, at.From))
        {
            return null;
        }

        var change = context.Resolver.FigureWithValue(at.From, at) is { Figure: { Direction: not 0, BaseOf: not null } } told ? told : null;
        var after = AmountBeside(context, at) ?? (change is not null ? new FigureTerm(context.Resolver.Index[change.Figure.BaseOf!]) : null)
            ?? (context.Resolver.Best(new Range(0, context.Words.Count)) is { } best ? new FigureTerm(best.Entry) : null);
        if (after is null || Wording.IsPercent(after))
        {
            return null;
        }

        return change is not null && after is FigureTerm { Entry: var entry } && entry.Figure.Id == change.Figure.BaseOf
            ? Before(context, OperandResolver.BaseOf(entry, change))
            : Taken(context, after, context.Resolver.User(at));
    }

    private static Calculation Taken(RequestContext context, Term after, UserTerm percent)
    {
        Term signed = IsFall(context) ? ChangeRequests.Negative(percent) : percent;
        var before = new ComputedTerm("value_before_change", [after, signed], ComputedRole.Plain);
        return new Calculation(before, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(before)))} before: {Wording.Phrase(after, evaluation)}, your {(IsFall(context) ? "fall" : "rise")} of {percent.Text} taken back",
            [before],
            evaluation,
            Wording.YourNumbers(after, percent) ?? Wording.Supposed));
    }

    /// <summary>"How many came in the same period of last year?": the article gives the change only.</summary>
    public static Calculation Before(RequestContext context, ComputedTerm before) =>
        Supposed(context, before) ?? Told(context, before);

    /// <summary>"Suppose the 18 percent were a fall: how many came the year before?": worked back from what the article's change is supposed to be.</summary>
    public static Calculation? Supposed(RequestContext context, ComputedTerm before) =>
        SupposedPercent(context, ChangeRequests.Change(before)) is { } supposed ? Taken(context, before.Operands[0], supposed) : null;

    /// <summary>"If the 18 percent had been a fall instead, …": the percentage that is supposed to have gone the other way than the article's.</summary>
    private static UserTerm? SupposedPercent(RequestContext context, Figure change) =>
        context.Says("if", "suppose", "supposing", "imagine", "assuming", "say") && IsFall(context) == change.Direction > 0 && PercentAt(context) is { } at
            && (context.Says("instead", "rather") || context.Resolver.FigureWithValue(at.From, at)?.Figure.Id == change.Id)
            ? context.Resolver.User(at) : null;

    private static bool IsFall(RequestContext context) => ChangeRequests.Direction(context.Words) < 0;

    private static Calculation Told(RequestContext context, ComputedTerm before) => new(before, evaluation =>
    {
        var change = ChangeRequests.Change(before);
        var text = $"{Wording.Capital(QuantityText.WithInterval(evaluation.Quantity(before)))} {FigureWords.ComparedWith(change)}: "
            + $"{Wording.Phrase(before.Operands[0], evaluation)} is a {ChangeRequests.Word(change)} of {FigureWords.Value(change)} on that";
        var note = change.Quantity.IsCertain ? null : "The article gives the change only, as a rounded percentage.";
        return context.Finish(Outcome.Computed, text, [before], evaluation, note);
    });

    /// <summary>"Up by £79 to £1,691": what it was, less the rise.</summary>
    public static Calculation BeforeAmount(RequestContext context, FigureEntry after, FigureEntry change)
    {
        Term now = new FigureTerm(after);
        Term by = new FigureTerm(change);
        var isRise = change.Figure.Direction > 0;
        var before = new ComputedTerm(isRise ? "subtract" : "add", [now, by], ComputedRole.Plain);
        return new Calculation(before, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(before)))} before: {Wording.Phrase(now, evaluation)}, after a {ChangeRequests.Word(change.Figure)} of {FigureWords.Value(change.Figure)}",
            [before],
            evaluation));
    }

    /// <summary>"What must revenue have been a year ago?"</summary>
    public static Calculation? BaseAsked(RequestContext context, Captures words) =>
        words["x"] is { IsEmpty: false } phrase && !context.Resolver.Has(phrase, WordClass.Rise | WordClass.Fall | WordClass.Change | WordClass.More | WordClass.Less | WordClass.Compared | WordClass.Compare)
        && context.Resolver.Resolve(phrase) is ComputedTerm { Role: ComputedRole.Base } before && !PointsElsewhere(context, before)
        && context.Resolver.Matches(phrase).Any(match => match.Core >= OperandResolver.Names && Wording.Figures(before).Contains(match.Figure))
            ? Before(context, before)
            : null;

    /// <summary>"How many was it last year?", after a figure that the article gives no change of.</summary>
    public static bool PointsElsewhere(RequestContext context, ComputedTerm before) =>
        context.Says("it", "that", "they", "them") && context.Resolver.LastFigure() is { } last && !Wording.Figures(before).Any(figure => figure.Id == last.Figure.Id || figure.Id == last.Whole?.Id);

    /// <summary>The percentage of the request, where a word of change stands in it too.</summary>
    private static Range? PercentAt(RequestContext context)
    {
        var all = new Range(0, context.Words.Count);
        if (!context.Resolver.Has(all, WordClass.Rise | WordClass.Fall | WordClass.More | WordClass.Less))
        {
            return null;
        }

        Range? at = null;
        for (var i = 0; i < context.Words.Count; i++)
        {
            if (context.Words[i].Kind == NumberKind.Percent)
            {
                if (at is not null)
                {
                    return null;
                }

                at = new Range(i, i + 1);
            }
        }

        return at;
    }

    /// <summary>The words ask for an earlier number, and not for a later one.</summary>
    private static bool AsksWhatWas(RequestContext context, int change)
    {
        if (context.Says("will", "now", "next", "again", "further", "another", "become", "becomes", "future", "suppose", "imagine"))
        {
            return false;
        }

        for (var i = 0; i < context.Words.Count; i++)
        {
            var word = context.Words[i];
            if (word.Lower is "before" or "earlier" or "previously" or "previous" or "originally" or "backwards" or "backward" or "been" or "back"
                || (word.Lower is "from" && i + 1 < context.Words.Count && context.Words[i + 1].Lower is "what")
                || (i > change && word.Lower is "was" or "were") || (word.Lower is "last" && i > change)
                || (word.Kind == NumberKind.Year && i > change && context.Resolver.Base(new Range(i, i + 1)) is not null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The other number of the request: the article's where it has that value, else the user's.</summary>
    private static Term? AmountBeside(RequestContext context, Range percent)
    {
        for (var i = 0; i < context.Words.Count; i++)
        {
            if (i != percent.From && context.Words[i] is { IsNumber: true, Kind: NumberKind.Count or NumberKind.Money or NumberKind.Other })
            {
                return context.Resolver.Resolve(new Range(i, i + 1));
            }
        }

        return null;
    }
}
