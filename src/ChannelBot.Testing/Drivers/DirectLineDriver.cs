using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ChannelBot.Testing.Drivers;

/// <summary>How answers are fetched from a Direct Line service.</summary>
public enum DirectLineReading
{
    /// <summary>Over a WebSocket where the service offers one, else by asking again and again.</summary>
    WebSocket,

    Polling,
}

/// <summary>Talks to a bot through any Direct Line 3.0 service, as a web chat does.</summary>
/// <remarks>Source: directline-3.0.json; protocol checklist section 6. The service announces the user by itself: what the bot says to that
/// is the answer to a script's first conversationUpdate.</remarks>
public sealed class DirectLineDriver : IBotDriver
{
    private static readonly TimeSpan s_usualPause = TimeSpan.FromMilliseconds(300);

    private readonly Uri _service;
    private readonly string? _secret;
    private readonly DirectLineReading _reading;
    private readonly TimeSpan _pause;
    private readonly TimeProvider _time;
    private readonly BotHttp _http = new();

    /// <param name="service">With or without /v3/directline at the end.</param>
    /// <param name="secret">The service's secret, or a token for one conversation; null where it wants none.</param>
    /// <param name="pause">How long a bot may pause within one answer.</param>
    public DirectLineDriver(
        Uri service, string? secret, DirectLineReading reading = DirectLineReading.WebSocket, TimeSpan? pause = null, TimeProvider? time = null)
    {
        var address = service.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _service = new Uri(address.EndsWith("/directline", StringComparison.OrdinalIgnoreCase) ? address : address + "/v3/directline");
        _secret = secret;
        _reading = reading;
        _pause = pause ?? s_usualPause;
        _time = time ?? TimeProvider.System;
    }

    public string Name => _service.AbsoluteUri;

    public string? WhyNot(ScriptHeader header) =>
        header.Users.Count > 1 ? "for several users, and a Direct Line conversation has one; hold it in process or at the bot's endpoint"
        : header is { ChannelId: null or Channels.Directline or Channels.Webchat } or { IsForAnyChannel: true } ? null
        : $"for the channel '{header.ChannelId}', and a Direct Line service is '{Channels.Directline}'; hold it in process or at the bot's endpoint";

    public async Task<IBotConversation> StartAsync(ScriptHeader header, CancellationToken cancellationToken = default)
    {
        // Ids of this form are what a service takes from a token, and nobody guesses (protocol checklist section 6).
        var user = new ChannelAccount($"dl_{Guid.NewGuid():N}", header.Users[0], "user");
        var address = At("/conversations");
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["user"] = JsonSerializer.SerializeToNode(user, ProtocolJson.Wire.ChannelAccount) }, ProtocolJson.Wire.JsonObject);
        var started = BotHttp.ReadObject(address, await _http.SendAsync(HttpMethod.Post, address, _secret, body, cancellationToken));
        var id = BotHttp.Text(started, "conversationId")
            ?? throw new BotDriverException($"{BotHttp.Short(address)} started a conversation without an id.");
        var conversation = new Conversation(this, id, BotHttp.Text(started, "token") ?? _secret, user, new ReplyInbox(_pause, _time));
        await conversation.OpenAsync(_reading is DirectLineReading.WebSocket ? BotHttp.Text(started, "streamUrl") : null, cancellationToken);
        return conversation;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private Uri At(string path) => new(_service.AbsoluteUri + path);

    private sealed class Conversation(DirectLineDriver driver, string id, string? token, ChannelAccount user, ReplyInbox inbox) : IBotConversation
    {
        private readonly CancellationTokenSource _ended = new();
        private bool _isGreeted;
        private Task _reading = Task.CompletedTask;

        /// <summary>Begins to listen.</summary>
        public async Task OpenAsync(string? stream, CancellationToken cancellationToken)
        {
            var reader = new DirectLineReader(driver._http, driver.At($"/conversations/{Uri.EscapeDataString(id)}/activities"), token, Take, driver._time);
            _reading = TellAsync(stream is null ? reader.PollAsync(_ended.Token) : await reader.StreamAsync(new Uri(stream), cancellationToken, _ended.Token));

            void Take(Activity activity)
            {
                if (activity.From?.Id != user.Id)
                {
                    inbox.Add(activity);
                }
            }
        }

        public async Task<TurnObservation> SendAsync(Activity activity, int awaited, CancellationToken cancellationToken = default)
        {
            var started = Stopwatch.GetTimestamp();
            var isComing = activity.IsType(ActivityTypes.ConversationUpdate);
            var greeting = await GreetAsync(isComing ? awaited : 0, cancellationToken);
            if (isComing)
            {
                return new TurnObservation { Sent = activity, Replies = greeting, Answer = ReplyRecord.In(greeting), Elapsed = Stopwatch.GetElapsedTime(started) };
            }

            activity.From = user;
            (activity.Id, activity.Conversation, activity.Recipient, activity.ChannelId) = (null, null, null, null);
            inbox.Take();
            var address = driver.At($"/conversations/{Uri.EscapeDataString(id)}/activities");
            var body = JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Wire.Activity);
            var answer = await driver._http.SendAsync(HttpMethod.Post, address, token, body, cancellationToken);
            var sent = answer.Length is 0 ? null : BotHttp.Text(BotHttp.ReadObject(address, answer), "id");
            var replies = await inbox.CollectAsync(
                reply => sent is null || reply.ReplyToId is null || reply.ReplyToId == sent, awaited, cancellationToken);
            activity.Id = sent;
            return new TurnObservation { Sent = activity, Replies = replies, Answer = ReplyRecord.In(replies), Elapsed = Stopwatch.GetElapsedTime(started) };
        }

        public async ValueTask DisposeAsync()
        {
            await _ended.CancelAsync();
            await _reading;
            _ended.Dispose();
        }

        /// <summary>Takes in what the bot says to the user's coming, once.</summary>
        private async Task<IReadOnlyList<Activity>> GreetAsync(int awaited, CancellationToken cancellationToken)
        {
            if (_isGreeted)
            {
                return [];
            }

            _isGreeted = true;
            return await inbox.CollectAsync(_ => true, awaited, cancellationToken);
        }

        /// <summary>Whoever waits for an answer is told why none will come.</summary>
        private async Task TellAsync(Task reading)
        {
            try
            {
                await reading;
            }
            catch (OperationCanceledException)
            {
                // The conversation has ended.
            }
            catch (BotDriverException problem)
            {
                inbox.Fail(problem);
            }
        }
    }
}
