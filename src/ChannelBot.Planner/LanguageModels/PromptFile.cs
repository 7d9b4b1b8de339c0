using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>A prompt's config.json, of which Semantic Kernel's own reader works only where types can be looked up while the program runs. What a
/// config may have besides (execution settings) has no place here: they are the program's settings.</summary>
internal sealed record PromptFile(int Schema, string? Name, string? Description, IReadOnlyList<PromptFile.Variable>? InputVariables)
{
    /// <exception cref="JsonException">It is not in the format.</exception>
    public static PromptFile Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, PromptJsonContext.Default.PromptFile) ?? throw new JsonException("The prompt's config is null.");

    public PromptTemplateConfig ToConfig(string name, string template) => new(template)
    {
        Name = name,
        Description = Description,
        InputVariables = [.. (InputVariables ?? []).Select(variable => new InputVariable { Name = variable.Name, Description = variable.Description ?? "", IsRequired = variable.IsRequired })],
    };

    internal sealed record Variable(string Name, string? Description, bool IsRequired);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PromptFile))]
internal sealed partial class PromptJsonContext : JsonSerializerContext;
