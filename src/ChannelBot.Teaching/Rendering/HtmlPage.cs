using System.Net;
using System.Text;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A page that stands alone, light, and prints well: no script, nothing from elsewhere.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _body = new();

    public HtmlPage Add(string html)
    {
        _body.Append(html).Append('\n');
        return this;
    }

    /// <summary><c>Element("p", "a &lt; b")</c>: text in an element, made safe.</summary>
    public HtmlPage Element(string name, string text, string? cssClass = null) => Add(Of(name, text, cssClass));

    public static string Of(string name, string text, string? cssClass = null) =>
        $"<{name}{(cssClass is null ? "" : $" class=\"{cssClass}\"")}>{Safe(text)}</{name}>";

    public static string Safe(string text) => WebUtility.HtmlEncode(text);

    public string Write(string title) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light">
        <title>{Safe(title)}</title>
        <style>
        {string.Join('\n', TextLines.Of("page.css"))}
        </style>
        </head>
        <body>
        <main>
        <h1>{Safe(title)}</h1>
        {_body}</main>
        </body>
        </html>

        """;
}
