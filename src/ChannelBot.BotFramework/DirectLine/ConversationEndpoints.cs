using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Conversations start, and are come back to.</summary>
internal static class ConversationEndpoints
{
    public static async Task<IResult> StartAsync(
        HttpContext http,
        DirectLineCallers callers,
        DirectLineConversations conversations,
        DirectLineTokens tokens,
        DirectLineAddresses addresses)
    {
        var caller = await callers.OfAsync(http.Request);
        var parameters = await RequestBody.ReadParametersAsync(
            http.Request, DirectLineJson.Default.TokenParametersDto, new TokenParametersDto(), http.RequestAborted);
        var (token, user) = Who(caller, parameters);
        var isNew = await conversations.StartAsync(
            new ConversationKey(Channels.Directline, token.ConversationId), user, parameters.Locale, http.RequestAborted);
        return Answer(http.Request, token, null, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, tokens, addresses);
    }

    public static async Task<IResult> ReconnectAsync(
        HttpContext http,
        string? watermark,
        DirectLineCallers callers,
        IConversationStore store,
        DirectLineTokens tokens,
        DirectLineAddresses addresses)
    {
        var caller = await callers.OfAsync(http.Request);
        var conversation = caller.Conversation(http);
        Watermark.Read(conversation, watermark);
        return await store.IsKnownAsync(conversation, http.RequestAborted)
            ? Answer(http.Request, caller.Token ?? new DirectLineToken(conversation.Id), watermark, StatusCodes.Status200OK, tokens, addresses)
            : throw DirectLineRefusal.NoConversation();
    }

    /// <summary>Whom the new token names, and who is greeted. A token's user is who it says; others, who the body says.</summary>
    private static (DirectLineToken Token, ChannelAccount? User) Who(DirectLineCaller caller, TokenParametersDto parameters)
    {
        if (caller.Token is { } token)
        {
            return (token, token.UserId is { } known ? new ChannelAccount(known, token.UserName) : Claimed(parameters.User));
        }

        // Servers that hold the secret may name a user as they like; a token names only those that nobody else can claim.
        var isNameable = parameters.User?.Id?.StartsWith(DirectLineIds.UserPrefix, StringComparison.Ordinal) == true;
        var made = TokenParameters.ToToken(isNameable ? parameters : parameters with { User = null }, DirectLineIds.New());
        return (made, Claimed(parameters.User, mayNameAnybody: true));
    }

    private static ChannelAccount? Claimed(ChannelAccount? user, bool mayNameAnybody = false) =>
        user?.Id is { Length: > 0 and <= DirectLineLimits.NameLength } id
        && (mayNameAnybody || !id.StartsWith(DirectLineIds.UserPrefix, StringComparison.Ordinal))
            ? new ChannelAccount(id, TokenParameters.NameOf(user))
            : null;

    private static JsonHttpResult<ConversationDto> Answer(
        HttpRequest request, DirectLineToken token, string? watermark, int status, DirectLineTokens tokens, DirectLineAddresses addresses) =>
        TypedResults.Json(
            new ConversationDto(
                token.ConversationId,
                tokens.Write(TokenPurpose.Calls, token),
                (int)tokens.Lifetime(TokenPurpose.Calls).TotalSeconds,
                addresses.OfStream(request, token, watermark)),
            DirectLineJson.Default.ConversationDto,
            statusCode: status);
}
