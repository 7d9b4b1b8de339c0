using System.Net;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using Microsoft.Identity.Client;

namespace ChannelBot.BotFramework.Connector;

/// <summary>What became of a reply.</summary>
public enum DeliveryOutcome
{
    /// <summary>The connector took it.</summary>
    Delivered,

    /// <summary>It may arrive later: try again.</summary>
    TryLater,

    /// <summary>It can never arrive.</summary>
    Refused,

    /// <summary>The user has pressed stop.</summary>
    Unwanted,
}

/// <param name="ActivityId">The id that the channel gave; null where it gave none.</param>
/// <param name="RetryAfter">How long the connector asks to wait.</param>
/// <param name="Reason">Why it was not delivered, for the log.</param>
public sealed record DeliveryResult(DeliveryOutcome Outcome, string? ActivityId = null, TimeSpan? RetryAfter = null, string? Reason = null);

/// <summary>Brings replies to where they belong.</summary>
public sealed class ConnectorDelivery(ConnectorClient connector)
{
    /// <summary>Sends one reply as a turn gave it (<see cref="Turns.TurnResult.Replies"/>): new, an update, or a deletion.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; it may or may not have arrived.</exception>
    public async Task<DeliveryResult> DeliverAsync(Activity reply, CancellationToken cancellationToken)
    {
        try
        {
            return new DeliveryResult(DeliveryOutcome.Delivered, await PassAsync(reply, cancellationToken));
        }
        catch (ConnectorException exception) when (StreamInfo.EndedBy(reply) is { } streamId && !MayPass(exception))
        {
            return await EndOtherwiseAsync(reply, streamId, exception, cancellationToken);
        }
        catch (ConnectorException exception)
        {
            var outcome = MayPass(exception) ? DeliveryOutcome.TryLater : DeliveryOutcome.Refused;
            return new DeliveryResult(outcome, null, exception.RetryAfter, exception.Message);
        }
        catch (MsalException exception)
        {
            return new DeliveryResult(DeliveryOutcome.TryLater, null, null, $"The bot got no token: {exception.Message}");
        }
    }

    /// <summary>A message that was to end a stream, and was refused as that, is sent like any other; unless it has arrived after all, or
    /// nobody wants it. (Protocol checklist 5.4, "Errors".)</summary>
    private async Task<DeliveryResult> EndOtherwiseAsync(Activity reply, string streamId, ConnectorException refusal, CancellationToken cancellationToken)
    {
        if (ConnectorStream.IsStopped(refusal))
        {
            return new DeliveryResult(DeliveryOutcome.Unwanted, streamId, null, refusal.Message);
        }

        if (ConnectorStream.IsComplete(refusal))
        {
            return new DeliveryResult(DeliveryOutcome.Delivered, streamId);
        }

        StreamInfo.MakePlain(reply);
        return await DeliverAsync(reply, cancellationToken);
    }

    private async Task<string?> PassAsync(Activity reply, CancellationToken cancellationToken)
    {
        switch (reply.Type)
        {
            case ActivityTypes.MessageUpdate:
                reply.Type = ActivityTypes.Message;
                return (await connector.UpdateAsync(reply, cancellationToken)).Id ?? reply.Id;
            case ActivityTypes.MessageDelete:
                await connector.DeleteAsync(reply.ServiceUrl, reply.Conversation?.Id, reply.Id, cancellationToken);
                return reply.Id;
            default:
                return (await connector.SendAsync(reply, cancellationToken)).Id;
        }
    }

    /// <summary>A user who blocked the bot, a conversation that is gone, a message too large: none of them passes. No answer, trouble
    /// at the connector and a token that it does not take may.</summary>
    private static bool MayPass(ConnectorException exception) => exception.Status is null
        ? exception.InnerException is not null
        : exception.Status is HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed
            or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented;
}
