using System.Text.Json;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Host.Messages;

/// <summary>Brings replies from the outbox to the channels: those of one conversation one after the other, each until the connector has
/// taken it or has said that it never will. What is not delivered when the host stops goes out after the next start.</summary>
internal sealed partial class OutboxDelivery(
    IConversationStore store, ConnectorDelivery connector, TimeProvider time, ILogger<OutboxDelivery> log) : IHostedService
{
    /// <summary>About a day: who has not been reached by then does not wait any more.</summary>
    private const int MostAttempts = 150;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, Queue<(OutboxEntry Reply, Task MayLeave)>> _waiting = [];
    private readonly WorkUnderWay _underWay = new();

    public async Task StartAsync(CancellationToken cancellationToken) => Post(await store.ListOutboxAsync(int.MaxValue, cancellationToken), Task.CompletedTask);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _underWay.CancelAsync();
        await _underWay.EndAsync(cancellationToken);
    }

    /// <summary>Delivers replies that were committed, in the background and in the order in which they were posted.</summary>
    /// <param name="mayLeave">Before its end they wait, and those behind them.</param>
    public void Post(IReadOnlyList<OutboxEntry> replies, Task mayLeave)
    {
        foreach (var reply in replies)
        {
            lock (_gate)
            {
                if (_waiting.TryGetValue(reply.Conversation, out var behind))
                {
                    behind.Enqueue((reply, mayLeave));
                    continue;
                }

                _waiting.Add(reply.Conversation, new Queue<(OutboxEntry, Task)>([(reply, mayLeave)]));
            }

            _underWay.Add(DeliverAllAsync(reply.Conversation));
        }
    }

    private async Task DeliverAllAsync(ConversationKey conversation)
    {
        try
        {
            while (Next(conversation) is { } next)
            {
                await next.MayLeave.WaitAsync(_underWay.Stopping);
                await DeliverAsync(next.Reply, _underWay.Stopping);
            }
        }
        catch (OperationCanceledException) when (_underWay.Stopping.IsCancellationRequested)
        {
            // It is still in the outbox.
        }
    }

    private (OutboxEntry Reply, Task MayLeave)? Next(ConversationKey conversation)
    {
        lock (_gate)
        {
            if (_waiting[conversation].TryDequeue(out var next))
            {
                return next;
            }

            _waiting.Remove(conversation);
            return null;
        }
    }

    private async Task DeliverAsync(OutboxEntry reply, CancellationToken cancellationToken)
    {
        var dueAt = reply.Attempts > 0 ? reply.DueAt : time.GetUtcNow();
        for (var attempts = reply.Attempts + 1; ; attempts++)
        {
            if (dueAt - time.GetUtcNow() is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            var result = await TryAsync(reply, attempts, cancellationToken);
            if (result.Outcome is DeliveryOutcome.TryLater)
            {
                dueAt = time.GetUtcNow() + (result.RetryAfter ?? Pause(attempts));
                LogLater(reply.Conversation.Channel, attempts, result.Reason);
                await KeepAsync(() => store.PostponeAsync(reply, dueAt, cancellationToken));
                continue;
            }

            if (result.Outcome is DeliveryOutcome.Refused)
            {
                LogGivenUp(reply.Conversation.Channel, attempts, result.Reason);
            }

            if (result.Outcome is DeliveryOutcome.Unwanted)
            {
                LogUnwanted(reply.Conversation.Channel);
            }

            await KeepAsync(() => store.SettleAsync(reply, result.ActivityId, cancellationToken));
            return;
        }
    }

    private async Task<DeliveryResult> TryAsync(OutboxEntry reply, int attempts, CancellationToken cancellationToken)
    {
        try
        {
            var activity = JsonSerializer.Deserialize(reply.Activity.Span, ProtocolJson.Wire.Activity)!;
            var result = await connector.DeliverAsync(activity, cancellationToken);
            return result.Outcome is DeliveryOutcome.TryLater && attempts >= MostAttempts ? result with { Outcome = DeliveryOutcome.Refused } : result;
        }
#pragma warning disable CA1031 // The boundary of background work: a fault of ours in one reply must not hold up the others for ever.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(problem, reply.Conversation.Channel);
            return new DeliveryResult(DeliveryOutcome.Refused, Reason: problem.Message);
        }
    }

    /// <summary>Where the store fails the reply may be sent twice, after the next start; it is never lost.</summary>
    private async Task KeepAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
#pragma warning disable CA1031 // As above.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogNotKept(problem);
        }
    }

    /// <summary>1, 2, 4, … seconds, up to ten minutes.</summary>
    private static TimeSpan Pause(int attempts)
    {
        var pause = TimeSpan.FromSeconds(1 << Math.Min(attempts - 1, 20));
        return pause < LongestPause ? pause : LongestPause;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reply on channel {Channel} did not get through (attempt {Attempts}): {Reason}")]
    private partial void LogLater(string channel, int attempts, string? reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A reply on channel {Channel} is given up after {Attempts} attempts: {Reason}")]
    private partial void LogGivenUp(string channel, int attempts, string? reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "A reply on channel {Channel} came after the user had pressed stop")]
    private partial void LogUnwanted(string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "A reply on channel {Channel} could not be sent")]
    private partial void LogFault(Exception problem, string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of a reply could not be kept")]
    private partial void LogNotKept(Exception problem);
}
