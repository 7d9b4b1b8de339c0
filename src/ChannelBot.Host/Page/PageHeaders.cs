using System.Security.Cryptography;

namespace ChannelBot.Host.Page;

/// <summary>What browsers are told with every page of this host: scripts, styles, pictures and connections are this host's alone.</summary>
internal static class PageHeaders
{
    public const string Html = "text/html; charset=utf-8";

    private const int BytesOfNonce = 16;

    /// <summary>SHA-256 of nothing: Web Chat puts an empty style element in place before it fills it.</summary>
    private const string NoStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    public static string NewNonce() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(BytesOfNonce));

    /// <param name="nonce">Marks the styles of a page with Web Chat, which also shows pictures that it made itself (data: and blob:); null for other pages.</param>
    public static void Set(HttpContext context, string? nonce = null)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce);
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
    }

    private static string Policy(string? nonce) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        nonce is null ? "style-src 'self'" : $"style-src 'self' 'nonce-{nonce}' {NoStyle}",
        nonce is null ? "img-src 'self'" : "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
}
