using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>A number that somebody states for what must be worked out: right or wrong.</summary>
internal static class ClaimRequests
{
    /// <summary>"So 5,100 came before the vote, right?"</summary>
    public static Calculation? Count(RequestContext context, Captures words)
    {
        if (words["n"] is not { } number || words["x"] is not { IsEmpty: false } phrase || (!context.IsClaim && number.From == 0)
            || ((context.Words.Classes & WordClass.Question) != 0 && context.Words[phrase.From - 1].Lower is not ("many" or "much")) || context.Words[number.From].Lower is "one" or "1")
        {
            return null;
        }

        var real = context.Resolver.OtherSide(phrase) ?? context.Resolver.Resolve(phrase) as ComputedTerm ?? SumRequests.Together(context, phrase);
        return real is null or { Role: ComputedRole.PartOf } ? null : Checked(context, real, context.Resolver.User(number));
    }

    /// <summary>"12,400 minus 7,300 is 5,100, isn't it?"</summary>
    public static Calculation? Result(RequestContext context, Captures words) =>
        words["n"] is { } number && words["e"] is { IsEmpty: false } sum && NumberRequests.Parse(context, sum) is { } real
            ? Checked(context, real, context.Resolver.User(number))
            : null;

    private static Calculation Checked(RequestContext context, ComputedTerm real, UserTerm claimed) => new(real, evaluation =>
    {
        var quantity = evaluation.Quantity(real);
        var isRight = Fits(quantity, claimed.Quantity);
        var word = isRight ? "Yes" : "No";
        var text = $"{word}, {Wording.Full(quantity)}{(real.Event is { } side ? $" {side}" : "")}{(isRight ? "" : $", not your {claimed.Text}")}: {evaluation.Of(real).Working.Expression}";
        return context.Finish(isRight ? Outcome.Computed : Outcome.Corrected, text, [real], evaluation, Wording.YourNumbers(real, claimed));
    });

    /// <summary>The number given is the result, or the result rounded as the number is.</summary>
    private static bool Fits(Quantity result, Quantity claimed)
    {
        if (result.Contains(claimed.Value))
        {
            return true;
        }

        var digit = NumberText.Exact(claimed.Value) is { Length: > 2 } text && text.EndsWith("00", StringComparison.Ordinal) ? 100 : 1;
        return result.Overlaps(Quantity.Rounded(claimed.Value, digit, result.Unit));
    }
}
