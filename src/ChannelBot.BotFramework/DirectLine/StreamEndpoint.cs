using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>A conversation as it happens, over a WebSocket.</summary>
internal static class StreamEndpoint
{
    public static async Task<IResult> OpenAsync(
        HttpContext http,
        string conversationId,
        string? t,
        string? watermark,
        DirectLineTokens tokens,
        IConversationStore store,
        ConversationFeed feed,
        OpenStreams streams,
        IHostApplicationLifetime lifetime,
        TimeProvider time)
    {
        if (string.IsNullOrEmpty(t))
        {
            throw DirectLineRefusal.NotAuthorized("The address of a stream comes whole from the server, its t included.");
        }

        var token = await tokens.ReadAsync(TokenPurpose.Stream, t);
        DirectLineCallers.RequireTrusted(token, http.Request);
        var conversation = new DirectLineCaller(token).Conversation(http);
        var after = Watermark.Read(conversation, watermark);
        if (!http.WebSockets.IsWebSocketRequest)
        {
            throw DirectLineRefusal.BadArgument("This address is for WebSockets. Activities are read at …/activities.");
        }

        if (!await store.IsKnownAsync(conversation, http.RequestAborted))
        {
            throw DirectLineRefusal.NoConversation();
        }

        using var place = streams.Enter(conversation, token.UserId);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            // A peer that has gone without a word is found out; one that is there answers by itself.
            KeepAliveInterval = DirectLineLimits.Patience,
            KeepAliveTimeout = DirectLineLimits.Patience,
        });
        var stream = new ActivityStream(socket, conversation, store, feed, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await stream.RunAsync(after, end.Token);
        return Results.Empty;
    }
}
