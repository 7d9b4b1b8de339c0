using ChannelBot.Core;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>A kernel function as a model calls it: where it fails, the model is told what helps it to call better, and nothing of our own faults.</summary>
/// <remarks>Left alone, the third error in a row would end the turn. A kernel's invocation filters do not see functions that are called as tools.</remarks>
internal sealed class ModelFunction(AIFunction function, KernelFunctionMetadata metadata, ModelTurn turn) : DelegatingAIFunction(function)
{
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        turn.Progress?.Report(WorkSteps.Of(metadata.PluginName, metadata.Name));
        try
        {
            return await base.InvokeCoreAsync(arguments, cancellationToken);
        }
        catch (BadInputException bad)
        {
            return Told(bad.Message);
        }
#pragma warning disable CA1031 // The boundary to the model: whatever a function fails with must neither end the turn nor reach the model.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Told($"The call failed. Its arguments are: {Arguments()}. Do not guess what it would have returned.");
        }
    }

    private string Told(string message)
    {
        turn.Problems.Add(new ModelProblem("bad arguments", $"{Name}: {DataBlock.Shorten(message)}"));
        return message;
    }

    private string Arguments() => string.Join(", ", metadata.Parameters
        .Where(parameter => parameter.ParameterType != typeof(Kernel))
        .Select(parameter => parameter.IsRequired ? parameter.Name : $"{parameter.Name} (may be left out)"));
}
