using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Sessions;
using ChannelBot.Host.Answering;
using ChannelBot.Host.Page;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>/join: where learners come in with a code and a name of their choice, and ask.</summary>
internal static class JoinEndpoints
{
    private const string Unknown = "There is no session with this code. Codes have six letters and digits, such as CDF-346.";
    private const string Over = "This session has ended.";

    public static void MapJoin(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/join", (HttpContext http, SessionPages pages) => pages.Show(http, "code.html", "", words: ("message", "")));
        routes.MapGet("/join/{code}", ShowAsync);
        routes.MapPost("/join/{code}", JoinAsync);
        routes.MapPost("/join/{code}/token", GrantAsync);
        routes.MapGuestTranscript("/join/{code}/transcript");
        routes.MapGet("/join/{code}/events", WatchAsync);
        routes.MapGet("/privacy", (HttpContext http, SessionPages pages) => pages.Show(http, "privacy.html", ""));
    }

    /// <summary>Who has joined gets the chat beside the session's article, everybody else the way in.</summary>
    private static async Task<IResult> ShowAsync(
        HttpContext http, string code, LiveSessions sessions, WebChatGuests guests, SessionPages pages, PageFiles files, Articles articles, GuessLimits guesses)
    {
        if (await FindAsync(http, code, sessions, guesses) is not { } live)
        {
            return pages.Show(http, "code.html", "../", StatusCodes.Status404NotFound, ("message", Unknown));
        }

        if (await guests.FindAsync(http.Request) is { } user && IsIn(live, user) && articles.Find(live.Now.Article) is { } article)
        {
            return new ArticlePage(article.Knowledge, files.Text("page.html"), new ArticlePlace("../", live.Now.Code, live.Now.Code)).Show(http);
        }

        return live.Now.State is SessionState.Closed
            ? pages.Show(http, "code.html", "../", StatusCodes.Status410Gone, ("message", Over))
            : pages.Show(http, "join.html", "../", words: [("title", live.Now.Title), ("code", live.Now.Code)]);
    }

    private static async Task<IResult> JoinAsync(HttpContext http, string code, LiveSessions sessions, WebChatGuests guests, GuessLimits guesses)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, SessionViewsJson.Default.JoinRequestDto);
        if (await FindAsync(http, code, sessions, guesses) is not { } live)
        {
            return new Refused(StatusCodes.Status404NotFound, "NoSession", Unknown);
        }

        if (live.Now.State is SessionState.Closed)
        {
            return new Refused(StatusCodes.Status410Gone, "SessionOver", Over);
        }

        var name = DisplayName.Read(asked.Name);
        guesses.RequireRoom(GuessLimits.AddressOf(http));
        var path = PathOf(live);
        var user = WebChatGuests.NewId();
        name = await sessions.JoinAsync(live, new SessionPerson(Channels.Directline, user), name);
        guests.LetIn(http, path, user, name);
        return TypedResults.Json(new JoinedDto(name), SessionViewsJson.Default.JoinedDto);
    }

    private static async Task<IResult> GrantAsync(HttpContext http, string code, LiveSessions sessions, WebChatGuests guests, GuessLimits guesses) =>
        await FindAsync(http, code, sessions, guesses) is { } live
            ? await guests.GrantAsync(http, PathOf(live))
            : new Refused(StatusCodes.Status404NotFound, "NoSession", Unknown);

    private static async Task<IResult> WatchAsync(HttpContext http, string code, LiveSessions sessions, WebChatGuests guests, GuessLimits guesses, Articles articles)
    {
        if (await FindAsync(http, code, sessions, guesses) is not { } live || await guests.FindAsync(http.Request) is not { } user || !IsIn(live, user))
        {
            return TypedResults.NotFound();
        }

        var person = new SessionPerson(Channels.Directline, user);
        http.Response.RegisterForDispose(live.Enter(person));
        return SessionEventStream.Of(http, live, session => LearnerDto.Of(session, person, SessionQuizzes.Scores(session, articles.Find(session.Article))), SessionViewsJson.Default.LearnerDto);
    }

    private static async Task<LiveSession?> FindAsync(HttpContext http, string code, LiveSessions sessions, GuessLimits guesses)
    {
        var live = JoinCode.Read(code) is { } read ? await sessions.FindAsync(read) : null;
        guesses.RequireCode(GuessLimits.AddressOf(http), isRight: live is not null);
        return live;
    }

    private static bool IsIn(LiveSession live, string user) => live.Now.People.ContainsKey(new SessionPerson(Channels.Directline, user));

    private static string PathOf(LiveSession live) => $"/join/{live.Now.Code}";
}
