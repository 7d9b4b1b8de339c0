using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>POST /webchat/token: a token for the page, which needs no secret. A cookie that scripts cannot read brings a reloaded page
/// back to its conversation. (design.md, "Fixed names")</summary>
internal static class WebChatTokenEndpoint
{
    /// <summary>The page's cookie goes here alone.</summary>
    private const string CookiePath = "/webchat";

    public static async Task<IResult> IssueAsync(
        HttpContext http, DirectLineTokens tokens, IConversationStore store, IOptions<DirectLineOptions> options, TimeProvider time)
    {
        RequireOwnPage(http.Request, options.Value);
        var asked = await RequestBody.ReadParametersAsync(
            http.Request, DirectLineJson.Default.WebChatRequestDto, new WebChatRequestDto(), http.RequestAborted);
        var token = await ChooseAsync(asked, await WebChatCookie.ReadAsync(http.Request, tokens), store, time, http.RequestAborted);
        WebChatCookie.Set(http, CookiePath, tokens, token);
        return Grant(http, tokens, token);
    }

    /// <summary>The token as the page gets it.</summary>
    public static IResult Grant(HttpContext http, DirectLineTokens tokens, DirectLineToken token)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(
            new WebChatTokenDto(tokens.Write(TokenPurpose.Calls, token), token.ConversationId, token.UserId!),
            DirectLineJson.Default.WebChatTokenDto);
    }

    private static async Task<DirectLineToken> ChooseAsync(
        WebChatRequestDto asked, DirectLineToken? cookie, IConversationStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (asked.User?.Id is { } wanted && wanted != cookie?.UserId && await IsFreeAsync(wanted, store, cancellationToken))
        {
            // Started at once, so that the id is taken from here on.
            var named = new DirectLineToken(DirectLineIds.New(), wanted, TokenParameters.NameOf(asked.User));
            await store.StartAsync(new ConversationKey(Channels.Directline, named.ConversationId), wanted, time.GetUtcNow(), cancellationToken);
            return named;
        }

        if (cookie?.UserId is null)
        {
            return new DirectLineToken(DirectLineIds.New(), DirectLineIds.NewUser(), TokenParameters.NameOf(asked.User));
        }

        var isThere = await store.IsKnownAsync(new ConversationKey(Channels.Directline, cookie.ConversationId), cancellationToken);
        return isThere && !asked.StartAgain ? cookie : cookie with { ConversationId = DirectLineIds.New() };
    }

    private static async Task<bool> IsFreeAsync(string userId, IConversationStore store, CancellationToken cancellationToken) =>
        userId.StartsWith(DirectLineIds.UserPrefix, StringComparison.Ordinal)
        && userId.Length is > 3 and <= DirectLineLimits.NameLength
        && (await store.ListConversationsAsync(Channels.Directline, userId, cancellationToken)).Count is 0;

    /// <summary>The cookie is for this host's pages, and those it is configured for.</summary>
    public static void RequireOwnPage(HttpRequest request, DirectLineOptions options)
    {
        var origin = request.Headers[HeaderNames.Origin].ToString();
        var isOwn = origin is "" || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
        if (!isOwn && !options.CorsOrigins.Contains("*") && !options.CorsOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            throw DirectLineRefusal.Forbidden($"Pages of {origin} get no token here.");
        }
    }
}
