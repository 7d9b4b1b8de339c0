using System.Collections.Concurrent;
using System.Globalization;
using ChannelBot.BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChannelBot.Testing.Drivers;

/// <summary>A channel's side of the protocol, on this machine alone: takes what bots send, and gives it ids.</summary>
/// <remarks>Source: botframework-channel.json; protocol checklist section 3.</remarks>
internal sealed class LocalConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ReplyInbox> _inboxes = new(StringComparer.Ordinal);
    private readonly TimeSpan _pause;
    private readonly TimeProvider _time;
    private int _lastId;

    private LocalConnector(TimeSpan pause, TimeProvider time)
    {
        _pause = pause;
        _time = time;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.First();

    public static async Task<LocalConnector> StartAsync(TimeSpan pause, TimeProvider time)
    {
        var connector = new LocalConnector(pause, time);
        await connector._app.StartAsync();
        return connector;
    }

    public ReplyInbox Open(string conversationId) => _inboxes[conversationId] = new ReplyInbox(_pause, _time);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>v3/conversations/{id}/activities[/{activity}], v3/conversations/{id}/members.</summary>
    private async Task AnswerAsync(HttpContext http)
    {
        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["v3", "conversations", var conversation, var what, .. var rest] || !_inboxes.TryGetValue(Uri.UnescapeDataString(conversation), out var inbox))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        switch (http.Request.Method, what)
        {
            case ("POST", "activities"):
                await TakeAsync(http, inbox, null);
                return;
            case ("PUT", "activities") when rest is [var id]:
                await TakeAsync(http, inbox, id);
                return;
            case ("DELETE", "activities") when rest is [var id]:
                inbox.Add(new Activity(ActivityTypes.MessageDelete) { Id = id });
                return;
            case ("GET", _):
                await WriteAsync(http, "[]");
                return;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
        }
    }

    private async Task TakeAsync(HttpContext http, ReplyInbox inbox, string? changed)
    {
        try
        {
            var activity = await ActivityParser.ReadWithoutConversationAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            activity.Type = changed is null ? activity.Type : ActivityTypes.MessageUpdate;
            activity.Id = changed ?? string.Create(CultureInfo.InvariantCulture, $"sent{Interlocked.Increment(ref _lastId)}");
            inbox.Add(activity);
            http.Response.StatusCode = changed is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            await WriteAsync(http, $$"""{"id":"{{activity.Id}}"}""");
        }
        catch (BadActivityException bad)
        {
            inbox.Fail(new BotDriverException($"The bot sent what is no activity: {bad.Message}", bad));
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static Task WriteAsync(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }
}
