namespace ChannelBot.Core.Quantities;

/// <summary>A calculation that may be asked for by name.</summary>
/// <param name="Name">"share".</param>
/// <param name="Parameters">What each operand is, in order; the last of <c>sum</c> may come many times, one that ends in "?" may be left out.</param>
/// <param name="Summary">What it gives, for the model and the reader.</param>
public sealed record CalculationFunction(string Name, IReadOnlyList<string> Parameters, string Summary)
{
    internal const string CompareName = "compare";
    internal const string ExtrapolateName = "extrapolate";

    private static readonly Quantity s_one = Quantity.Exact(1);

    internal static IReadOnlyList<CalculationFunction> All { get; } =
    [
        Two("add", "first", "second", "The two together.", QuantityArithmetic.Add, "{0} + {1}"),
        Two("subtract", "from", "less", "How much is left, or how much more the first is.", QuantityArithmetic.Subtract, "{0} − {1}"),
        new("sum", ["numbers"], "All of them together.")
        {
            Most = int.MaxValue,
            Apply = QuantityArithmetic.Sum,
            Formula = operands => string.Join(" + ", operands.Select(Text)),
        },
        Two("multiply", "first", "second", "The product; a percentage gives that part.", QuantityArithmetic.Multiply, "{0} × {1}"),
        Two("divide", "number", "by", "The quotient.", QuantityArithmetic.Divide, "{0} ÷ {1}"),
        Two("ratio", "first", "second", "How many times the second goes into the first.", QuantityArithmetic.Ratio, "{0} ÷ {1}"),
        Two("share", "part", "whole", "The part as a percentage of the whole.", QuantityArithmetic.Share, "{0} ÷ {1} × 100"),
        Two("percent_change", "before", "after", "From before to after, in percent.", QuantityArithmetic.PercentChange, "({1} − {0}) ÷ {0} × 100"),
        Two("percentage_points", "first", "second", "How many points the first percentage is above the second.", QuantityArithmetic.PercentagePoints, "{0} − {1}"),
        Three("difference_of_shares", "first", "second", "whole", "How many points the first's share of the whole is above the second's.", QuantityArithmetic.DifferenceOfShares, "({0} − {1}) ÷ {2} × 100"),
        Two("value_after_change", "before", "percent", "What it becomes.", QuantityArithmetic.ValueAfterChange, "{0} × (100 + {1}) ÷ 100"),
        Two("value_before_change", "after", "percent", "What it was.", QuantityArithmetic.ValueBeforeChange, "{0} ÷ (100 + {1}) × 100"),
        Three("rate_per", "number", "of", "per?", "So many for each so many of the second.", QuantityArithmetic.RatePer, "{0} ÷ {1} × {2}"),
        new(CompareName, ["first", "second"], "Which is more, as far as it can be said.") { Most = 2 },
        Three(ExtrapolateName, "number", "in", "target", "What it would be over the target span at the same rate.", QuantityArithmetic.Extrapolate, "{0} ÷ {1} × {2}"),
    ];

    /// <summary>The numbers it takes at most.</summary>
    internal int Most { get; private init; }

    internal bool Adds => Name is "add" or "sum";

    internal Func<Quantity[], Quantity> Apply { get; private init; } = _ => throw new InvalidOperationException("It is not run this way.");

    internal Func<Quantity[], string> Formula { get; private init; } = _ => "";

    private int Least => Parameters.Count(parameter => !parameter.EndsWith('?'));

    /// <exception cref="BadInputException">There is no such function.</exception>
    internal static CalculationFunction Named(string name) =>
        All.FirstOrDefault(function => function.Name == name)
        ?? throw new BadInputException("function", $"'{name}' is not a calculation. Use one of: {string.Join(", ", All.Select(function => function.Name))}.");

    /// <exception cref="BadInputException">It takes more or fewer.</exception>
    internal void RequireOperands(int count)
    {
        if (count < Least || count > Most)
        {
            throw new BadInputException(
                "operands", $"'{Name}' takes {string.Join(", ", Parameters)}; {(count == 1 ? "1 number" : $"{count} numbers")} came.");
        }
    }

    private static CalculationFunction Two(
        string name, string first, string second, string summary, Func<Quantity, Quantity, Quantity> apply, string formula) =>
        new(name, [first, second], summary)
        {
            Most = 2,
            Apply = operands => apply(operands[0], operands[1]),
            Formula = operands => Filled(formula, operands),
        };

    private static CalculationFunction Three(
        string name, string first, string second, string third, string summary, Func<Quantity, Quantity, Quantity, Quantity> apply, string formula) =>
        new(name, [first, second, third], summary)
        {
            Most = 3,
            Apply = operands => apply(operands[0], operands[1], operands.Length > 2 ? operands[2] : s_one),
            Formula = operands => Filled(formula, operands.Length > 2 ? operands : [.. operands, s_one]),
        };

    private static string Filled(string formula, Quantity[] operands)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            formula = formula.Replace($"{{{i}}}", Text(operands[i]), StringComparison.Ordinal);
        }

        return formula.Replace("+ -", "− ", StringComparison.Ordinal);
    }

    private static string Text(Quantity operand) => QuantityText.InFormula(operand, Detail.Precise);
}
