using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using ChannelBot.Core;
using ChannelBot.Planner.LanguageModels;
using ChannelBot.Planner.Providers;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace ChannelBot.Models;

/// <summary>Opens the language model that the settings name. Nothing is called before the first question.</summary>
public static class ModelProviders
{
    /// <exception cref="BadInputException">A setting is missing or wrong; the message says which and where to put it.</exception>
    public static LanguageModel Open(PlannerOptions options, TimeProvider time)
    {
        if (options.Problems() is [var first, ..])
        {
            throw new BadInputException("planner", first);
        }

        var provider = PlannerProviders.Named(options.Provider)!;
        var http = ModelHttp.Client(options, time);
        var health = new ModelHealth();
        var limits = new ModelLimits(
            options.MaxRounds,
            options.MaxTokens,
            options.MaxAnswerTokens,
            options.HistoryTokens,
            TimeSpan.FromSeconds(options.TurnSeconds),
            options.JsonSchema ?? provider.TakesSchema);
        var whole = new WholeAnswers(ClientOf(provider, options, http), options.Streaming, TimeSpan.FromSeconds(options.SilenceSeconds), time);
        return new LanguageModel(
            provider.Name, options.Model!, new CircuitBreaking(whole, health, time), limits, ModelTokens.Count, ModelFailures.Explain, health);
    }

    private static IChatClient ClientOf(PlannerProvider provider, PlannerOptions options, HttpClient http)
    {
        var endpoint = string.IsNullOrWhiteSpace(options.Endpoint) ? provider.DefaultEndpoint! : new Uri(options.Endpoint);
        switch (provider.Name)
        {
            case PlannerProviders.AzureOpenAI:
                var azure = With(new AzureOpenAIClientOptions(), http);
                return (string.IsNullOrWhiteSpace(options.ApiKey)
                        ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential(), azure)
                        : new AzureOpenAIClient(endpoint, new ApiKeyCredential(options.ApiKey), azure))
                    .GetChatClient(options.Model).AsIChatClient();
            case PlannerProviders.Ollama:
                http.BaseAddress = endpoint;
                return new OllamaToolResults(new OllamaApiClient(http, options.Model!, OllamaJsonContext.Default));
            default:
                var openAI = With(new OpenAIClientOptions { Endpoint = endpoint }, http);

                // A server of one's own may want no key, but the client does.
                return new OpenAIClient(new ApiKeyCredential(string.IsNullOrWhiteSpace(options.ApiKey) ? "none" : options.ApiKey), openAI)
                    .GetChatClient(options.Model).AsIChatClient();
        }
    }

    /// <summary>Retries and time-outs are <see cref="ModelHttp"/>'s, the same for all providers.</summary>
    private static T With<T>(T options, HttpClient http)
        where T : ClientPipelineOptions
    {
        options.Transport = new HttpClientPipelineTransport(http);
        options.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        options.NetworkTimeout = Timeout.InfiniteTimeSpan;
        return options;
    }
}
