using System.Net;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Schema;
using Microsoft.Identity.Client;

namespace ChannelBot.BotFramework.Streaming;

/// <summary>Streams to Teams, through its connector.</summary>
/// <remarks>Source: Microsoft Teams, "Stream bot messages", "Response codes"; protocol checklist 5.4.</remarks>
public sealed class ConnectorStream(ConnectorClient connector, TimeProvider time)
{
    private const string Personal = "personal";
    private const string NotAllowed = "ContentStreamNotAllowed";

    /// <summary>A stream for the answer to a message; null where the channel knows none: Teams has it in chats of two alone.</summary>
    public StreamingResponse? For(Activity incoming) =>
        incoming.IsType(ActivityTypes.Message) && incoming is { ChannelId: Channels.Msteams, IsAnsweredInResponse: false, Conversation.ConversationType: Personal }
            ? new StreamingResponse(incoming, SendAsync, time)
            : null;

    /// <summary>Whether the user has stopped the stream.</summary>
    public static bool IsStopped(ConnectorException refusal) => IsRefusal(refusal, "cancel");

    /// <summary>Whether the stream has its end already: this message, whose receipt was lost.</summary>
    public static bool IsComplete(ConnectorException refusal) => IsRefusal(refusal, "already completed");

    private static bool IsRefusal(ConnectorException refusal, string reason) =>
        refusal is { Status: HttpStatusCode.Forbidden, Code: NotAllowed } && refusal.Message.Contains(reason, StringComparison.OrdinalIgnoreCase);

    private async Task<StreamReceipt> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            return new StreamReceipt(StreamStep.Sent, (await connector.SendAsync(activity, cancellationToken)).Id);
        }
        catch (ConnectorException refusal)
        {
            var mayPass = refusal.Status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError;
            return new StreamReceipt(IsStopped(refusal) ? StreamStep.Stopped : mayPass ? StreamStep.Lost : StreamStep.Refused);
        }
        catch (MsalException)
        {
            return new StreamReceipt(StreamStep.Refused);
        }
    }
}
