using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>Short requests that lean on the answer before: "as a percentage?", "double that", "how did you get that?".</summary>
internal static class FollowUpRequests
{
    /// <summary>"As a percentage?": the last answer's figure as a share of its whole.</summary>
    public static Calculation? AsShare(RequestContext context, Captures words)
    {
        _ = words;
        return LastDifference(context) is var (before, after) ? PercentRequests.Percent(context, before, after)
            : RatioRequests.LastShare(context) is { } last ? ShareRequests.Of(context, last.Part, last.Whole) : null;
    }

    /// <summary>"As a percentage of the patients?": the figure under discussion as a share of what is named.</summary>
    public static Calculation? AsShareOf(RequestContext context, Captures words) =>
        words["b"] is { IsEmpty: false } phrase && !context.Resolver.IsPointer(phrase) && context.Resolver.LastFigure() is { } last
        && context.Resolver.Best(phrase) is { } whole && whole.Entry != last && !ShareRequests.IsPercent(new FigureTerm(whole.Entry))
            ? ShareRequests.Of(context, context.Resolver.Pointed() is EarlierTerm earlier && !Wording.IsPercent(earlier) ? earlier : new FigureTerm(last), new FigureTerm(whole.Entry))
            : null;

    /// <summary>The two figures whose difference the last answer gave, where neither is part of the other: the smaller of a rise is its base.</summary>
    private static (Term Before, Term After)? LastDifference(RequestContext context) =>
        context.Question.Conversation.Turns is [.., { Answer.Working: [.., { Function: "subtract", Operands: [{ Figure: { } more }, { Figure: { } less }] }] }]
        && context.Resolver.Index.Find(more) is { } after && context.Resolver.Index.Find(less) is { } before && before.Whole?.Id != more && after.Whole?.Id != less
            ? (new FigureTerm(before), new FigureTerm(after)) : null;

    /// <summary>"As a fraction?"</summary>
    public static Calculation? AsFraction(RequestContext context, Captures words)
    {
        _ = words;
        if (RatioRequests.LastShare(context) is not { } last)
        {
            return null;
        }

        var ratio = new ComputedTerm("ratio", [last.Part, last.Whole], ComputedRole.Plain);
        return new Calculation(ratio, evaluation =>
        {
            var quantity = evaluation.Quantity(ratio);
            var exact = NumberText.AsFraction(quantity.Value);
            var text = quantity.IsCertain ? $"{exact}, {QuantityText.Brief(quantity)}" : QuantityText.Brief(quantity);
            return context.Finish(Outcome.Computed, $"{Wording.Capital(text)}: {ShareRequests.Compared(last.Part, last.Whole, evaluation)}", [ratio], evaluation);
        });
    }

    /// <summary>"Double that", "half of it".</summary>
    public static Calculation? Double(RequestContext context, Captures words)
    {
        _ = words;
        if (context.Resolver.Pointed() is not { } last)
        {
            return null;
        }

        var factor = Factor(context.Words);
        if (Wording.IsPercent(last))
        {
            return null;
        }

        var result = new ComputedTerm("multiply", [new ConstantTerm(factor, NumberText.Exact(factor)), last], ComputedRole.Plain);
        return new Calculation(result, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(result)))}: {(factor == new Fraction(1, 2) ? "half of" : $"{NumberText.Exact(factor)} ×")} {Wording.Phrase(last, evaluation)}",
            [result, .. Topic(context)],
            evaluation));
    }

    /// <summary>"And in 2023?", "and last year?": what the figure under discussion was before the change that the article gives.</summary>
    public static Calculation? AsBase(RequestContext context, Captures words)
    {
        var phrase = words["x"] is { IsEmpty: false } said ? said : new Range(0, context.Words.Count);
        if (context.Resolver.LastFigure() is not { } last
            || (context.Resolver.Base(phrase) ?? (words["x"] is null && last.Figure is { Form: NumberForm.Percent, BaseOf: { } id } && context.Resolver.Index.Find(id) is { } told
                ? OperandResolver.BaseOf(told, last) : null)) is not { } before)
        {
            return null;
        }

        var after = ((FigureTerm)before.Operands[0]).Entry;
        return last == after || last.Whole?.Id == after.Figure.Id || last.Figure.BaseOf == after.Figure.Id ? BaseRequests.Before(context, before) : null;
    }

    /// <summary>"What is the difference?" after a number worked out of another.</summary>
    public static Calculation? Gap(RequestContext context, Captures words)
    {
        _ = words;
        var turns = context.Question.Conversation.Turns;
        if (TwoLast(context) is var (first, second))
        {
            return DifferenceRequests.Of(context, first, second, 0);
        }

        if (turns.Count == 0 || turns[^1].Answer.Working is not { Count: > 0 } workings || workings[^1].Operands is not [{ Figure: { } id }, ..]
            || context.Resolver.Index.Find(id) is not { } figure)
        {
            return null;
        }

        var earlier = context.Resolver.Earlier(workings.Count);
        return Wording.IsPercent(earlier) ? null : DifferenceRequests.Of(context, new FigureTerm(figure), earlier, 0);
    }

    /// <summary>The figures of the last two answers, where both were looked up and are of one kind.</summary>
    private static (Term First, Term Second)? TwoLast(RequestContext context)
    {
        var turns = context.Question.Conversation.Turns;
        if (turns.Count < 2 || turns[^1].Answer.Working is { Count: > 0 } || context.Resolver.FigureOf(turns[^1]) is not { } last
            || context.Resolver.FigureOf(turns[^2]) is not { } before || last == before || last.Whole?.Id == before.Figure.Id || last.Each != before.Each)
        {
            return null;
        }

        var isRival = before.Rival?.Id == last.Figure.Id || last.Rival?.Id == before.Figure.Id;
        return isRival || last.Figure.Quantity.Unit == before.Figure.Quantity.Unit ? (new FigureTerm(before), new FigureTerm(last)) : null;
    }

    /// <summary>"How did you get that?"</summary>
    public static Calculation? Working(RequestContext context, Captures words)
    {
        _ = words;
        var turns = context.Question.Conversation.Turns;
        if (turns.Count == 0 || turns[^1].Answer.Working is not { Count: > 0 } workings)
        {
            return null;
        }

        return new Calculation([], evaluation => context.Finish(
            Outcome.Computed, string.Join("; ", workings.Select(working => working.Expression)), Topic(context), evaluation) with { Working = workings });
    }

    /// <summary>The figures that the last answer stood on: what it said is still what is talked of.</summary>
    public static IReadOnlyList<Term> Topic(RequestContext context)
    {
        var turns = context.Question.Conversation.Turns;
        return turns.Count == 0
            ? []
            : [.. turns[^1].Topic.Select(context.Resolver.Index.Find).OfType<FigureEntry>().Select(entry => new FigureTerm(entry))];
    }

    private static Fraction Factor(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var classes = words[i].Classes;
            if ((classes & WordClass.Double) != 0)
            {
                return new Fraction(2);
            }

            if ((classes & WordClass.Triple) != 0)
            {
                return new Fraction(3);
            }

            if ((classes & (WordClass.Halve | WordClass.Half)) != 0)
            {
                return new Fraction(1, 2);
            }
        }

        return new Fraction(4);
    }
}
