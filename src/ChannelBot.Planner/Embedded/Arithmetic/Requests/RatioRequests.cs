using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>How often one number goes into another: times, one in so many, so many out of every hundred.</summary>
internal static class RatioRequests
{
    /// <summary>"How many times more arrivals than deaths?"</summary>
    public static Calculation? Ratio(RequestContext context, Captures words)
    {
        var pair = words["m"] is { } phrase ? Swapped(context.Groups.Pair(phrase)) : context.Both(words["a"], words["b"]);
        if (pair is not var (first, second) || Wording.IsPercent(first) != Wording.IsPercent(second))
        {
            return null;
        }

        return Times(context, first, second);
    }

    public static Calculation Times(RequestContext context, Term first, Term second)
    {
        var ratio = new ComputedTerm("ratio", [first, second], ComputedRole.Plain);
        return new Calculation(ratio, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(ratio)))} times: {Wording.Phrase(first, evaluation)}, against {Wording.Phrase(second, evaluation)}",
            [ratio],
            evaluation,
            ShareRequests.Note(first, second)));
    }

    /// <summary>"One in how many arrivals …?"</summary>
    public static Calculation? OneIn(RequestContext context, Captures words)
    {
        if (words["m"] is { } phrase)
        {
            return context.Groups.Pair(phrase) is { } pair ? OneIn(context, pair.Part, pair.Whole) : null;
        }

        return LastShare(context) is { } last ? OneIn(context, last.Part, last.Whole) : null;
    }

    /// <summary>"One death for every how many arrivals?": {a} is counted singly, {b} is asked for.</summary>
    public static Calculation? ForEvery(RequestContext context, Captures words) =>
        Both(context, words["a"], words["b"]) is { } both ? Each(context, both.First, both.Second) : null;

    /// <summary>"How many deaths per 1,000 arrivals?"</summary>
    public static Calculation? OutOf(RequestContext context, Captures words)
    {
        var both = (words["a"], words["b"]) switch
        {
            (null, null) => LastShare(context),
            (null, { } of) => context.Resolver.LastFigure() is { } last && context.Resolve(of) is FigureTerm { } named && named.Entry != last
                ? (new FigureTerm(last), named) : null,
            var (a, b) => Both(context, a, b),
        };
        if (both is not var (part, whole))
        {
            return null;
        }

        var per = words["n"] is { } number ? context.Resolver.User(number) : NamedNumber(context);
        var isPlain = !context.Words.Question.Text.Contains('%', StringComparison.Ordinal) && Wording.Figures(part).Any() && Wording.Figures(whole).Any();
        if (!isPlain)
        {
            return null;
        }

        var rate = new ComputedTerm("rate_per", [part, whole, per], ComputedRole.Plain);
        return new Calculation(rate, evaluation =>
        {
            var quantity = evaluation.Quantity(rate) with { Unit = Unit.Ratio };
            return context.Finish(
                Outcome.Computed,
                $"{Wording.Capital(Wording.Full(quantity))} in every {per.Text}: {ShareRequests.Compared(part, whole, evaluation)}",
                [rate],
                evaluation,
                ShareRequests.Note(part, whole));
        });
    }

    /// <summary>The number of "per thousand".</summary>
    private static UserTerm NamedNumber(RequestContext context)
    {
        var number = context.Says("million") ? 1_000_000 : context.Says("thousand") ? 1000 : 100;
        return new UserTerm(Quantity.Exact(number), NumberText.Exact(number));
    }

    /// <summary>"How many nurses per surgeon?", "the revenue per employee".</summary>
    public static Calculation? PerPair(RequestContext context, Captures words)
    {
        if (words["b"] is not { } unit || context.Resolver.Best(unit) is not { } counted || !(counted.NounMatched || IsPerson(context, unit, counted.Entry)))
        {
            context.IsShareLike = true;
            context.Lack(words["b"] ?? default, context.Resolve(words["a"]));
            return null;
        }

        if (Both(context, words["a"], words["b"]) is not var (first, second) || !Wording.Figures(first).Any() || !Wording.Figures(second).Any())
        {
            return null;
        }

        return Per(context, first, second);
    }

    public static Calculation Per(RequestContext context, Term first, Term second)
    {
        var rate = new ComputedTerm("divide", [first, second], ComputedRole.Plain);
        return new Calculation(rate, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(rate)))}: {Wording.Phrase(first, evaluation)}, divided by {Wording.Phrase(second, evaluation)}",
            [rate],
            evaluation));
    }

    /// <summary>"The death rate as a percentage of arrivals."</summary>
    public static Calculation? Rate(RequestContext context, Captures words) => ShareRequests.Share(context, words);

    private static Calculation OneIn(RequestContext context, Term part, Term whole)
    {
        var ratio = new ComputedTerm("ratio", [whole, part], ComputedRole.Plain);
        return new Calculation(ratio, evaluation =>
        {
            var quantity = evaluation.Quantity(ratio);
            var text = quantity.Bound is Bound.AtMost or Bound.LessThan or Bound.Between && Wording.Upper(quantity) is { } most
                ? $"At least one in {most}"
                : quantity.IsCertain && quantity.Value.Reduce().Denominator.IsOne ? $"One in {NumberText.Exact(quantity.Value)}"
                : $"About one in {Near(quantity)} ({QuantityText.Precise(quantity)})";
            return context.Finish(
                Outcome.Computed, $"{text}: {ShareRequests.Compared(part, whole, evaluation)}", [ratio], evaluation, ShareRequests.Note(part, whole));
        });
    }

    private static Calculation Each(RequestContext context, Term one, Term many)
    {
        var ratio = new ComputedTerm("ratio", [many, one], ComputedRole.Plain);
        return new Calculation(ratio, evaluation =>
        {
            var quantity = evaluation.Quantity(ratio);
            return context.Finish(
                Outcome.Computed,
                $"{Wording.Capital(Wording.Full(quantity))} for each: {Wording.Phrase(many, evaluation)}, against {Wording.Phrase(one, evaluation)}",
                [ratio],
                evaluation,
                ShareRequests.Note(one, many));
        });
    }

    /// <summary>An employee is a person, as the figure counts; a boat that people were in is not.</summary>
    private static bool IsPerson(RequestContext context, Range unit, FigureEntry entry) =>
        entry.Figure.Quantity.Unit == Unit.CountOf("person")
        && context.Words[unit.To - 1].Lower.TrimEnd('s') is var word
        && (word.EndsWith("ee", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("or", StringComparison.Ordinal)
            || word is "person" or "head" or "resident" or "migrant");

    private static string Near(Quantity quantity)
    {
        var brief = QuantityText.Brief(quantity);
        return brief.StartsWith("about ", StringComparison.Ordinal) ? brief["about ".Length..] : brief;
    }

    private static (Term First, Term Second)? Both(RequestContext context, Range? first, Range? second) =>
        context.Both(first, second) is { } both && !Wording.IsPercent(both.First) && !Wording.IsPercent(both.Second) ? both : null;

    private static (Term, Term)? Swapped((Term Part, Term Whole)? pair) => pair is var (part, whole) ? (whole, part) : null;

    /// <summary>The two figures of the last answer, the smaller as part of the larger.</summary>
    public static (Term Part, Term Whole)? LastShare(RequestContext context)
    {
        var turns = context.Question.Conversation.Turns;
        if (turns.Count == 0)
        {
            return null;
        }

        var figures = turns[^1].Topic.Select(context.Resolver.Index.Find).OfType<FigureEntry>().Take(3).ToArray();
        figures = figures.Length == 0 && context.Resolver.LastFigure() is { } said ? [said] : figures;
        if (turns[^1].Answer.Working is [.., { Function: "subtract", Operands: [{ Figure: { } whole }, { Figure: { } part }] }] workings
            && context.Resolver.Index.Find(part) is { Whole.Id: var id } entry && id == whole)
        {
            return (context.Resolver.Earlier(workings.Count), new FigureTerm(context.Resolver.Index[entry.Whole.Id]));
        }

        return figures switch
        {
            [{ Whole: { } whole1 } only, ..] => (new FigureTerm(only), new FigureTerm(context.Resolver.Index[whole1.Id])),
            [var one, var two, ..] when one.Figure.Quantity.Unit != Unit.Percent && two.Figure.Quantity.Unit != Unit.Percent =>
                one.Figure.Quantity.Value <= two.Figure.Quantity.Value ? (new FigureTerm(one), new FigureTerm(two)) : (new FigureTerm(two), new FigureTerm(one)),
            [var one] when context.Main() is { } main && main != one && one.Figure.Quantity.Unit.Dimension == main.Figure.Quantity.Unit.Dimension =>
                (new FigureTerm(one), new FigureTerm(main)),
            _ => null,
        };
    }

    /// <summary>A half for "half", of whatever the words give.</summary>
    public static Fraction Percent(UserTerm share) => share.Quantity.Unit == Unit.Percent ? share.Quantity.Value : share.Quantity.Value * 100;
}
