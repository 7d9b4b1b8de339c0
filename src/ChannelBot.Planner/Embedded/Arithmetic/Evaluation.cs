using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>What is to be worked out, and how the result is said.</summary>
/// <param name="Terms">Worked out in this order; terms within terms are worked out before them.</param>
internal sealed record Calculation(IReadOnlyList<Term> Terms, Func<Evaluation, Draft> Say)
{
    public Calculation(Term term, Func<Evaluation, Draft> say)
        : this([term], say)
    {
    }
}

/// <summary>Turns the terms of a calculation into calls of the calculator, and reads what came back.</summary>
internal sealed class Evaluation
{
    private readonly List<ComputedTerm> _order = [];
    private readonly List<CalculationResult> _results = [];

    /// <summary>The records of the calculations, in the order in which they were made.</summary>
    public IReadOnlyList<Working> Workings => [.. _results.Select(result => result.Working)];

    public static Step Plan(Calculation calculation, Func<UndefinedCalculationException, Draft> undefined)
    {
        var evaluation = new Evaluation();
        foreach (var term in calculation.Terms)
        {
            evaluation.Order(term);
        }

        if (evaluation._order.Count == 0)
        {
            return new Finish(calculation.Say(evaluation));
        }

        var calls = evaluation._order.Select((term, at) => evaluation.Call(term, at)).ToArray();
        return new CallFunctions(calls, results => new Finish(evaluation.Read(results) is { } failed ? undefined(failed) : calculation.Say(evaluation)));
    }

    public CalculationResult Of(ComputedTerm term) => _results[_order.IndexOf(term)];

    public Quantity Quantity(Term term) => term switch
    {
        FigureTerm figure => figure.Entry.Figure.Quantity,
        UserTerm user => user.Quantity,
        ConstantTerm constant => Core.Quantities.Quantity.Exact(constant.Value),
        EarlierTerm earlier => WorkingQuantity.Of(earlier.Working),
        NegativeTerm negative => WorkingQuantity.Negated(Quantity(negative.Of)),
        ComputedTerm computed => Of(computed).Result,
        _ => throw new InvalidOperationException($"There is no quantity for {term}."),
    };

    private void Order(Term term)
    {
        if (term is not ComputedTerm computed || _order.Contains(computed))
        {
            return;
        }

        foreach (var operand in computed.Operands)
        {
            Order(operand);
        }

        _order.Add(computed);
    }

    private PlannedCall Call(ComputedTerm term, int at)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        var references = term.Operands.Select(operand => operand.Reference ?? WorkingBefore(at - _order.IndexOf((ComputedTerm)operand))).ToArray();
        var parameters = CalculatorPlugin.Parameters(term.Function);
        if (parameters.Count == 1)
        {
            // Blanks separate the references, so those within one ("2,500 pounds") are hard ones.
            arguments[parameters[0]] = string.Join(' ', references.Select(reference => reference.Replace(' ', '\u00a0')));
        }
        else
        {
            for (var i = 0; i < references.Length; i++)
            {
                arguments[parameters[i]] = references[i];
            }
        }

        if (term.Assumption is not null)
        {
            arguments["assumption"] = term.Assumption;
        }

        if (term.Unit is not null)
        {
            arguments["unit"] = term.Unit;
        }

        return new PlannedCall(CalculatorPlugin.Name, term.Function, arguments);
    }

    private static string WorkingBefore(int back) =>
        back == 1 ? "working:last" : string.Create(CultureInfo.InvariantCulture, $"working:last-{back - 1}");

    private UndefinedCalculationException? Read(IReadOnlyList<object?> results)
    {
        foreach (var result in results)
        {
            switch (result)
            {
                case CalculationResult made:
                    _results.Add(made);
                    break;
                case UndefinedCalculationException undefined:
                    return undefined;
                default:
                    throw new InvalidOperationException($"The calculator gave {result ?? "nothing"} where a calculation was asked for.");
            }
        }

        return null;
    }
}
