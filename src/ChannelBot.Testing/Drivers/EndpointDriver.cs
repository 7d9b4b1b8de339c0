using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ChannelBot.Testing.Drivers;

/// <summary>How a bot at an endpoint is to send its answers.</summary>
public enum ReplyDelivery
{
    /// <summary>In the response, where the bot knows that delivery mode.</summary>
    ExpectReplies,

    /// <summary>To a connector, as on a real channel: one is opened on 127.0.0.1.</summary>
    Connector,
}

/// <summary>Talks to any bot at its messages endpoint, as a channel does.</summary>
/// <remarks>Source: Activity specification, "Delivery mode"; botframework-channel.json.</remarks>
public sealed class EndpointDriver : IBotDriver
{
    private readonly Uri _endpoint;
    private readonly string _channelId;
    private readonly TimeProvider _time;
    private readonly BotHttp _http = new();
    private readonly Lazy<Task<LocalConnector>>? _connector;

    /// <param name="endpoint">Usually ends in /api/messages.</param>
    /// <param name="channelId">The channel that the bot is to believe itself on, where a script names none.</param>
    /// <param name="pause">How long a bot may pause within one answer, where it answers to a connector.</param>
    public EndpointDriver(
        Uri endpoint, ReplyDelivery delivery = ReplyDelivery.ExpectReplies, string channelId = Channels.Emulator, TimeSpan? pause = null, TimeProvider? time = null)
    {
        _endpoint = endpoint;
        _channelId = channelId;
        _time = time ?? TimeProvider.System;
        _connector = delivery is ReplyDelivery.Connector
            ? new Lazy<Task<LocalConnector>>(() => LocalConnector.StartAsync(pause ?? TimeSpan.FromMilliseconds(300), _time))
            : null;
    }

    public string Name => BotHttp.Short(_endpoint);

    public async Task<IBotConversation> StartAsync(ScriptHeader header, CancellationToken cancellationToken = default)
    {
        var id = Guid.NewGuid().ToString("N");
        var connector = _connector is null ? null : await _connector.Value;
        var speakers = new Speakers(header, _channelId, id, connector?.Address ?? "http://127.0.0.1", _time);
        return new Conversation(this, speakers, connector?.Open(id));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_connector is { IsValueCreated: true })
        {
            await (await _connector.Value).DisposeAsync();
        }
    }

    private sealed class Conversation(EndpointDriver driver, Speakers speakers, ReplyInbox? inbox) : IBotConversation
    {
        public async Task<TurnObservation> SendAsync(Activity activity, int awaited, CancellationToken cancellationToken = default)
        {
            var started = Stopwatch.GetTimestamp();
            var sent = speakers.Address(activity);
            sent.DeliveryMode = inbox is null ? DeliveryModes.ExpectReplies : null;
            inbox?.Take();
            var body = JsonSerializer.SerializeToUtf8Bytes(sent, ProtocolJson.Wire.Activity);
            var answer = await driver._http.SendAsync(HttpMethod.Post, driver._endpoint, token: null, body, cancellationToken);
            var replies = inbox is null
                ? Replies(answer)
                : await inbox.CollectAsync(reply => reply.ReplyToId is null || reply.ReplyToId == sent.Id, awaited, cancellationToken);
            return new TurnObservation { Sent = sent, Replies = replies, Answer = ReplyRecord.In(replies), Elapsed = Stopwatch.GetElapsedTime(started) };
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        /// <summary>A bot that knows no expectReplies answers with an empty body: then it sent its answer elsewhere.</summary>
        private IReadOnlyList<Activity> Replies(byte[] answer) =>
            answer.Length is 0 ? [] : BotHttp.ReadActivities(driver._endpoint, BotHttp.ReadObject(driver._endpoint, answer));
    }
}
