using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChannelBot.Testing.Tests.Drivers;

/// <summary>A bot of somebody else's on 127.0.0.1, which has a trouble for some words and answers "fine" to others.</summary>
internal sealed class TroubledBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _connector = new();

    private TroubledBot(WebApplication app)
    {
        _app = app;
        _app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(_app.Urls.First() + "/api/messages");

    public static async Task<TroubledBot> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var bot = new TroubledBot(builder.Build());
        await bot._app.StartAsync();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        _connector.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var activity = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        switch ((string?)activity["text"])
        {
            case "fail":
                http.Response.StatusCode = 500;
                await http.Response.WriteAsync("""{"error":{"code":"Fault","message":"The database is away"}}""");
                break;
            case "refuse":
                http.Response.StatusCode = 401;
                break;
            case "babble":
                await http.Response.WriteAsync("<html>Welcome to nginx</html>");
                break;
            case "hang up":
                http.Abort();
                break;
            case "silence":
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case var words when (string?)activity["deliveryMode"] is "expectReplies":
                await http.Response.WriteAsync($$"""{"activities":[{{Reply(words is "strange record" ? """{"answer":{"outcome":7}}""" : "null")}}]}""");
                break;
            default:
                http.Response.StatusCode = 202;
                await http.Response.CompleteAsync();
                var (service, conversation) = ((string)activity["serviceUrl"]!, (string)activity["conversation"]!["id"]!);
                using (var body = new StringContent(Reply("null"), Encoding.UTF8, "application/json"))
                {
                    using var sent = await _connector.PostAsync(new Uri($"{service}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities"), body);
                }

                break;
        }
    }

    private static string Reply(string channelData) => $$"""{"type":"message","text":"fine","channelData":{{channelData}}}""";
}
