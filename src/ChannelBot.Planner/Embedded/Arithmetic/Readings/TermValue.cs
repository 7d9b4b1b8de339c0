using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>About what a term comes to, before the calculator has worked it out.</summary>
internal static class TermValue
{
    /// <summary>NaN where it cannot be said.</summary>
    public static double Of(Term term) => term switch
    {
        FigureTerm figure => figure.Entry.Figure.Quantity.Value.ToDouble(),
        UserTerm user => user.Quantity.Value.ToDouble(),
        ConstantTerm constant => constant.Value.ToDouble(),
        NegativeTerm negative => -Of(negative.Of),
        EarlierTerm earlier => earlier.Working.Value,
        ComputedTerm { Operands: [var first, var second, ..] operands } computed => Estimate.Of(computed.Function, [.. operands.Select(Of)], (IsPercent(first), IsPercent(second))),
        _ => double.NaN,
    };

    private static bool IsPercent(Term term) => term is ComputedTerm computed ? Estimate.GivesPercent(computed.Function) : RequestContext.UnitOf(term) == Unit.Percent;
}
