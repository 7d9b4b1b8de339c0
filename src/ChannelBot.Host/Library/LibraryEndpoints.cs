using System.Globalization;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.Core.Articles;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Sessions;
using ChannelBot.Storage;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Library;

/// <summary>/articles: where an educator brings a text, sees what was found in it, corrects that, and starts a session on it. Each request has the educator key.</summary>
internal static class LibraryEndpoints
{
    /// <summary>A character takes four bytes at most, and some more for the rest.</summary>
    private const int BytesPerCharacter = 4;

    private const int BytesBesides = 64 * 1024;

    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddSettings<ArticlesOptions>(ArticlesOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<SqliteConversationStore>().Articles);
        services.AddSingleton<ArticleLibrary>();
        return services;
    }

    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("/articles");
        articles.MapGet("", (HttpContext http, SessionPages pages, EducatorKey key, ArticleLibrary library) => pages.Show(
            http, key.IsOn ? "articles.html" : "off.html", "", words: ("most", library.MostCharacters.ToString(CultureInfo.InvariantCulture))));
        articles.MapPost("", BringAsync);
        articles.MapPost("/{id}", OpenAsync);
        articles.MapPost("/{id}/corrections", CorrectAsync);
        articles.MapPost("/{id}/delete", DeleteAsync);
    }

    private static async Task<IResult> BringAsync(HttpContext http, ArticleLibrary library, EducatorGate gate)
    {
        BringDto asked;
        try
        {
            asked = await SessionRequests.ReadAsync(http.Request, LibraryViewsJson.Default.BringDto, (library.MostCharacters * BytesPerCharacter) + BytesBesides);
        }
        catch (BadHttpRequestException large) when (large.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return new Refused(large.StatusCode, "TooLarge", string.Create(CultureInfo.InvariantCulture, $"The text is too long: {library.MostCharacters:N0} characters are the most."));
        }

        return gate.Refuse(http, asked.Key) ?? Reviewed(await library.BringAsync(asked.Text, http.RequestAborted));
    }

    private static async Task<IResult> OpenAsync(HttpContext http, string id, ArticleLibrary library, EducatorGate gate)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, LibraryViewsJson.Default.KeyDto);
        return gate.Refuse(http, asked.Key) ?? Reviewed(await library.ReadAsync(id, http.RequestAborted));
    }

    private static async Task<IResult> CorrectAsync(HttpContext http, string id, ArticleLibrary library, EducatorGate gate)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, LibraryViewsJson.Default.CorrectionDto);
        return gate.Refuse(http, asked.Key) ?? Reviewed(await library.CorrectAsync(id, asked.ToCorrection(), http.RequestAborted));
    }

    private static async Task<IResult> DeleteAsync(HttpContext http, string id, ArticleLibrary library, LiveSessions sessions, EducatorGate gate)
    {
        var asked = await SessionRequests.ReadAsync(http.Request, LibraryViewsJson.Default.KeyDto);
        if (gate.Refuse(http, asked.Key) is { } refused)
        {
            return refused;
        }

        if (sessions.HaveArticle(id))
        {
            return new Refused(StatusCodes.Status409Conflict, "InUse", "A session is about this article. It goes with the session, when that is deleted.");
        }

        await library.DeleteAsync(id, http.RequestAborted);
        return TypedResults.NoContent();
    }

    private static IResult Reviewed((StoredArticle Article, KnowledgeFile Knowledge)? found) => found is var (article, knowledge)
        ? TypedResults.Json(ReviewDto.Of(article, knowledge), LibraryViewsJson.Default.ReviewDto)
        : new Refused(StatusCodes.Status404NotFound, "NotFound", "There is no such article here, or not any more.");
}
