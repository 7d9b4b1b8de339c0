using ChannelBot.Planner.LanguageModels;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;

namespace ChannelBot.Models;

/// <summary>Leaves a model alone for a while that has failed again and again, so that nobody waits for it, and keeps its health.</summary>
internal sealed class CircuitBreaking(IChatClient client, ModelHealth health, TimeProvider time) : DelegatingChatClient(client)
{
    private const int FailuresInARow = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    private readonly ResiliencePipeline<ChatResponse> _breaker = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
        {
            FailureRatio = 0.9,
            MinimumThroughput = FailuresInARow,
            SamplingDuration = Window,
            BreakDuration = Rest,
            ShouldHandle = new PredicateBuilder<ChatResponse>().Handle<Exception>(IsOutage),
        })
        .Build();

    /// <exception cref="BrokenCircuitException">It has failed again and again, and is left alone.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await _breaker.ExecuteAsync(async cancel => await base.GetResponseAsync(messages, options, cancel), cancellationToken);
            health.Answered();
            return response;
        }
        catch (Exception fault) when (fault is not BrokenCircuitException && IsOutage(fault))
        {
            health.Failed(ModelFailures.Explain(fault).Detail);
            throw;
        }
    }

    /// <summary>What one question brings about, such as a filtered one, says nothing about the next.</summary>
    private static bool IsOutage(Exception fault) =>
        fault is not OperationCanceledException && ModelFailures.Explain(fault).Kind is not (ModelFailures.ContentFilter or ModelFailures.Length or ModelFailures.BadRequest);
}
