namespace ChannelBot.Planner.Providers;

/// <summary>A service that can plan and word answers, and what it needs to be told.</summary>
/// <param name="Name">As <c>Planner:Provider</c> has it.</param>
/// <param name="DefaultEndpoint">Its address where none is given; null where it has none.</param>
/// <param name="EndpointMeans">What its address is, for whoever has to find it.</param>
/// <param name="ModelMeans">What its model is called.</param>
/// <param name="TakesSchema">Whether it is known to hold an answer to a JSON schema while functions are offered.</param>
public sealed record PlannerProvider(
    string Name, Uri? DefaultEndpoint, string EndpointMeans, string ModelMeans, bool NeedsKey, bool TakesSchema);

/// <summary>The providers that <c>Planner:Provider</c> may name.</summary>
public static class PlannerProviders
{
    public const string Embedded = Core.Answers.Planners.Embedded;
    public const string AzureOpenAI = "azure-openai";
    public const string OpenAI = "openai";
    public const string Ollama = "ollama";
    public const string OpenAICompatible = "openai-compatible";

    public static IReadOnlyList<PlannerProvider> All { get; } =
    [
        new(Embedded, null, "nothing", "nothing", NeedsKey: false, TakesSchema: false),
        new(AzureOpenAI, null, "the address of your resource, https://NAME.openai.azure.com", "the name of a deployment", NeedsKey: false, TakesSchema: true),
        new(OpenAI, new Uri("https://api.openai.com/v1"), "nothing", "the name of a chat model", NeedsKey: true, TakesSchema: true),
        new(Ollama, new Uri("http://localhost:11434"), "nothing", "the name of a model that was pulled", NeedsKey: false, TakesSchema: false),
        new(OpenAICompatible, null, "the base address of the server, for example http://localhost:8080/v1", "the name of a model that the server has", NeedsKey: false, TakesSchema: false),
    ];

    /// <returns>Null where there is none of this name.</returns>
    public static PlannerProvider? Named(string name) => All.FirstOrDefault(provider => provider.Name == name);
}
