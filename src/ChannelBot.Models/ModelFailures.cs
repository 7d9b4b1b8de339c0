using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Azure.Identity;
using ChannelBot.Planner.LanguageModels;
using OllamaSharp.Models.Exceptions;
using Polly.CircuitBreaker;

namespace ChannelBot.Models;

/// <summary>Says what a failed call of a model was, and which setting may be to blame. Never what a service answered: it may hold what was asked.</summary>
internal static class ModelFailures
{
    public const string ContentFilter = "content filter";
    public const string Length = "length";
    public const string BadRequest = "bad request";

    public static ModelProblem Explain(Exception fault) => fault switch
    {
        GivenUpException given => new(given.Kind, given.Message),
        BrokenCircuitException => new("left alone", "the model has failed again and again, and is left alone for half a minute"),
        ClientResultException { Status: > 0 } answered => OfStatus(answered.Status, answered.Message),
        HttpRequestException { StatusCode: { } status } answered => OfStatus((int)status, answered.Message),
        OllamaException refused => OfStatus(400, refused.Message),
        AuthenticationFailedException => new("unauthorized", "no Azure identity was found to call the model with: sign in, assign one to this host, or set Planner:ApiKey"),
        AggregateException { InnerException: { } inner } => Explain(inner),
        HttpIOException or IOException => new("dropped", "the connection broke off in the middle of the answer"),
        ClientResultException or HttpRequestException when Cause(fault) is { } cause => Explain(cause),
        ClientResultException or HttpRequestException => new("unreachable", "the service cannot be reached: see Planner:Endpoint"),
        JsonException or FormatException => new("malformed", "the service sent what is no answer of a chat model: see Planner:Endpoint"),
        _ => new("failed", $"the call failed: {fault.GetType().Name}"),
    };

    private static HttpIOException? Cause(Exception fault) => fault.InnerException as HttpIOException;

    private static ModelProblem OfStatus(int status, string message) => status switch
    {
        400 when Has(message, "content_filter") || Has(message, "content management policy") => new(ContentFilter, "the service's content filter refused the question"),
        400 when Has(message, "context_length_exceeded") => new(Length, "the conversation is too long for the model: see Planner:HistoryTokens"),
        401 or 403 => new("unauthorized", Numbered("the service refused the key", status, "Planner:ApiKey")),
        404 => new("not found", Numbered("the service has no such model or deployment", status, "Planner:Model and Planner:Endpoint")),
        429 => new("rate limited", "the service takes no more questions for now (429)"),
        >= 500 => new("server error", string.Create(CultureInfo.InvariantCulture, $"the service failed ({status})")),
        _ => new(BadRequest, Numbered("the service refused the request", status, "Planner:Model and Planner:Endpoint")),
    };

    private static bool Has(string message, string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Numbered(string what, int status, string settings) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} ({status}): see {settings}");
}
