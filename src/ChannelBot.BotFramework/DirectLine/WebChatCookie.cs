using Microsoft.AspNetCore.Http;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>The cookie that brings a page back to its conversation. Scripts cannot read it, and browsers send it to addresses under its
/// page's own path alone, so that two pages of this host never share a conversation.</summary>
internal static class WebChatCookie
{
    private const string Name = "channelbot";

    public static void Set(HttpContext http, string path, DirectLineTokens tokens, DirectLineToken token) =>
        http.Response.Cookies.Append(Name, tokens.Write(TokenPurpose.Cookie, token), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = path,
            MaxAge = tokens.Lifetime(TokenPurpose.Cookie),
        });

    /// <summary>What the cookie says; null where it says nothing that holds any more.</summary>
    public static async Task<DirectLineToken?> ReadAsync(HttpRequest request, DirectLineTokens tokens)
    {
        try
        {
            return request.Cookies[Name] is { Length: > 0 } text ? await tokens.ReadAsync(TokenPurpose.Cookie, text) : null;
        }
        catch (DirectLineRefusal)
        {
            return null;
        }
    }
}
