using ChannelBot.Core.Answers;
using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>Runs a calculation by its name and records it: the only arithmetic that an answer may stand on.</summary>
public static class Calculator
{
    private const string SameRate = "It goes on at the same rate.";

    /// <summary>The calculations, in the order in which a reader meets them.</summary>
    public static IReadOnlyList<CalculationFunction> Functions => CalculationFunction.All;

    /// <param name="function">A name of <see cref="Functions"/>.</param>
    /// <param name="operands">In the order of the function's parameters.</param>
    /// <param name="assumption">What must hold for the result to mean anything, in words; lets unlike things be added.</param>
    /// <exception cref="BadInputException">There is no such function, or it takes another number of operands.</exception>
    /// <exception cref="UndefinedCalculationException">The calculation has no result; the message says why.</exception>
    public static CalculationResult Run(string function, IReadOnlyList<CalculationOperand> operands, string? assumption = null)
    {
        var known = CalculationFunction.Named(function);
        if (operands.Count == 0)
        {
            throw new UndefinedCalculationException(UndefinedReason.NoOperands, "There are no numbers to calculate with.");
        }

        known.RequireOperands(operands.Count);
        var quantities = operands.Select(operand => operand.Quantity).ToArray();
        if (known.Adds && assumption is not null)
        {
            CountTheSame(quantities);
        }

        if (known.Name is CalculationFunction.CompareName)
        {
            return Compared(operands, quantities, assumption);
        }

        var result = known.Apply(quantities);
        var expression = $"{known.Formula(quantities)} = {QuantityText.ResultInFormula(result)}";
        assumption ??= known.Name is CalculationFunction.ExtrapolateName ? SameRate : null;
        return new(result, Record(known.Name, operands, result, expression, assumption));
    }

    private static CalculationResult Compared(
        IReadOnlyList<CalculationOperand> operands, Quantity[] quantities, string? assumption)
    {
        var (left, right) = (quantities[0], quantities[1]);
        var comparison = QuantityArithmetic.Compare(left, right);
        var (first, second) = (QuantityText.InFormula(left, Detail.Precise), QuantityText.InFormula(right, Detail.Precise));
        var expression = comparison switch
        {
            Comparison.More => $"{first} > {second}",
            Comparison.Less => $"{first} < {second}",
            Comparison.Equal => $"{first} = {second}",
            Comparison.NotLess => $"{first} ≥ {second}",
            Comparison.NotMore => $"{first} ≤ {second}",
            _ => $"{first} may be more or less than {second}",
        };
        var difference = Difference(left, right);
        return new(
            difference, Record(CalculationFunction.CompareName, operands, difference, expression, assumption), comparison);
    }

    /// <summary>A comparison may stand where no difference follows: then the record has no bounds.</summary>
    private static Quantity Difference(Quantity left, Quantity right)
    {
        try
        {
            return QuantityArithmetic.Subtract(left, right);
        }
        catch (UndefinedCalculationException)
        {
            return new(left.Value - right.Value, null, null, false, false, Bound.About, left.Unit);
        }
    }

    /// <summary>With an assumption stated, all counts count what the first does.</summary>
    private static void CountTheSame(Quantity[] quantities)
    {
        if (Array.Find(quantities, quantity => quantity.Unit.Dimension is Dimension.Count) is not { Unit: var unit })
        {
            return;
        }

        for (var i = 0; i < quantities.Length; i++)
        {
            if (quantities[i].Unit.Dimension is Dimension.Count)
            {
                quantities[i] = quantities[i] with { Unit = unit };
            }
        }
    }

    private static Working Record(
        string function, IReadOnlyList<CalculationOperand> operands, Quantity result, string expression, string? assumption) => new(
        function,
        [.. operands.Select(operand => new Operand(
            operand.FigureId,
            operand.Source,
            operand.Quantity.Value.ToDouble(),
            QuantityText.BoundName(operand.Quantity.Bound),
            operand.Citation))],
        expression,
        NumberText.AsFraction(result.Value),
        result.Value.ToDouble(),
        ToDouble(result.Low),
        ToDouble(result.High),
        result.LowOpen,
        result.HighOpen,
        result.Unit.Name,
        assumption);

    private static double? ToDouble(Fraction? end) => end?.ToDouble();
}
