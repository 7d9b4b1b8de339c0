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
        ComputedTerm { Operands: [var first, var second, ..] } computed => Of(computed, Of(first), Of(second)),
        _ => double.NaN,
    };

    private static double Of(ComputedTerm term, double first, double second) => term.Function switch
    {
        "add" or "sum" => first + second + term.Operands.Skip(2).Sum(Of),
        "subtract" or "percentage_points" or "compare" => first - second,
        "multiply" => first * second / (IsPercent(term.Operands[0]) || IsPercent(term.Operands[1]) ? 100 : 1),
        "divide" or "ratio" => first / second * (IsPercent(term.Operands[1]) && !IsPercent(term.Operands[0]) ? 100 : 1),
        "rate_per" => first / second * (term.Operands.Count > 2 ? Of(term.Operands[2]) : 1),
        "extrapolate" => first / second * Of(term.Operands[2]),
        "share" => first / second * 100,
        "percent_change" => (second - first) / first * 100,
        "difference_of_shares" => (first - second) / Of(term.Operands[2]) * 100,
        "value_after_change" => first * (100 + second) / 100,
        "value_before_change" => first * 100 / (100 + second),
        _ => double.NaN,
    };

    private static bool IsPercent(Term term) => term is ComputedTerm computed ? computed.Function is "share" or "percent_change" or "percentage_points" : RequestContext.UnitOf(term) == Unit.Percent;
}
