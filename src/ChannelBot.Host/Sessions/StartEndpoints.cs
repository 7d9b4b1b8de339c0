using ChannelBot.Host.Answering;
using ChannelBot.Host.Library;
using ChannelBot.Teaching.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>/sessions: where an educator starts a session, or opens the board of one by its link.</summary>
internal static class StartEndpoints
{
    public static void MapStart(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sessions", ShowPage);
        routes.MapPost("/sessions", StartAsync);
        routes.MapPost("/sessions/{code}/open", OpenAsync);
    }

    private static ContentHttpResult ShowPage(HttpContext http, SessionPages pages, EducatorKey key) => pages.Show(http, key.IsOn ? "start.html" : "off.html", "");

    private static async Task<IResult> StartAsync(
        HttpContext http, LiveSessions sessions, EducatorGate gate, BoardKeys keys, BoardAccess boards, JoinLinks links, Articles articles, ArticleLibrary library, IOptions<SessionsOptions> options)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, SessionViewsJson.Default.StartRequestDto);
        if (gate.Refuse(http, asked.Key) is { } refused)
        {
            return refused;
        }

        if (articles.Find(asked.Article ?? articles.Own.Id) is not { } article)
        {
            return new Refused(StatusCodes.Status404NotFound, "NotFound", "There is no such article here, or not any more.");
        }

        var live = await sessions.OpenAsync(SessionText.Title(asked.Title), article.Id, asked.Release, starter: null);
        await library.UseAsync(article.Id);
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
