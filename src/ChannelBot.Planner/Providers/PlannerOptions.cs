using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ChannelBot.Planner.Providers;

/// <summary>The <c>Planner</c> section of the settings, which the programs share: who plans and words the answers, and how long that may take.</summary>
/// <remarks>In the environment a setting is written with two underscores: <c>Planner__Provider</c>.</remarks>
public sealed record PlannerOptions : IValidatableObject
{
    public const string Section = "Planner";

    private const int LongestTurn = 110;

    /// <summary>One of <see cref="PlannerProviders.All"/>; "embedded" needs no model and no network.</summary>
    public string Provider { get; init; } = PlannerProviders.Embedded;

    /// <summary>Address of the service; OpenAI and a local Ollama have one of their own.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The service's key: from the environment or the user secrets, never from appsettings.json. Azure OpenAI takes the identity
    /// that the program runs under where there is none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Name of the chat model, as its provider spells it; for Azure OpenAI that of the deployment.</summary>
    public string? Model { get; init; }

    /// <summary>How many times the model may be called for one question: each round ends in function calls or in an answer.</summary>
    public int MaxRounds { get; init; } = 8;

    /// <summary>Tokens, read and written, that one question may cost at most.</summary>
    public int MaxTokens { get; init; } = 40_000;

    /// <summary>Tokens that the model may write in one round.</summary>
    public int MaxAnswerTokens { get; init; } = 1_000;

    /// <summary>Tokens of the earlier conversation that the model is shown, the latest questions first.</summary>
    public int HistoryTokens { get; init; } = 1_500;

    /// <summary>Seconds that one question may take; then the embedded planner answers. Web Chat gives up on a message after 20.</summary>
    public int TurnSeconds { get; init; } = 15;

    /// <summary>Seconds without a word from the model after which it counts as stalled.</summary>
    public int SilenceSeconds { get; init; } = 10;

    /// <summary>How often a call is repeated that the service was too busy for.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Whether the model's words are fetched as it writes them, so that one that stalls is noticed early. Off for servers that cannot.</summary>
    public bool Streaming { get; init; } = true;

    /// <summary>Whether the answer's form is sent as a JSON schema; without a word here, to those services that are known to take one.</summary>
    public bool? JsonSchema { get; init; }

    /// <summary>Whether no model is asked at all.</summary>
    public bool IsEmbedded => Provider == PlannerProviders.Embedded;

    /// <summary>What is wrong with these settings, a sentence each, with the setting's name and where to put it; none where they can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        if (PlannerProviders.Named(Provider) is not { } provider)
        {
            return [$"Planner:Provider is '{Provider}', which is no provider. Use one of: {string.Join(", ", PlannerProviders.All.Select(one => one.Name))}."];
        }

        return provider.Name == PlannerProviders.Embedded ? [] : [.. Missing(provider), .. Unsafe(), .. OutOfRange()];
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Provider} {Model} {Endpoint}".TrimEnd();

    /// <summary>The same, for whoever checks options as they are bound.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Problems().Select(problem => new ValidationResult(problem));

    private IEnumerable<string> Missing(PlannerProvider provider)
    {
        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return $"Planner:Model is missing: {provider.Name} needs {provider.ModelMeans}. Set Planner__Model in the environment, or Planner:Model in appsettings.json.";
        }

        if (string.IsNullOrWhiteSpace(Endpoint) && provider.DefaultEndpoint is null)
        {
            yield return $"Planner:Endpoint is missing: {provider.Name} needs {provider.EndpointMeans}. Set Planner__Endpoint in the environment, or Planner:Endpoint in appsettings.json.";
        }

        if (string.IsNullOrWhiteSpace(ApiKey) && provider.NeedsKey)
        {
            yield return $"Planner:ApiKey is missing: {provider.Name} needs a key. Set Planner__ApiKey in the environment, or store it with 'dotnet user-secrets set Planner:ApiKey KEY --id channelbot'. It does not belong in appsettings.json.";
        }
    }

    private IEnumerable<string> Unsafe()
    {
        if (string.IsNullOrWhiteSpace(Endpoint))
        {
            yield break;
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            yield return $"Planner:Endpoint is '{Endpoint}', which is no web address. Write it in full: https://models.example/v1.";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && !string.IsNullOrEmpty(ApiKey))
        {
            yield return $"Planner:Endpoint is '{Endpoint}': a key would be sent there for everybody on the way to read. Use https, or leave Planner:ApiKey out.";
        }
    }

    private IEnumerable<string> OutOfRange()
    {
        foreach (var (name, value, least, most) in new[]
        {
            (nameof(MaxRounds), MaxRounds, 1, 20), (nameof(MaxTokens), MaxTokens, 1_000, 1_000_000), (nameof(MaxAnswerTokens), MaxAnswerTokens, 100, 16_000),
            (nameof(HistoryTokens), HistoryTokens, 0, 100_000), (nameof(TurnSeconds), TurnSeconds, 1, LongestTurn),
            (nameof(SilenceSeconds), SilenceSeconds, 1, LongestTurn), (nameof(Retries), Retries, 0, 5),
        })
        {
            if (value < least || value > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Planner:{name} is {value}; it must be between {least} and {most}.");
            }
        }
    }
}
