using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Tokens: made by the secret's holder, exchanged by their own holders before they expire.</summary>
internal static class TokenEndpoints
{
    /// <summary>A token for a new conversation, which it does not start.</summary>
    public static async Task<IResult> GenerateAsync(HttpContext http, DirectLineCallers callers, DirectLineTokens tokens)
    {
        var caller = await callers.OfAsync(http.Request);
        if (caller.Token is not null)
        {
            throw DirectLineRefusal.Forbidden("Only the secret makes tokens; a token can be refreshed.");
        }

        var parameters = await RequestBody.ReadParametersAsync(
            http.Request, DirectLineJson.Default.TokenParametersDto, new TokenParametersDto(), http.RequestAborted);
        return Answer(tokens, TokenParameters.ToToken(parameters, DirectLineIds.New()));
    }

    public static async Task<IResult> RefreshAsync(HttpContext http, DirectLineCallers callers, DirectLineTokens tokens)
    {
        var caller = await callers.OfAsync(http.Request);
        return Answer(tokens, caller.Token ?? throw DirectLineRefusal.Forbidden("The secret never expires and is not refreshed."));
    }

    public static async Task<IResult> ReadSessionAsync(HttpContext http, DirectLineCallers callers)
    {
        await callers.OfAsync(http.Request);
        return TypedResults.Json(new SessionDto(DirectLineIds.New()), DirectLineJson.Default.SessionDto);
    }

    private static JsonHttpResult<ConversationDto> Answer(DirectLineTokens tokens, DirectLineToken token) => TypedResults.Json(
        new ConversationDto(
            token.ConversationId, tokens.Write(TokenPurpose.Calls, token), (int)tokens.Lifetime(TokenPurpose.Calls).TotalSeconds),
        DirectLineJson.Default.ConversationDto);
}
