using System.Text;
using ChannelBot.Host.Answering;
using ChannelBot.Host.Page;
using ChannelBot.Teaching.Charts;
using ChannelBot.Teaching.Sessions.Exports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChannelBot.Host.Sessions;

/// <summary>/sessions/{code}: the educator's board and what hangs on it. Who has not its cookie finds nothing at any of these addresses.</summary>
internal static class BoardEndpoints
{
    private const string Svg = "image/svg+xml";

    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        var board = routes.MapGroup("/sessions/{code}").AddEndpointFilter(RequireKeyAsync);
        board.MapGet("", (HttpContext http, SessionPages pages) => pages.Show(http, "board.html", "../", words: ("title", Of(http).Now.Title)));
        board.MapGet("/events", Watch);
        board.MapGet("/qr.svg", ShowQrCode);
        board.MapPost("/questions", ActOnQuestionsAsync);
        board.MapPost("/state", (Delegate)ActOnSessionAsync);
        board.MapPost("/quiz", ActOnQuizAsync);
        board.MapGet("/quiz/choices", (HttpContext http, Articles articles) => TypedResults.Json(
            articles.Find(Of(http).Now.Article) is { } article ? SessionQuizzes.Choices(article) : [], SessionViewsJson.Default.QuizChoiceDtoArray));

        board.MapGet("/projector", (HttpContext http, SessionPages pages) => pages.Show(http, "projector.html", "../../", words: ("title", Of(http).Now.Title)));
        board.MapGet("/projector/events", WatchProjector);
        board.MapGet("/charts/{number:int}.svg", ShowChart);

        board.MapGet("/export.md", (HttpContext http) => Download(http, SessionMarkdown.Of(Of(http).Now), "text/markdown", "md"));
        board.MapGet("/export.csv", (HttpContext http) => Download(http, "\uFEFF" + SessionCsv.Of(Of(http).Now), "text/csv", "csv"));
        board.MapGet("/export.html", ShowExport);
        board.MapGet("/export.transcript", (HttpContext http, Articles articles) => articles.Find(Of(http).Now.Article) is { } article
            ? Download(http, SessionTranscript.Of(Of(http).Now, article), "application/json", "transcript")
            : Results.NotFound());
    }

    private static LiveSession Of(HttpContext http) => (LiveSession)http.Items[nameof(LiveSession)]!;

    private static async ValueTask<object?> RequireKeyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<BoardAccess>().FindAsync(http, (string?)http.GetRouteValue("code") ?? "") is not { } live)
        {
            return TypedResults.NotFound();
        }

        http.Items[nameof(LiveSession)] = live;
        return await next(context);
    }

    private static IResult Watch(HttpContext http, JoinLinks links, BoardKeys keys, Articles articles)
    {
        var live = Of(http);
        return SessionEventStream.Board(http, live, session => SessionDto.Of(session, live.Here, links.Of(session.Code), keys.PhraseOf(session.Code), SessionQuizzes.View(session, articles.Find(session.Article))));
    }

    private static IResult WatchProjector(HttpContext http, JoinLinks links, Articles articles) => SessionEventStream.Of(
        http, Of(http), session => ProjectorDto.Of(session, links.Of(session.Code), SessionQuizzes.Scores(session, articles.Find(session.Article))), SessionViewsJson.Default.ProjectorDto);

    private static IResult ShowQrCode(HttpContext http, JoinLinks links) => links.Of(Of(http).Now.Code) is { } address
        ? TypedResults.Content(JoinLinks.QrCode(address), Svg)
        : TypedResults.NotFound();

    private static IResult ShowChart(HttpContext http, int number) => Of(http).Now.Find(number)?.Answer.Chart is { } chart
        ? TypedResults.Content(ChartSvg.Of(chart), Svg)
        : TypedResults.NotFound();

    private static async Task<NoContent> ActOnQuestionsAsync(HttpContext http, SessionActions actions)
    {
        await actions.CarryOutAsync(Of(http), await SessionRequests.ReadAsync(http.Request, SessionViewsJson.Default.QuestionActionDto));
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound>> ActOnQuizAsync(HttpContext http, Articles articles)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, SessionViewsJson.Default.QuizActionDto);
        if (articles.Find(Of(http).Now.Article) is not { } article)
        {
            return TypedResults.NotFound();
        }

        await SessionQuizzes.CarryOutAsync(Of(http), asked, article);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ActOnSessionAsync(HttpContext http)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, SessionViewsJson.Default.SessionActionDto);
        await SessionActions.CarryOutAsync(Of(http), asked.Do);
        return TypedResults.NoContent();
    }

    private static FileContentHttpResult Download(HttpContext http, string text, string type, string ending) => Download(http, Encoding.UTF8.GetBytes(text), type, ending);

    private static FileContentHttpResult Download(HttpContext http, byte[] content, string type, string ending)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(content, $"{type}; charset=utf-8", $"session-{Of(http).Now.Code}.{ending}");
    }

    /// <summary>To print: it holds its own styles, and can do nothing else.</summary>
    private static ContentHttpResult ShowExport(HttpContext http)
    {
        PageHeaders.Set(http);
        http.Response.Headers.ContentSecurityPolicy = "sandbox allow-modals; default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.Content(SessionHtml.Of(Of(http).Now), PageHeaders.Html);
    }
}
