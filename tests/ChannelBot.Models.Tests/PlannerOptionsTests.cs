using ChannelBot.Core;
using ChannelBot.Planner.Providers;

namespace ChannelBot.Models.Tests;

/// <summary>What is wrong with the settings is said with the setting's name and where to put it.</summary>
public sealed class PlannerOptionsTests
{
    public static TheoryData<string, PlannerOptions> Wrong => new()
    {
        { "Planner:Provider is 'gpt', which is no provider. Use one of: embedded, azure-openai, openai, ollama, openai-compatible.", new() { Provider = "gpt" } },
        { "Planner:ApiKey is missing: openai needs a key. Set Planner__ApiKey in the environment", new() { Provider = "openai", Model = "m" } },
        { "Planner:Model is missing: openai needs the name of a chat model. Set Planner__Model", new() { Provider = "openai", ApiKey = "k" } },
        { "Planner:Model is missing: azure-openai needs the name of a deployment.", new() { Provider = "azure-openai", Endpoint = "https://one.example" } },
        { "Planner:Endpoint is missing: azure-openai needs the address of your resource", new() { Provider = "azure-openai", Model = "m" } },
        { "Planner:Endpoint is missing: openai-compatible needs the base address of the server", new() { Provider = "openai-compatible", Model = "m" } },
        { "Planner:Endpoint is 'localhost:1234', which is no web address.", new() { Provider = "openai-compatible", Model = "m", Endpoint = "localhost:1234" } },
        { "Planner:Endpoint is 'http://models.example/v1': a key would be sent there for everybody on the way to read.", new() { Provider = "openai-compatible", Model = "m", ApiKey = "k", Endpoint = "http://models.example/v1" } },
        { "Planner:MaxRounds is 99; it must be between 1 and 20.", new() { Provider = "ollama", Model = "m", MaxRounds = 99 } },
        { "Planner:TurnSeconds is 600; it must be between 1 and 110.", new() { Provider = "ollama", Model = "m", TurnSeconds = 600 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named(string problem, PlannerOptions options)
    {
        Assert.StartsWith(problem, Assert.Single(options.Problems()), StringComparison.Ordinal);
        Assert.StartsWith(problem, Assert.Throws<BadInputException>(() => ModelProviders.Open(options, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("embedded", null, null, null)]
    [InlineData("openai", null, "key", "model")]
    [InlineData("azure-openai", "https://one.example", null, "deployment")]
    [InlineData("ollama", null, null, "model")]
    [InlineData("openai-compatible", "http://127.0.0.1:8080/v1", "key", "model")]
    public void What_each_provider_needs_is_enough(string provider, string? endpoint, string? key, string? model) =>
        Assert.Empty(new PlannerOptions { Provider = provider, Endpoint = endpoint, ApiKey = key, Model = model }.Problems());

    [Theory]
    [InlineData("openai", null, "key", "model")]
    [InlineData("azure-openai", "https://one.example", null, "deployment")]
    [InlineData("ollama", null, null, "model")]
    public void A_model_is_opened_without_being_called(string provider, string? endpoint, string? key, string? model)
    {
        using var opened = ModelProviders.Open(new PlannerOptions { Provider = provider, Endpoint = endpoint, ApiKey = key, Model = model }, TimeProvider.System);
        Assert.Equal(provider, opened.Provider);
        Assert.Null(opened.Health.Problem);
    }
}
