using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>What is said in a conversation: sent one by one, read by watermark.</summary>
internal static class ActivityEndpoints
{
    public static async Task<IResult> PostAsync(
        HttpContext http, DirectLineCallers callers, IConversationStore store, DirectLineConversations conversations)
    {
        var caller = await callers.OfAsync(http.Request);
        var conversation = caller.Conversation(http);
        var activity = await RequestBody.ReadActivityAsync(http.Request, http.RequestAborted);
        await SpeakAsync(caller, activity, conversation, store, conversations, http.RequestAborted);
        return await AnswerAsync(conversation, activity, conversations, http.RequestAborted);
    }

    public static async Task<IResult> ReadAsync(HttpContext http, string? watermark, DirectLineCallers callers, IConversationStore store)
    {
        var caller = await callers.OfAsync(http.Request);
        var conversation = caller.Conversation(http);
        var after = Watermark.Read(conversation, watermark);
        var page = await store.ReadLogAsync(conversation, after, DirectLineLimits.PageSize, DirectLineLimits.PageBytes, http.RequestAborted)
            ?? throw DirectLineRefusal.NoConversation();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(ActivitySet.Write(page.Entries, Watermark.Of(conversation, page.Watermark)), "application/json; charset=utf-8");
    }

    /// <summary>Says who speaks, and starts the conversation where its token's holder has not yet.</summary>
    /// <exception cref="DirectLineRefusal">Nobody speaks, or somebody whom only a token can name; or there is no such conversation.</exception>
    public static async Task SpeakAsync(
        DirectLineCaller caller,
        Activity activity,
        ConversationKey conversation,
        IConversationStore store,
        DirectLineConversations conversations,
        CancellationToken cancellationToken)
    {
        activity.From ??= new ChannelAccount();
        if (caller.Token?.UserId is { } user)
        {
            activity.From.Id = user;
            activity.From.Name = caller.Token.UserName ?? activity.From.Name;
        }

        if (activity.From.Id is not { Length: > 0 and <= DirectLineLimits.NameLength } id)
        {
            throw DirectLineRefusal.MissingProperty($"The activity needs from.id, of {DirectLineLimits.NameLength} characters at most.");
        }

        if (caller.Token is { UserId: null } && id.StartsWith(DirectLineIds.UserPrefix, StringComparison.Ordinal))
        {
            throw DirectLineRefusal.BadArgument($"A user whose id starts with \"{DirectLineIds.UserPrefix}\" must be named by the token.");
        }

        if (await store.IsKnownAsync(conversation, cancellationToken))
        {
            return;
        }

        if (caller.Token is null)
        {
            throw DirectLineRefusal.NoConversation();
        }

        await conversations.StartAsync(conversation, new ChannelAccount(id, activity.From.Name), activity.Locale, cancellationToken);
    }

    public static async Task<IResult> AnswerAsync(
        ConversationKey conversation, Activity activity, DirectLineConversations conversations, CancellationToken cancellationToken)
    {
        var id = await conversations.PostAsync(conversation, activity, cancellationToken);
        return TypedResults.Json(new ResourceResponse(id), ProtocolJson.Wire.ResourceResponse);
    }
}
