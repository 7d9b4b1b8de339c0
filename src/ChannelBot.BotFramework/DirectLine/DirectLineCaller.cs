using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Who calls: the holder of a token, or of the secret.</summary>
/// <param name="Token">Null for the secret's holder.</param>
internal sealed record DirectLineCaller(DirectLineToken? Token)
{
    /// <summary>The conversation of the request's address.</summary>
    /// <exception cref="DirectLineRefusal">The token is for another one.</exception>
    public ConversationKey Conversation(HttpContext http)
    {
        var id = http.GetRouteValue("conversationId") as string ?? "";
        return Token is null || Token.ConversationId == id
            ? new ConversationKey(Channels.Directline, id)
            : throw DirectLineRefusal.Forbidden("The token is for another conversation.");
    }
}

/// <summary>Finds out who calls, from the Authorization header: <c>Bearer</c> with the secret or a token.</summary>
internal sealed class DirectLineCallers(DirectLineTokens tokens, IOptions<DirectLineOptions> options)
{
    /// <exception cref="DirectLineRefusal">Nobody, somebody unknown, or from a site that the token does not trust.</exception>
    public async Task<DirectLineCaller> OfAsync(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrEmpty(header.Parameter))
        {
            throw DirectLineRefusal.NotAuthorized("The request needs the header \"Authorization: Bearer\" with a token or the secret.");
        }

        if (IsSecret(header.Parameter))
        {
            return new DirectLineCaller(Token: null);
        }

        var token = await tokens.ReadAsync(TokenPurpose.Calls, header.Parameter);
        RequireTrusted(token, request);
        return new DirectLineCaller(token);
    }

    /// <exception cref="DirectLineRefusal">The request comes from a site that the token does not trust.</exception>
    public static void RequireTrusted(DirectLineToken token, HttpRequest request)
    {
        // Only browsers send it, and only there does it mean anything.
        if (request.Headers[HeaderNames.Origin].ToString() is { Length: > 0 } origin && !token.IsTrusted(origin))
        {
            throw DirectLineRefusal.Forbidden($"The token is not for use on {origin}.");
        }
    }

    private bool IsSecret(string text) =>
        options.Value.Secret is { Length: > 0 } secret
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(text)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
