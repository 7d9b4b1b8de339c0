using ChannelBot.Core.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ChannelBot.Host.Page;

/// <summary>The page at /, and what it is made of under /page.</summary>
internal static class PageEndpoints
{
    public static IServiceCollection AddPage(this IServiceCollection services)
    {
        services.AddSingleton<PageFiles>();
        services.AddSingleton(provider =>
        {
            return new ArticlePage(provider.GetRequiredService<KnowledgeFile>(), provider.GetRequiredService<PageFiles>().Text("page.html"), ArticlePlace.Front);
        });
        return services;
    }

    public static void MapPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ReadPage);
        routes.MapGet("/page/{name}", ReadFile);
    }

    private static ContentHttpResult ReadPage(HttpContext context, ArticlePage page)
    {
        return page.Show(context);
    }

    private static Results<FileContentHttpResult, NotFound> ReadFile(string name, HttpContext context, PageFiles files)
    {
        if (name.EndsWith(".html", StringComparison.Ordinal) || files.Find(name) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var (body, encoding) = file.For(context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = context.Request.Query["v"] == files.Version ? "public, max-age=31536000, immutable" : "no-cache";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return TypedResults.Bytes(body, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{files.Version}{encoding}\""));
    }
}
