using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.Host.Tests.Messages;

/// <summary>A channel on this machine: its connector notes what the bot sends.</summary>
internal sealed class Channel : IAsyncDisposable
{
    private readonly Channel<JsonNode> _received = System.Threading.Channels.Channel.CreateUnbounded<JsonNode>();
    private readonly WebApplication _app;

    private Channel(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/";

    public static async Task<Channel> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var channel = new Channel(app);
        app.Run(channel.TakeAsync);
        await app.StartAsync();
        return channel;
    }

    /// <summary>The next activity that the bot sends.</summary>
    public async Task<JsonNode> NextAsync() => await _received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Whether anything was sent that nobody has asked for.</summary>
    public bool HasMore => _received.Reader.TryPeek(out _);

    /// <summary>A message as this channel sends it.</summary>
    public string Message(string id, string text, string conversation = "talk", string? deliveryMode = null, string type = "message", string user = "user") => new JsonObject
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "emulator",
        ["serviceUrl"] = Url,
        ["from"] = new JsonObject { ["id"] = user },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["text"] = text,
        ["deliveryMode"] = deliveryMode,
    }.ToJsonString();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var activity = await JsonNode.ParseAsync(context.Request.Body);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"given"}""");

        // Typing comes or does not, as fast as the machine is.
        if ((string?)activity!["type"] is not "typing")
        {
            _received.Writer.TryWrite(activity);
        }
    }
}
