using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>The largest or the smallest of several numbers.</summary>
internal static class RankRequests
{
    /// <summary>"Which is the biggest: {list}?"</summary>
    public static Calculation? Rank(RequestContext context, Captures words)
    {
        if (words["list"] is not { IsEmpty: false } list || SumRequests.Items(context, list) is not { Count: > 1 } items
            || items.Exists(item => RequestContext.UnitOf(item).Dimension != RequestContext.UnitOf(items[0]).Dimension))
        {
            return null;
        }

        var isLeast = context.Resolver.Has(new Range(0, list.From), WordClass.Less);
        var ordered = items.OrderByDescending(RequestContext.Estimate).ToList();
        if (isLeast)
        {
            ordered.Reverse();
        }

        return new Calculation(ordered, evaluation =>
        {
            var others = string.Join(" and ", ordered.Skip(1).Select(item => Wording.Phrase(item, evaluation)));
            var note = ordered.TrueForAll(item => evaluation.Quantity(item).IsBounded)
                ? Wording.YourNumbers([.. ordered]) : "Going by the numbers as given: “at least” and “more than” leave room above them.";
            return context.Finish(
                Outcome.Computed, $"{Wording.Capital(Wording.Phrase(ordered[0], evaluation))} is the {(isLeast ? "smallest" : "largest")}, against {others}", ordered, evaluation, note);
        });
    }
}
