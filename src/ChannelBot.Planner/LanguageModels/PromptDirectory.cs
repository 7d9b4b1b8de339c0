using ChannelBot.Core;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>Reads Semantic Kernel prompt directories, which lie beside the program: <c>skprompt.txt</c> with <c>config.json</c>.</summary>
public static class PromptDirectory
{
    /// <summary>Where a program's prompts for something lie: "planner", "curation".</summary>
    public static string Of(string purpose) => Path.Combine(AppContext.BaseDirectory, "prompts", purpose);

    /// <summary>One prompt. Its values must be the program's own words, never text of a user or an article: that goes into messages as data.</summary>
    /// <exception cref="BadInputException">It is missing or cannot be read.</exception>
    public static IPromptTemplate Read(string folder, string name)
    {
        var (text, config) = (Path.Combine(folder, name, "skprompt.txt"), Path.Combine(folder, name, "config.json"));
        try
        {
            var prompt = PromptFile.Read(File.ReadAllBytes(config)).ToConfig(name, File.ReadAllText(text));
            return new KernelPromptTemplateFactory { AllowDangerouslySetContent = true }.Create(prompt);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or KernelException or System.Text.Json.JsonException)
        {
            throw new BadInputException("prompts", $"The prompt '{name}' in {folder} cannot be read: {problem.Message}");
        }
    }
}
