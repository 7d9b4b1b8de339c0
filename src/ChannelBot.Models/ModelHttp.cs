using System.Net;
using System.Net.Http.Headers;
using ChannelBot.Planner.Providers;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace ChannelBot.Models;

/// <summary>The connection to a model's service: what it was too busy for is asked again, when it says so or a little later.</summary>
internal static class ModelHttp
{
    /// <summary>Who has to wait longer is better served by the embedded planner.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient Client(PlannerOptions options, TimeProvider time)
    {
        var sockets = new SocketsHttpHandler
        {
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = TimeSpan.FromSeconds(options.SilenceSeconds),

            // An answer that is broken off is not read to its end.
            ResponseDrainTimeout = TimeSpan.Zero,
        };
        HttpMessageHandler handler = options.Retries == 0
            ? sockets
            : new ResilienceHandler(Retrying(options.Retries, time)) { InnerHandler = sockets };
        return new HttpClient(new EndedCalls(handler)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static ResiliencePipeline<HttpResponseMessage> Retrying(int retries, TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = retries,
                Delay = FirstWait,
                ShouldRetryAfterHeader = false,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnotherTry(arguments.Outcome, time)),
                DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Result?.Headers.RetryAfter, time)),
            })
            .Build();

    private static bool IsWorthAnotherTry(Outcome<HttpResponseMessage> outcome, TimeProvider time) => outcome switch
    {
        { Exception: HttpRequestException } => true,
        { Result: { } response } => (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError)
            && !(Asked(response.Headers.RetryAfter, time) > LongestWait),
        _ => false,
    };

    /// <summary>How long the service asks to wait; null where it does not say. (RFC 9110, 10.2.3.)</summary>
    private static TimeSpan? Asked(RetryConditionHeaderValue? header, TimeProvider time) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
