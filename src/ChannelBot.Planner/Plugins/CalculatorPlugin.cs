using System.ComponentModel;
using System.Globalization;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Plugins;

/// <summary>Lets the model calculate with the article's figures and the user's numbers, so that it never does sums itself.</summary>
/// <remarks>The result is kept in the turn's ledger with its working; bounds such as "at least" are carried through.</remarks>
public sealed class CalculatorPlugin(KnowledgeFile knowledge)
{
    public const string Name = "calculator";

    private const string Number =
        "A number by reference: 'figure:ID' as found, 'user:40,000' for a number the user wrote, 'working:last' for the result before, 'earlier:1' for a result of the last answer, 'constant:100'. A '-' before it makes it negative, for a fall.";

    private const string What = "What must hold for the result to mean anything, for example that the one is counted among the other. Leave out where nothing is assumed.";

    private const string Counted = "What the result counts, singular, where the numbers do not say: 'boat'.";

    /// <summary>The names of a function's numbers, in order.</summary>
    internal static IReadOnlyList<string> Parameters(string function) => function switch
    {
        "sum" => ["numbers"],
        "divide" => ["number", "by"],
        "share" => ["part", "whole"],
        "percent_change" => ["before", "after"],
        "difference_of_shares" => ["first", "second", "whole"],
        "value_after_change" => ["before", "percent"],
        "value_before_change" => ["after", "percent"],
        "rate_per" => ["number", "of", "per"],
        "extrapolate" => ["number", "span", "target"],
        _ => ["first", "second"],
    };

    [KernelFunction("add")]
    [Description("The two together.")]
    public string Add([Description(Number)] string first, [Description(Number)] string second, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("add", [first, second], kernel, assumption);

    [KernelFunction("subtract")]
    [Description("How much is left, or how much more the first is than the second.")]
    public string Subtract([Description(Number)] string first, [Description(Number)] string second, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("subtract", [first, second], kernel, assumption);

    [KernelFunction("sum")]
    [Description("All of the numbers together.")]
    public string Sum([Description("References separated by blanks: 'figure:bodies-at-sea figure:body-on-beach'.")] string numbers, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("sum", numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries), kernel, assumption);

    [KernelFunction("multiply")]
    [Description("The product; a percentage gives that part of the other.")]
    public string Multiply([Description(Number)] string first, [Description(Number)] string second, Kernel kernel, [Description(What)] string? assumption = null, [Description(Counted)] string? unit = null) =>
        Run("multiply", [first, second], kernel, assumption, unit);

    [KernelFunction("divide")]
    [Description("The quotient.")]
    public string Divide([Description(Number)] string number, [Description(Number)] string by, Kernel kernel, [Description(What)] string? assumption = null, [Description(Counted)] string? unit = null) =>
        Run("divide", [number, by], kernel, assumption, unit);

    [KernelFunction("ratio")]
    [Description("How many times the second goes into the first.")]
    public string Ratio([Description(Number)] string first, [Description(Number)] string second, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("ratio", [first, second], kernel, assumption);

    [KernelFunction("share")]
    [Description("The part as a percentage of the whole.")]
    public string Share([Description(Number)] string part, [Description(Number)] string whole, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("share", [part, whole], kernel, assumption);

    [KernelFunction("percent_change")]
    [Description("From before to after, in percent; a fall is negative.")]
    public string PercentChange([Description(Number)] string before, [Description(Number)] string after, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("percent_change", [before, after], kernel, assumption);

    [KernelFunction("percentage_points")]
    [Description("How many percentage points the first percentage is above the second.")]
    public string PercentagePoints([Description(Number)] string first, [Description(Number)] string second, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("percentage_points", [first, second], kernel, assumption);

    [KernelFunction("difference_of_shares")]
    [Description("How many percentage points the first's share of the whole is above the second's.")]
    public string DifferenceOfShares([Description(Number)] string first, [Description(Number)] string second, [Description(Number)] string whole, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("difference_of_shares", [first, second, whole], kernel, assumption);

    [KernelFunction("value_after_change")]
    [Description("What a number becomes when it changes by so many percent; a fall is negative.")]
    public string ValueAfterChange([Description(Number)] string before, [Description(Number)] string percent, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("value_after_change", [before, percent], kernel, assumption);

    [KernelFunction("value_before_change")]
    [Description("What a number was before it changed by so many percent; a fall is negative.")]
    public string ValueBeforeChange([Description(Number)] string after, [Description(Number)] string percent, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("value_before_change", [after, percent], kernel, assumption);

    [KernelFunction("rate_per")]
    [Description("So many of the first for each so many of the second: deaths per 1,000 arrivals.")]
    public string RatePer([Description(Number)] string number, [Description(Number)] string of, Kernel kernel, [Description(Number)] string per = "constant:1", [Description(What)] string? assumption = null) =>
        Run("rate_per", [number, of, per], kernel, assumption);

    [KernelFunction("compare")]
    [Description("Which of the two is more, as far as it can be said, and by how much.")]
    public string Compare([Description(Number)] string first, [Description(Number)] string second, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("compare", [first, second], kernel, assumption);

    [KernelFunction("extrapolate")]
    [Description("What it would be over the target span if it went on at the same rate. Say the assumption to the user.")]
    public string Extrapolate([Description(Number)] string number, [Description(Number)] string span, [Description(Number)] string target, Kernel kernel, [Description(What)] string? assumption = null) =>
        Run("extrapolate", [number, span, target], kernel, assumption);

    private string Run(string function, IReadOnlyList<string> references, Kernel kernel, string? assumption, string? unit = null)
    {
        var ledger = TurnLedger.Of(kernel);
        try
        {
            var result = Calculator.Run(function, [.. references.Select(reference => OperandReference.Resolve(reference, knowledge, ledger))], assumption);
            if (unit is not null)
            {
                var counted = Unit.CountOf(unit);
                result = result with { Result = result.Result with { Unit = counted }, Working = result.Working with { Unit = counted.Name } };
            }

            ledger.Return(result);
            return string.Create(CultureInfo.InvariantCulture, $"working:{ledger.Calculations.Count} = {QuantityText.WithInterval(result.Result)}; {result.Working.Expression}");
        }
        catch (UndefinedCalculationException undefined)
        {
            ledger.Return(undefined);
            return $"No result. {undefined.Message}";
        }
    }
}
