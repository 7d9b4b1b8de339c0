using System.Globalization;
using System.Net;
using ChannelBot.Host.Page;
using ChannelBot.Teaching.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>The pages around sessions, each a file with a few words of its own put in.</summary>
internal sealed class SessionPages(PageFiles files, IOptions<SessionsOptions> options)
{
    /// <param name="name">The file.</param>
    /// <param name="root">From the page to the host's root: "" or "../".</param>
    /// <param name="words">What stands in place of <c>{{name}}</c>; it becomes text.</param>
    public ContentHttpResult Show(HttpContext context, string name, string root, int status = StatusCodes.Status200OK, params IEnumerable<(string Name, string Text)> words)
    {
        PageHeaders.Set(context);
        var page = files.Text(name)
            .Replace("{{root}}", root, StringComparison.Ordinal)
            .Replace("{{days}}", options.Value.RetentionDays.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        foreach (var (word, text) in words)
        {
            page = page.Replace($"{{{{{word}}}}}", WebUtility.HtmlEncode(text), StringComparison.Ordinal);
        }

        return TypedResults.Content(page, PageHeaders.Html, statusCode: status);
    }
}
