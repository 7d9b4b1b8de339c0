using System.Runtime.CompilerServices;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.Cli.Settings;

namespace ChannelBot.Cli.Doctor;

/// <summary>How the world reaches the host, for absolute links; whether it does, where the network may be used.</summary>
internal sealed class PublicUrlCheck(ProgramSettings settings, HttpClient? http) : ICheck
{
    private const string Setting = "Host:PublicUrl";

    public string Name => "public address";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (settings.Problems(PublicHostOptions.Section, typeof(PublicHostOptions), out var options).Count > 0)
        {
            yield break;
        }

        if (((PublicHostOptions)options!).PublicUrl is not { } url)
        {
            var isRegistered = settings.Values[$"{BotOptions.Section}:{nameof(BotOptions.AppId)}"] is { Length: > 0 };
            yield return isRegistered
                ? Finding.Note(Name, $"{Setting} is not set: citations in Teams have no link.", $"Set {Setting} to the address of the page, such as https://bot.example.org.")
                : Finding.Ok(Name, $"{Setting} is not set: links follow the address by which the page was asked for.");
            yield break;
        }

        if (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)
        {
            yield return Finding.Note(Name, $"{Setting} {url} is not https.", "Teams wants https, and browsers keep the page's cookie to it: put a proxy with a certificate in front.");
        }

        if (http is null)
        {
            yield return Finding.Ok(Name, $"{Setting} is {url}; not called.");
            yield break;
        }

        yield return await CallAsync(new Uri(url, "/healthz"), http, cancellationToken);
    }

    private async Task<Finding> CallAsync(Uri address, HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(address, cancellationToken);
            return response.IsSuccessStatusCode
                ? Finding.Ok(Name, $"{address} answers {(int)response.StatusCode}.")
                : Finding.Note(Name, $"{address} answers {(int)response.StatusCode}.", "Start the host, or have the proxy pass requests to it.");
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Finding.Note(Name, $"{address} cannot be reached: {problem.Message}", "Start the host, and see that the name and the port lead to it.");
        }
    }
}
