namespace ChannelBot.Host.Sessions;

/// <summary>/sessions/{code}: the educator's board and what hangs on it. Who has not its cookie finds nothing at any of these addresses.</summary>
internal static class BoardEndpoints
{
    private const string Root = "../";

    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        var board = routes.MapGroup("/sessions/{code}").AddEndpointFilter(RequireKeyAsync);
        board.MapGet("", (HttpContext http, SessionPages pages) => pages.Show(http, "board.html", Root, words: ("title", Of(http).Now.Title)));
        board.MapGet("/events", Watch);
        board.MapGet("/qr.svg", ShowQrCode);
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

    private static IResult Watch(HttpContext http, JoinLinks links)
    {
        var live = Of(http);
        return SessionEventStream.Board(http, live, session => SessionDto.Of(session, live.Here, links.Of(session.Code)));
    }

    private static IResult ShowQrCode(HttpContext http, JoinLinks links) => links.Of(Of(http).Now.Code) is { } address
        ? TypedResults.Content(JoinLinks.QrCode(address), "image/svg+xml")
        : TypedResults.NotFound();
}
