using ChannelBot.Core;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>The words with which a language model is told to plan and to word answers.</summary>
internal sealed class Prompts
{
    private readonly Kernel _kernel = new();
    private readonly IPromptTemplate _system;
    private readonly IPromptTemplate _answer;
    private readonly IPromptTemplate _repair;

    /// <exception cref="BadInputException">A prompt is missing or cannot be read.</exception>
    public Prompts(string folder)
    {
        _system = PromptDirectory.Read(folder, "system");
        _answer = PromptDirectory.Read(folder, "answer");
        _repair = PromptDirectory.Read(folder, "repair");
    }

    /// <summary>How to work, and how to word an answer.</summary>
    public async Task<string> SystemAsync(int words, CancellationToken cancellationToken) => string.Concat(
        await _system.RenderAsync(_kernel, [], cancellationToken),
        "\n",
        await _answer.RenderAsync(_kernel, new KernelArguments { ["words"] = words }, cancellationToken));

    /// <summary>What was wrong with an answer, and what to do about it.</summary>
    public Task<string> RepairAsync(IEnumerable<string> reasons, CancellationToken cancellationToken) =>
        _repair.RenderAsync(_kernel, new KernelArguments { ["reasons"] = string.Join('\n', reasons.Select(reason => $"- {DataBlock.Plain(reason)}")) }, cancellationToken);
}
