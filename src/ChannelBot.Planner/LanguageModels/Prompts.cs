using ChannelBot.Core;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>The words given to a language model, from Semantic Kernel prompt directories beside the program.</summary>
/// <remarks>Values are the program's own, never text of a user or an article: that goes into messages of its own, as data.</remarks>
internal sealed class Prompts
{
    private readonly Kernel _kernel = new();
    private readonly IPromptTemplate _system;
    private readonly IPromptTemplate _answer;
    private readonly IPromptTemplate _repair;

    /// <exception cref="BadInputException">A prompt is missing or cannot be read.</exception>
    public Prompts(string folder)
    {
        _system = Read(folder, "system");
        _answer = Read(folder, "answer");
        _repair = Read(folder, "repair");
    }

    /// <summary>Where a program's prompts for planning lie.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "prompts", "planner");

    /// <summary>How to work, and how to word an answer.</summary>
    public async Task<string> SystemAsync(int words, CancellationToken cancellationToken) => string.Concat(
        await _system.RenderAsync(_kernel, [], cancellationToken),
        "\n",
        await _answer.RenderAsync(_kernel, new KernelArguments { ["words"] = words }, cancellationToken));

    /// <summary>What was wrong with an answer, and what to do about it.</summary>
    public Task<string> RepairAsync(IEnumerable<string> reasons, CancellationToken cancellationToken) =>
        _repair.RenderAsync(_kernel, new KernelArguments { ["reasons"] = string.Join('\n', reasons.Select(reason => $"- {DataBlock.Plain(reason)}")) }, cancellationToken);

    private static IPromptTemplate Read(string folder, string name)
    {
        var (text, config) = (Path.Combine(folder, name, "skprompt.txt"), Path.Combine(folder, name, "config.json"));
        try
        {
            var prompt = PromptTemplateConfig.FromJson(File.ReadAllText(config));
            prompt.Name = name;
            prompt.Template = File.ReadAllText(text);
            return new KernelPromptTemplateFactory { AllowDangerouslySetContent = true }.Create(prompt);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or KernelException or System.Text.Json.JsonException)
        {
            throw new BadInputException("prompts", $"The prompt '{name}' in {folder} cannot be read: {problem.Message}");
        }
    }
}
