using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.Models.Tests.Streaming;

/// <summary>A refusal, as the connector of Teams writes it.</summary>
internal sealed record Refusal(int Status, string Code, string Message);

/// <summary>Teams on 127.0.0.1: its connector, with the rules that it has for streams. What breaks them is complained of.</summary>
/// <remarks>Source: Microsoft Teams, "Stream bot messages"; protocol checklist 5.4.</remarks>
internal sealed class TeamsChannel : IAsyncDisposable
{
    public const string StreamId = "stream-1";

    /// <summary>A second between two requests, less what they may be late or early by on their way.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(900);

    private readonly WebApplication _app;
    private readonly Func<JsonNode, Refusal?> _refuse;
    private readonly System.Threading.Channels.Channel<JsonNode> _messages = System.Threading.Channels.Channel.CreateUnbounded<JsonNode>();
    private readonly TaskCompletionSource[] _updates = [.. Enumerable.Range(0, 9).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
    private int _sequence;
    private int _seen;
    private bool _isOpen;
    private long _last;

    private TeamsChannel(WebApplication app, Func<JsonNode, Refusal?> refuse) => (_app, _refuse) = (app, refuse);

    /// <summary>Texts of the updates that were shown.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    /// <summary>How often plain typing came.</summary>
    public int Typing { get; private set; }

    public ConcurrentQueue<string> Complaints { get; } = new();

    private string Url => _app.Urls.First() + "/";

    /// <param name="refuse">What becomes of an activity; null where it is taken.</param>
    public static async Task<TeamsChannel> StartAsync(Func<JsonNode, Refusal?>? refuse = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var channel = new TeamsChannel(app, refuse ?? (_ => null));
        app.Run(channel.TakeAsync);
        await app.StartAsync();
        return channel;
    }

    /// <summary>Ends when so many updates have arrived, refused ones too.</summary>
    public Task UpdatedAsync(int count) => _updates[count - 1].Task;

    /// <summary>The next message that the user sees.</summary>
    public async Task<JsonNode> MessageAsync() => await _messages.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public bool HasMore => _messages.Reader.TryPeek(out _);

    /// <summary>A user's message.</summary>
    public string Says(string id, string text, string type = "personal", string? deliveryMode = null) => new JsonObject
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = Url,
        ["from"] = new JsonObject { ["id"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = "talk", ["conversationType"] = type },
        ["text"] = text,
        ["deliveryMode"] = deliveryMode,
    }.ToJsonString();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!;
        var info = activity["entities"]?.AsArray().FirstOrDefault(entity => (string?)entity!["type"] is "streaminfo");
        var isUpdate = (string?)activity["type"] is "typing" && info is not null;
        var refusal = _refuse(activity);
        if (refusal is null)
        {
            Check(activity, info);
        }

        var (status, body) = refusal is not null ? (refusal.Status, new JsonObject { ["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message } })
            : isUpdate && _isOpen ? (202, new JsonObject())
            : (201, new JsonObject { ["id"] = isUpdate ? StreamId : "given" });
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString());
        Note(activity, info, isUpdate, refusal is not null);
    }

    private void Note(JsonNode activity, JsonNode? info, bool isUpdate, bool isRefused)
    {
        if (isUpdate)
        {
            _isOpen |= !isRefused;
            if (!isRefused)
            {
                Shown.Enqueue((string)activity["text"]!);
            }

            _updates[_seen++].TrySetResult();
            return;
        }

        if ((string?)activity["type"] is "typing")
        {
            Typing++;
            return;
        }

        if (!isRefused)
        {
            _isOpen &= info is null;
            _messages.Writer.TryWrite(activity);
        }
    }

    private void Check(JsonNode activity, JsonNode? info)
    {
        Need(info is null || !string.IsNullOrEmpty((string?)activity["text"]), "a part of a stream needs a text");
        if (info is null)
        {
            Need((string?)activity["type"] is not "typing" || !_isOpen, "typing beside a stream");
            return;
        }

        Need(info["streamId"] is null == !_isOpen, "every part but the first names the stream");
        Need(!_isOpen || (string?)info["streamId"] == StreamId, "the stream is not this one");
        if ((string?)activity["type"] is "message")
        {
            Need((string?)info["streamType"] is "final" && info["streamSequence"] is null, "the end has no sequence");
            return;
        }

        Need(activity["attachments"] is null && activity["suggestedActions"] is null, "cards come with the end");
        Need((int?)info["streamSequence"] == _sequence + 1, "the sequence does not grow by one");
        Need(_last is 0 || Stopwatch.GetElapsedTime(_last) >= LeastPause, "more than one a second");
        _sequence++;
        _last = Stopwatch.GetTimestamp();
    }

    private void Need(bool holds, string complaint)
    {
        if (!holds)
        {
            Complaints.Enqueue(complaint);
        }
    }
}
