using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Planner.Plugins;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner;

/// <summary>Makes the calls of a plan again, in their order and with one ledger, as in the turn that they come from.</summary>
internal static class PlanReplay
{
    public static async Task<IReadOnlyList<string>> RunAsync(Kernel kernel, IReadOnlyList<PlanStep> plan, CancellationToken cancellationToken)
    {
        var ledger = new TurnLedger();
        kernel.Data[TurnLedger.Key] = ledger;
        var results = new List<string>(plan.Count);
        foreach (var step in plan)
        {
            ledger.Follow(step.Earlier ?? []);
            results.Add(await CallAsync(kernel, step, cancellationToken));
        }

        return results;
    }

    private static async Task<string> CallAsync(Kernel kernel, PlanStep step, CancellationToken cancellationToken)
    {
        var function = Function(kernel, step.Function);
        var arguments = new KernelArguments(step.Arguments.ToDictionary(argument => argument.Key, argument => (object?)argument.Value, StringComparer.Ordinal));
        try
        {
            return (await function.InvokeAsync(kernel, arguments, cancellationToken)).GetValue<string>() ?? "";
        }
        catch (BadInputException bad)
        {
            return bad.Message;
        }
        catch (KernelException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>"figures_find", and "figures-find" as some models write it.</summary>
    private static KernelFunction Function(Kernel kernel, string name)
    {
        var cut = name.IndexOfAny(['_', '-']);
        return cut > 0 && kernel.Plugins.TryGetFunction(name[..cut], name[(cut + 1)..], out var function)
            ? function
            : throw new BadInputException("function", $"'{name}' is no function of the planner. There are: {string.Join(", ", Names(kernel))}.");
    }

    private static IEnumerable<string> Names(Kernel kernel) =>
        kernel.Plugins.SelectMany(plugin => plugin.Select(function => $"{plugin.Name}_{function.Name}")).Order(StringComparer.Ordinal);
}
