using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>Who may see a session's board: whose browser has the board's key in a cookie. To all others there is no such address.</summary>
internal sealed class BoardAccess(LiveSessions sessions, BoardKeys keys)
{
    private const string CookieName = "channelbot-board";

    /// <summary>The session of the request's address.</summary>
    /// <returns>Null where there is none, or the caller may not know.</returns>
    public async Task<LiveSession?> FindAsync(HttpContext http, string code) =>
        JoinCode.Read(code) == code && keys.Is(code, http.Request.Cookies[CookieName]) ? await sessions.FindAsync(code) : null;

    /// <summary>Gives the caller's browser the key: only to this board's addresses is it sent, and no script reads it.</summary>
    public void Grant(HttpContext http, Session session, TimeSpan lifetime) => http.Response.Cookies.Append(CookieName, keys.Of(session.Code), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = $"/sessions/{session.Code}",
        MaxAge = lifetime,
    });
}
