using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.LoadStreams;

/// <summary>One reader of the page: a token, a conversation, a stream on which answers arrive.</summary>
internal sealed class Reader : IDisposable
{
    private static readonly string[] s_questions =
    [
        "How many people arrived this year?", "Who said so?", "What share of this year's arrivals came since the election?", "When did it happen?",
        "What is this about?", "How many boats were there?", "Is that more than last year?", "What did the police say?",
    ];

    /// <summary>After which an answer counts as lost.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue _token;
    private readonly string _conversation;
    private readonly string _user;
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _answers = new(StringComparer.Ordinal);
    private Task _listening = Task.CompletedTask;

    private Reader(HttpClient http, JsonNode token)
    {
        _http = http;
        _token = new AuthenticationHeaderValue("Bearer", (string)token["token"]!);
        _conversation = (string)token["conversationId"]!;
        _user = (string)token["userId"]!;
    }

    public List<TimeSpan> Waits { get; } = [];

    public int Asked { get; private set; }

    /// <summary>Answers that came again.</summary>
    public int Twice { get; private set; }

    public static async Task<Reader> OpenAsync(HttpClient http)
    {
        using var given = await http.PostAsync(new Uri("/webchat/token", UriKind.Relative), content: null);
        var reader = new Reader(http, JsonNode.Parse(await given.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!);
        var started = await reader.PostAsync("/v3/directline/conversations", content: null);
        await reader._socket.ConnectAsync(new Uri((string)started["streamUrl"]!), CancellationToken.None);
        reader._listening = reader.ListenAsync();
        return reader;
    }

    public async Task AskAsync(TimeSpan first, TimeSpan pause, TimeSpan length)
    {
        var began = Stopwatch.GetTimestamp();
        for (var next = first; next < length; next += pause)
        {
            var left = next - Stopwatch.GetElapsedTime(began);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            await AskAsync(s_questions[Asked % s_questions.Length]);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task AskAsync(string question)
    {
        Asked++;
        var asked = Stopwatch.GetTimestamp();
        var sent = await PostAsync(
            $"/v3/directline/conversations/{_conversation}/activities",
            JsonContent.Create(new { type = "message", from = new { id = _user }, text = question }));
        try
        {
            var answered = await Awaited((string)sent["id"]!).Task.WaitAsync(s_longest);
            Waits.Add(Stopwatch.GetElapsedTime(asked, answered));
        }
        catch (TimeoutException)
        {
            // Lost: asked, and no wait for it.
        }
    }

    /// <summary>The answer may come before the response to the question.</summary>
    private TaskCompletionSource<long> Awaited(string question) =>
        _answers.GetOrAdd(question, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task<JsonNode> PostAsync(string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = _token;
        using var response = await _http.SendAsync(request);
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (var length = 0; _socket.State is WebSocketState.Open;)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
                if (part.EndOfMessage)
                {
                    Take(buffer.AsSpan(0, length));
                    length = 0;
                }
            }
        }
        catch (WebSocketException)
        {
            // The measurement is over.
        }
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        var now = Stopwatch.GetTimestamp();
        if (message.IsEmpty || JsonSerializer.Deserialize<JsonNode>(message)?["activities"] is not JsonArray activities)
        {
            return;
        }

        foreach (var activity in activities)
        {
            if ((string?)activity!["type"] is "message" && (string?)activity["replyToId"] is { } question
                && !Awaited(question).TrySetResult(now))
            {
                Twice++;
            }
        }
    }
}
