using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>So many a year, kept up over a length of time: "at 5,000 a year, how many would that be over three years?"</summary>
internal static class PaceRequests
{
    /// <summary>So many words may stand between the number and its "a year".</summary>
    private const int Near = 3;

    public static Calculation? Propose(RequestContext context)
    {
        var numbers = Enumerable.Range(0, context.Words.Count).Where(i => context.Words[i].IsNumber && context.Words[i].Kind is not NumberKind.Year).ToArray();
        if (numbers.Length != 2 || !context.Says("how", "what") || numbers.Where(i => context.Words[i].Kind is NumberKind.Count or NumberKind.Money).ToArray() is not [var amount]
            || numbers.Where(i => context.Words[i].Kind is NumberKind.Duration).ToArray() is not [var span] || TimeAfter(context, amount) is not { } per || IsPerAsked(context, per))
        {
            return null;
        }

        var mention = context.Question.Numbers[context.Words[span].Number];
        if (!UnitConversion.CanConvert(mention.Quantity.Unit, per) || context.Resolver.Resolve(new Range(amount, amount + 1)) is not { } each)
        {
            return null;
        }

        var count = UnitConversion.In(mention.Quantity.TakenExactly(), per).Value;
        var times = new ConstantTerm(count, NumberText.Exact(count));
        var product = new ComputedTerm("multiply", [each, times], ComputedRole.Plain) { Assumption = "It goes on at that pace." };
        return new Calculation(product, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(product)))}: {Wording.Phrase(each, evaluation)}, times {NumberText.Exact(count)}",
            [product],
            evaluation,
            Wording.Supposed));
    }

    /// <summary>"Year" of "5,000 a year", "5,000 people every year", "60 die each year"; null where no time follows.</summary>
    public static Unit? TimeAfter(RequestContext context, int number)
    {
        for (var i = number + 1; i + 1 < context.Words.Count && i <= number + Near && !context.Words[i].IsNumber; i++)
        {
            if (UnitAt(context, i) is { } unit)
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Another time is asked for: "how many is that a week?"</summary>
    private static bool IsPerAsked(RequestContext context, Unit per) =>
        Enumerable.Range(0, context.Words.Count - 1).Any(i => UnitAt(context, i) is { } unit && unit != per);

    /// <summary>"Year" of "a year", "per year", "every year"; null where the words say no such thing.</summary>
    private static Unit? UnitAt(RequestContext context, int i) =>
        context.Words[i].Lower is "a" or "an" or "per" or "each" or "every" ? AverageRequests.UnitOf(context.Words[i + 1].Classes) : null;
}
