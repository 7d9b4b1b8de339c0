using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Transcripts;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>GET /webchat/transcript: the caller's own conversation as a .transcript file. The page's cookie says which it is, or a token.</summary>
internal static class WebChatTranscriptEndpoint
{
    public static async Task<IResult> ReadAsync(HttpContext http, DirectLineCallers callers, DirectLineTokens tokens, IConversationStore store)
    {
        var token = http.Request.Headers.ContainsKey(HeaderNames.Authorization)
            ? (await callers.OfAsync(http.Request)).Token ?? throw DirectLineRefusal.Forbidden("A transcript is given to the conversation's own user, not to the secret's holder.")
            : await WebChatCookie.ReadAsync(http.Request, tokens)
                ?? throw DirectLineRefusal.NotAuthorized("A transcript needs the cookie of the page, or a token.");
        var activities = await ReadLogAsync(new ConversationKey(Channels.Directline, token.ConversationId), store, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(TranscriptFile.Write(activities), "application/json; charset=utf-8", "conversation.transcript");
    }

    private static async Task<List<Activity>> ReadLogAsync(ConversationKey conversation, IConversationStore store, CancellationToken cancellationToken)
    {
        var activities = new List<Activity>();
        LogPage page;
        long after = 0;
        do
        {
            page = await store.ReadLogAsync(conversation, after, DirectLineLimits.PageSize, DirectLineLimits.PageBytes, cancellationToken)
                ?? throw DirectLineRefusal.NoConversation();
            activities.AddRange(page.Entries.Select(entry => JsonSerializer.Deserialize(entry.Activity.Span, ProtocolJson.Wire.Activity)!));
            after = page.Watermark;
        }
        while (page.HasMore);

        // What the bot says first, it says to somebody's coming, which no client is shown.
        if (activities is [{ From.Role: "bot" } greeting, ..])
        {
            activities.Insert(0, new Activity(ActivityTypes.ConversationUpdate)
            {
                ChannelId = greeting.ChannelId,
                Conversation = greeting.Conversation,
                From = greeting.Recipient,
                Recipient = greeting.From,
                MembersAdded = [greeting.From, .. new[] { greeting.Recipient }.OfType<ChannelAccount>()],
                Timestamp = greeting.Timestamp,
            });
        }

        return activities;
    }
}
