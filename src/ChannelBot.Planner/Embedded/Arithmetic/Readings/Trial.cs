using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Works a calculation out beforehand, to know whether it has a result.</summary>
internal static class Trial
{
    public static bool Succeeds(Term term)
    {
        try
        {
            _ = Of(term);
            return true;
        }
        catch (UndefinedCalculationException)
        {
            return false;
        }
    }

    /// <exception cref="UndefinedCalculationException">It has no result.</exception>
    public static Quantity Of(Term term) => term switch
    {
        FigureTerm figure => figure.Entry.Figure.Quantity,
        UserTerm user => user.Quantity,
        ConstantTerm constant => Quantity.Exact(constant.Value),
        EarlierTerm earlier => WorkingQuantity.Of(earlier.Working),
        NegativeTerm negative => WorkingQuantity.Negated(Of(negative.Of)),
        ComputedTerm computed => Calculator.Run(computed.Function, [.. computed.Operands.Select(operand => new CalculationOperand(Of(operand), null, "working"))], computed.Assumption).Result,
        _ => throw new InvalidOperationException($"There is no quantity for {term}."),
    };
}
