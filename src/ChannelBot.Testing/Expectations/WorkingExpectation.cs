using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>A calculation of the answer: its function, what it was made of, or both.</summary>
/// <param name="Function">"share"; null for any.</param>
/// <param name="Operands">Ids of figures or numbers, in the order of the calculation; empty where they do not matter.</param>
public sealed record WorkingExpectation(string Text, ScriptPlace? Place, string? Function, IReadOnlyList<string> Operands) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("working", "expect working share of letters-in-march and letters", "A calculation by that function, of those figures (by id) or numbers, in that order; the function or the numbers may be left out.", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        if (turn.Answer is null)
        {
            yield return Unmet(Wanted, Observed.NoRecord);
            yield break;
        }

        var working = Observed.Working(turn);
        if (!working.Any(IsMetBy))
        {
            yield return Unmet(Wanted, working.Count is 0 ? "no calculation" : string.Join("; ", working.Select(Describe)));
        }
    }

    private string Wanted => $"{Function ?? "a calculation"}{(Operands.Count is 0 ? "" : $" of {string.Join(" and ", Operands)}")}";

    private static WorkingExpectation Read(ExpectationCursor cursor)
    {
        var function = cursor.IsAtWord("of") ? null : cursor.Word();
        if (function is "")
        {
            throw cursor.Wrong("a function, as in share of letters-in-march and letters");
        }

        var operands = new List<string>();
        if (cursor.Take("of"))
        {
            do
            {
                operands.Add(cursor.Word() is { Length: > 0 } operand ? operand.TrimEnd(',') : throw cursor.Wrong("the id of a figure or a number"));
            }
            while (cursor.Take("and") || !cursor.IsAtEnd);
        }

        return new WorkingExpectation(cursor.Text, cursor.Place, function, operands);
    }

    private bool IsMetBy(Working working) =>
        (Function is null || string.Equals(working.Function, Function, StringComparison.OrdinalIgnoreCase))
        && (Operands.Count is 0 || (Operands.Count == working.Operands.Count && Operands.Zip(working.Operands).All(pair => IsOperand(pair.First, pair.Second))));

    private static bool IsOperand(string name, Operand operand) =>
        (operand.Figure is { } figure && FigureName.IsSame(figure, name))
        || (QuantityScanner.Scan(name) is [{ Start: 0, Quantity: var number } only] && only.End == name.Length && number.Value.ToDouble() == operand.Value);

    private static string Describe(Working working) =>
        $"{working.Function} of {string.Join(" and ", working.Operands.Select(operand => operand.Figure is { } figure ? FigureName.Of(figure) : operand.Value.ToString(CultureInfo.InvariantCulture)))}";
}
