using ChannelBot.Host.Answering;
using ChannelBot.Teaching.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>/sessions: where an educator starts a session, or opens the board of one by its link.</summary>
internal static class StartEndpoints
{
    private const string Off = "Sessions are off: whoever runs this host sets Sessions__EducatorKey in its environment.";

    public static void MapStart(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sessions", ShowPage);
        routes.MapPost("/sessions", StartAsync);
        routes.MapPost("/sessions/{code}/open", OpenAsync);
    }

    private static ContentHttpResult ShowPage(HttpContext http, SessionPages pages, EducatorKey key) => pages.Show(http, key.IsOn ? "start.html" : "off.html", "");

    private static async Task<IResult> StartAsync(
        HttpContext http, LiveSessions sessions, EducatorKey key, BoardKeys keys, GuessLimits guesses, BoardAccess boards, JoinLinks links, Articles articles, IOptions<SessionsOptions> options)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, SessionViewsJson.Default.StartRequestDto);
        if (!key.IsOn)
        {
            return new Refused(StatusCodes.Status403Forbidden, "SessionsOff", Off);
        }

        var isRight = key.Is(asked.Key);
        guesses.RequireKey(GuessLimits.AddressOf(http), isRight);
        if (!isRight)
        {
            return new Refused(StatusCodes.Status403Forbidden, "WrongKey", "That is not the educator key. Whoever runs this host has it.");
        }

        var live = await sessions.OpenAsync(SessionText.Title(asked.Title), articles.Own.Id, asked.Release, starter: null);
        var code = live.Now.Code;
        boards.Grant(http, live.Now, TimeSpan.FromDays(options.Value.RetentionDays));
        return TypedResults.Json(
            new StartedDto(code, $"/sessions/{code}", keys.LinkOf(code), links.Of(code)?.AbsoluteUri), SessionViewsJson.Default.StartedDto);
    }

    /// <summary>Takes the key of a board's link, and leaves it in a cookie. A wrong key finds what an unknown address finds.</summary>
    private static async Task<IResult> OpenAsync(
        HttpContext http, string code, LiveSessions sessions, BoardKeys keys, GuessLimits guesses, BoardAccess boards, IOptions<SessionsOptions> options)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, SessionViewsJson.Default.BoardKeyDto);
        var isRight = keys.Is(code, asked.Key);
        guesses.RequireKey(GuessLimits.AddressOf(http), isRight);
        if (!isRight || await sessions.FindAsync(code) is not { } live)
        {
            return TypedResults.NotFound();
        }

        boards.Grant(http, live.Now, TimeSpan.FromDays(options.Value.RetentionDays));
        return TypedResults.NoContent();
    }
}
