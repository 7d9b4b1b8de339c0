using System.Security.Cryptography;
using System.Text;
using ChannelBot.Core.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ChannelBot.Host.Page;

/// <summary>The page at /, and what it is made of under /page.</summary>
internal static class PageEndpoints
{
    private const int BytesOfNonce = 16;

    /// <summary>SHA-256 of nothing: Web Chat puts an empty style element in place before it fills it.</summary>
    private const string NoStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    public static IServiceCollection AddPage(this IServiceCollection services)
    {
        services.AddSingleton<PageFiles>();
        services.AddSingleton(provider =>
        {
            var files = provider.GetRequiredService<PageFiles>();
            return new ArticlePage(
                provider.GetRequiredService<KnowledgeFile>(), Encoding.UTF8.GetString(files.Find("page.html")!.Plain!), files.Version);
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
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(BytesOfNonce));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce);
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
        return TypedResults.Content(page.Write(nonce), "text/html; charset=utf-8");
    }

    private static Results<FileContentHttpResult, NotFound> ReadFile(string name, HttpContext context, PageFiles files)
    {
        if (name is "page.html" || files.Find(name) is not { } file)
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

    /// <summary>Scripts, styles, pictures and connections are this host's alone. Web Chat marks its styles with the nonce, and shows
    /// pictures that it made itself (data: and blob:).</summary>
    private static string Policy(string nonce) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' 'nonce-{nonce}' {NoStyle}",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
}
