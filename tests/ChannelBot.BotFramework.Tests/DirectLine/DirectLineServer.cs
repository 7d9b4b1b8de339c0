using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Tests.Support;
using ChannelBot.Core.Conversations;
using ChannelBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.BotFramework.Tests.DirectLine;

/// <summary>The Direct Line server on a free port, with a real store and a bot that repeats what it hears and on "forget" deletes it. Every answer is held against
/// the published definition.</summary>
internal sealed class DirectLineServer : IDirectLineBot, IAsyncDisposable
{
    public const string Secret = "the secret";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-directline-");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private readonly ConversationFeed _feed = new();
    private readonly SqliteConversationStore _store;
    private readonly TurnQueue _queue;
    private LocalServer? _server;

    private DirectLineServer()
    {
        _store = SqliteConversationStore.Open(new StorageOptions { Path = Path.Combine(_folder.FullName, "store.db") });
        _queue = new TurnQueue(_store, _feed, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public Uri Address => _server!.Address;

    /// <summary>How many turns the bot computed.</summary>
    public int Turns { get; private set; }

    public static async Task<DirectLineServer> StartAsync(params (string Name, string Value)[] settings)
    {
        var server = new DirectLineServer();
        server._server = await LocalServer.StartAsync(
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    [new("DirectLine:Secret", Secret), .. settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))]);
                builder.Services.AddSingleton<TimeProvider>(server.Clock);
                builder.Services.AddSingleton<IConversationStore>(server._store);
                builder.Services.AddSingleton(server._feed);
                builder.Services.AddSingleton<IDirectLineBot>(server);
                builder.Services.AddDirectLine();
            },
            app => app.MapDirectLine());
        return server;
    }

    public Task<TurnReceipt> RunAsync(DirectLineTurn turn, CancellationToken cancellationToken) => _queue.RunAsync(
        turn.Request,
        (start, _) =>
        {
            Turns++;
            LogEntry[] echo = turn.Echo is { } write ? [write(start.Place(0))] : [];
            var text = turn.Activity.IsType(ActivityTypes.ConversationUpdate) ? "Hello" : $"You said {turn.Activity.Text}";
            var reply = new Activity(ActivityTypes.Message) { Text = text }.ApplyConversationReference(turn.Activity.GetConversationReference());
            return Task.FromResult(new TurnOutput(start.State, [.. echo, turn.Reply(reply, start.Place(echo.Length))])
            {
                ForgetsUser = turn.Activity.Text is "forget",
            });
        },
        cancellationToken);

    /// <summary>Calls below /v3/directline, or the whole path where it starts with a slash.</summary>
    public async Task<Answer> CallAsync(
        string method, string path, string? authorization = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method), new Uri(_server!.Address, path.StartsWith('/') ? path : $"/v3/directline/{path}")) { Content = content };
        request.Headers.Authorization = authorization is null ? null : new AuthenticationHeaderValue("Bearer", authorization);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
        await Swagger.CheckAsync(method, path, answer);
        return answer;
    }

    public Task<Answer> PostAsync(Chat chat, string json) =>
        CallAsync("POST", $"conversations/{chat.Id}/activities", chat.Token, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<Answer> SayAsync(Chat chat, string text, string clientId) =>
        PostAsync(chat, $$$"""{"type":"message","text":"{{{text}}}","channelData":{"clientActivityID":"{{{clientId}}}"}}""");

    public Task<Answer> ReadAsync(Chat chat, string? watermark = null) =>
        CallAsync("GET", $"conversations/{chat.Id}/activities?watermark={watermark}", chat.Token);

    /// <summary>A conversation that a page has started.</summary>
    /// <param name="cookie">Of a page of the same browser, which starts again; null for a browser of its own.</param>
    public async Task<Chat> StartChatAsync(string? cookie = null)
    {
        using var again = new StringContent("""{"startAgain":true}""");
        var answer = cookie is null ? await CallAsync("POST", "/webchat/token") : await CallAsync("POST", "/webchat/token", null, again, ("Cookie", cookie));
        var token = answer.Json;
        var started = (await CallAsync("POST", "conversations", token.Text("token"))).Json;
        return new Chat(token.Text("conversationId"), started.Text("token"), token.Text("userId"), started.Text("streamUrl"))
        {
            Cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0],
        };
    }

    /// <summary>A new address for the stream, which holds a minute.</summary>
    public async Task<string> StreamUrlAsync(Chat chat, string? watermark = null) =>
        (await CallAsync("GET", $"conversations/{chat.Id}?watermark={watermark}", chat.Token)).Json.Text("streamUrl");

    public static async Task<ClientWebSocket> OpenAsync(string streamUrl, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>The text of the next activities, each in a frame of its own; fewer where the server closes.</summary>
    public static async Task<string[]> NextAsync(ClientWebSocket socket, int count = 1)
    {
        var texts = new List<string>();
        while (texts.Count < count && await NextFrameAsync(socket) is { } frame)
        {
            texts.Add(Assert.Single(Answer.Texts(frame)));
        }

        return [.. texts];
    }

    /// <summary>The next frame; null where the server closes.</summary>
    public static async Task<JsonNode?> NextFrameAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        using var frame = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return part.MessageType is WebSocketMessageType.Close ? null : JsonNode.Parse(frame.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _http.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }
}

internal sealed record Chat(string Id, string Token, string UserId, string StreamUrl)
{
    public string Cookie { get; init; } = "";
}

internal sealed record Answer(int Status, string Body, HttpResponseHeaders Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Code => Json["error"].Text("code");

    public string[] Said => Texts(Json);

    public static string[] Texts(JsonNode set) => [.. set["activities"]!.AsArray().Select(activity => activity.Text("text"))];
}

internal static class JsonText
{
    public static string Text(this JsonNode? node, string name) => node?[name]?.GetValue<string>() ?? "";
}
