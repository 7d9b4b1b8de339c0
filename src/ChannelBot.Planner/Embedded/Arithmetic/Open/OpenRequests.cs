using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Requests;

namespace ChannelBot.Planner.Embedded.Arithmetic.Open;

/// <summary>Requests for a calculation that no pattern knows: the operation is told by words, the numbers by what they are and how the article relates them.</summary>
internal static class OpenRequests
{
    /// <summary>No word asks for a part to be worked out: the figures must answer to nearly all that is said.</summary>
    private const double Plainly = 0.7;

    public static Calculation? Propose(RequestContext context)
    {
        if (AsksAmount(context) && new ToldRest(context).Propose() is { } rest)
        {
            return rest;
        }

        var operation = OperationReader.Of(context.Words);
        if (operation is Operation.None)
        {
            return null;
        }

        if (context.Resolver.BothSides() is var (first, second))
        {
            return operation switch
            {
                Operation.Ratio => RatioRequests.Times(context, first, second),
                Operation.Difference => DifferenceRequests.Of(context, first, second, 0),
                Operation.Change => PercentRequests.Percent(context, second, first),
                _ => null,
            };
        }

        var pairs = new FigurePairs(context);
        return pairs.Cover.Count == 0 ? OfLastAnswer(context, operation) : operation switch
        {
            Operation.Difference => Difference(context, pairs),
            Operation.Change => Change(context, pairs),
            Operation.Points => Points(context, pairs),
            Operation.Share => Share(context, pairs),
            Operation.Rest => Rest(context, pairs),
            Operation.Sum => Sum(context, pairs),
            Operation.Mean => Mean(context, pairs),
            Operation.Each => Each(context, pairs),
            Operation.Ratio => Ratio(context, pairs),
            Operation.Before => Before(context, pairs),
            Operation.Portion => Portion(context, pairs),
            _ => null,
        };
    }

    /// <summary>"So what's the drop in per cent?": of the two that the last answer's sentence sets against each other.</summary>
    private static Calculation? OfLastAnswer(RequestContext context, Operation operation)
    {
        if (operation is not (Operation.Difference or Operation.Change) || context.Question.Numbers.Count > 0 || context.Question.Conversation.Turns is not [.., { Answer: { Working.Count: 0 } last }])
        {
            return null;
        }

        var entries = context.Resolver.Index.Entries.Where(entry => IsPlain(entry) && last.Citations.Any(citation => entry.Figure.Start >= citation.Start && entry.Figure.End <= citation.End)).ToArray();
        return entries.SelectMany(before => entries.Where(after => IsBefore(before, after) && FigurePairs.AreLinked(before, after) && FigurePairs.AreOfOneKind(before, after)).Select(after => (before, after))).Distinct().ToArray() is [var (first, second)]
            ? operation is Operation.Change
                ? PercentRequests.Percent(context, new FigureTerm(first), new FigureTerm(second))
                : DifferenceRequests.Of(context, new FigureTerm(second), new FigureTerm(first), 0)
            : null;
    }

    private static Calculation? Difference(RequestContext context, FigurePairs pairs)
    {
        var isAge = context.Says("older", "younger", "age", "ages");
        // What has risen or fallen is one thing: of two that the article does not set against each other, neither became the other.
        var isChange = (context.Words.Classes & (WordClass.Rise | WordClass.Fall | WordClass.Change)) != 0;
        return pairs.Best((one, other) => one.Index < other.Index && IsPlain(one) && IsPlain(other) && FigurePairs.AreOfOneKind(one, other) && (one.Figure.Form is NumberForm.Age) == isAge && (!isChange || (FigurePairs.AreLinked(one, other) && one.Whole != other.Figure && other.Whole != one.Figure))) is var (first, second)
            ? DifferenceRequests.Of(context, new FigureTerm(first), new FigureTerm(second), 0)
            : context.Resolver.Index.IsCurated || isChange ? null : PointsOf(context, pairs, (one, other) => one.Figure.Direction == 0 || other.Figure.Direction == 0);
    }

    private static Calculation? Change(RequestContext context, FigurePairs pairs) =>
        pairs.Best((one, other) => IsPlain(one) && IsPlain(other) && FigurePairs.AreOfOneKind(one, other) && IsBefore(one, other)) is var (before, after)
            ? PercentRequests.Percent(context, new FigureTerm(before), new FigureTerm(after))
            : null;

    private static Calculation? Points(RequestContext context, FigurePairs pairs) => PointsOf(context, pairs, (_, _) => true);

    private static Calculation? PointsOf(RequestContext context, FigurePairs pairs, Func<FigureEntry, FigureEntry, bool> mayBe) =>
        pairs.Best((one, other) => one.Index < other.Index && IsPercent(one) && IsPercent(other) && mayBe(one, other)) is var (first, second)
            ? PercentRequests.PointsBetween(context, new FigureTerm(first), new FigureTerm(second))
            : null;

    private static Calculation? Share(RequestContext context, FigurePairs pairs)
    {
        if (context.Says("pounds", "dollars", "euros"))
        {
            return null;
        }

        if (pairs.Best((part, whole) => IsPartOf(part, whole) && (!part.IsFormer || pairs.AsksFormer)) is var (part, whole))
        {
            return ShareRequests.Of(context, new FigureTerm(part), new FigureTerm(whole));
        }

        return OperationReader.IsRest(context.Words) && pairs.Best(entry => IsPercent(entry) && entry.Figure.Direction == 0) is { } share
            ? ShareRequests.Complement(context, share)
            : null;
    }

    private static Calculation? Before(RequestContext context, FigurePairs pairs)
    {
        if (pairs.Best((change, after) => change.Figure.Direction != 0 && change.Figure.BaseOf == after.Figure.Id) is not var (change, after) || pairs.HasFormer(after))
        {
            return null;
        }

        return IsPercent(change)
            ? BaseRequests.Before(context, OperandResolver.BaseOf(after, change))
            : BaseRequests.BeforeAmount(context, after, change);
    }

    private static Calculation? Rest(RequestContext context, FigurePairs pairs) =>
        pairs.Best((part, whole) => IsPartOf(part, whole) && (!part.IsFormer || pairs.AsksFormer) && pairs.AreAlike(part, whole)) is var (part, whole)
            ? DifferenceRequests.Left(context, whole, part)
            : null;

    private static Calculation? Sum(RequestContext context, FigurePairs pairs) =>
        pairs.Best((one, other) => one.Index < other.Index && IsPlain(one) && IsPlain(other) && FigurePairs.AreOfOneKind(one, other) && one.Figure.Form is not NumberForm.Age && one.Whole is null && other.Whole is null && (!FigurePairs.AreLinked(one, other) || (!one.IsFormer && !other.IsFormer && context.Says("both", "combined", "together", "added")))) is var (first, second)
            && (context.Says("both", "combined", "together", "altogether", "and") || !(pairs.IsGiven(first, second) || pairs.IsGiven(second, first)))
            ? SumRequests.Of(context, [new FigureTerm(first), new FigureTerm(second)])
            : null;

    private static Calculation? Mean(RequestContext context, FigurePairs pairs) =>
        context.Says("two", "both", "and") && pairs.Best((one, other) => one.Index < other.Index && IsPlain(one) && IsPlain(other) && FigurePairs.AreOfOneKind(one, other)) is var (first, second)
            ? SumRequests.MeanOf(context, [new FigureTerm(first), new FigureTerm(second)])
            : null;

    private static Calculation? Each(RequestContext context, FigurePairs pairs)
    {
        if (OperationReader.EachAt(context.Words) is not { } at || context.Resolver.Best(new Range(at, Math.Min(at + 2, context.Words.Count))) is not { NounMatched: true, Entry: var counted })
        {
            return null;
        }

        return pairs.Best((amount, unit) => unit == counted && amount.Each is null && amount.Figure.Quantity.Unit != unit.Figure.Quantity.Unit && IsPlain(amount) && amount.Figure.Form is not NumberForm.Age, isNamed: true) is var (first, second)
            ? RatioRequests.Per(context, new FigureTerm(first), new FigureTerm(second))
            : null;
    }

    private static Calculation? Ratio(RequestContext context, FigurePairs pairs) =>
        pairs.Best((one, other) => IsPlain(one) && IsPlain(other) && FigurePairs.AreOfOneKind(one, other) && one.Figure.Quantity.Value > other.Figure.Quantity.Value) is var (more, less)
            ? RatioRequests.Times(context, new FigureTerm(more), new FigureTerm(less))
            : null;

    private static Calculation? Portion(RequestContext context, FigurePairs pairs)
    {
        bool MayBeOf(FigureEntry share, FigureEntry amount) => share.Whole?.Id == amount.Figure.Id
            || (Math.Abs(pairs.Paragraph(share) - pairs.Paragraph(amount)) <= 1 && ((share.Figure.Noun is null && IsPercent(share)) || share.Figure.Noun is "those" or "money" || share.Noun.Intersect(amount.Noun).Any())
                && (amount.Figure.Form is NumberForm.Money ? context.Says("much") : context.Says("many") && pairs.Cover.Names(amount)));

        return pairs.Best((share, amount) => IsShare(share) && share.Figure.Direction == 0 && IsPlain(amount) && amount.Figure.Form is NumberForm.Count or NumberForm.Money && MayBeOf(share, amount)) is var (share, amount) && !pairs.IsGiven(share, amount) && pairs.Cover.Of(share, amount) >= Plainly
            ? ShareRequests.Portion(context, share, amount)
            : null;
    }

    /// <summary>How many, how much, or what somebody paid.</summary>
    private static bool AsksAmount(RequestContext context) => context.Says("many", "much", "pay", "paid", "contribute", "contributed", "give", "gave") && !context.Says("percent", "percentage", "share", "proportion", "why", "who");

    private static bool IsPlain(FigureEntry entry) => entry.Figure.Direction == 0 && !IsShare(entry)
        && entry.Figure.Form is NumberForm.Count or NumberForm.Money or NumberForm.Measure or NumberForm.Age or NumberForm.Duration or NumberForm.Multiplier;

    private static bool IsShare(FigureEntry entry) => OperandResolver.IsShare(entry.Figure.Form);

    private static bool IsPercent(FigureEntry entry) => entry.Figure.Form is NumberForm.Percent;

    private static bool IsPartOf(FigureEntry part, FigureEntry whole) =>
        IsPlain(part) && IsPlain(whole) && part.Figure.Form == whole.Figure.Form && part.Figure.Form is NumberForm.Count or NumberForm.Money && FigurePairs.AreOfOneKind(part, whole)
        && part.Figure.Quantity.Value < whole.Figure.Quantity.Value;

    /// <summary>The first is the earlier of two that the article sets against each other; of others, the order of the text says nothing.</summary>
    private static bool IsBefore(FigureEntry one, FigureEntry other) =>
        one.IsFormer || other.Rival?.Id == one.Figure.Id;
}
