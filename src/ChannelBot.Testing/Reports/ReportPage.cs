using System.Net;
using System.Reflection;
using System.Text;

namespace ChannelBot.Testing.Reports;

/// <summary>A report as one web page that needs nothing else: no script, no font, no picture from elsewhere; light or dark as the reader has it.</summary>
public static class ReportPage
{
    private const string SharedStyles = "ChannelBot.Testing.Reports.page.css";

    /// <param name="styles">The report's own style sheet, a resource of <paramref name="assembly"/>.</param>
    /// <param name="body">HTML.</param>
    public static string Of(string title, Assembly assembly, string styles, StringBuilder body) =>
        new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>").Append(Text(title)).Append("</title>\n<style>\n")
            .Append(Read(typeof(ReportPage).Assembly, SharedStyles)).Append(Read(assembly, styles))
            .Append("</style>\n</head>\n<body>\n<main>\n").Append(body).Append("</main>\n</body>\n</html>\n").ToString();

    /// <summary>Words as HTML. What a page cannot hold is shown as a mark.</summary>
    public static string Text(string words) =>
        WebUtility.HtmlEncode(string.Concat(words.Select(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t') ? '\uFFFD' : letter)));

    /// <summary>Words of several lines.</summary>
    public static string Lines(string words) => Text(words).ReplaceLineEndings("<br>");

    private static string Read(Assembly assembly, string name)
    {
        using var resource = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
