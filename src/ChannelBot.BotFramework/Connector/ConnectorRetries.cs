using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace ChannelBot.BotFramework.Connector;

/// <summary>When a call to a connector is made again.</summary>
/// <remarks>Source: Microsoft Teams, "Optimize your bot with rate limiting": 412, 429, 502 and 504 with exponential back-off; protocol
/// checklist section 3.</remarks>
internal static class ConnectorRetries
{
    /// <summary>A connector that asks for a longer wait gets it from whoever keeps the message, not from a call that stays open.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider time) => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = s_longestWait,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldRetryAfterHeader = true,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is HttpRequestException
                || (arguments.Outcome.Result is { } response && IsPassing(response) && !(AskedWait(response, time) > s_longestWait))),
        })
        .AddTimeout(TimeSpan.FromSeconds(15))
        .Build();

    /// <summary>How long a connector asks to wait; null where it does not say.</summary>
    public static TimeSpan? AskedWait(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    private static bool IsPassing(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.TooManyRequests
        or HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;
}
