using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ChannelBot.Host.Tests.Messages;
using ChannelBot.Storage;

namespace ChannelBot.Host.Tests.Sessions;

/// <summary>A host at which educators may start sessions, and people with browsers of their own.</summary>
public sealed class Classroom : IAsyncDisposable
{
    public const string Key = "chalk-and-blackboard";

    /// <summary>The Entra object id of an educator who needs no key in Teams.</summary>
    public const string ListedEducator = "5f0c1b52-6a0e-4d5e-9a53-1f6f2f9e7a11";

    private readonly StorePath _store = new();
    private readonly List<HttpClient> _browsers = [];

    /// <summary>Below those that systems give to clients, so that none of them takes it while the host is away.</summary>
    private readonly int _port = Random.Shared.Next(20_000, 32_000);

    private RunningHost _host;

    private readonly TimeProvider _time;

    public Classroom()
        : this(TimeProvider.System)
    {
    }

    /// <param name="time">The host's clock.</param>
    internal Classroom(TimeProvider time)
    {
        _time = time;
        _host = Open();
    }

    /// <summary>Where learners are sent.</summary>
    public string PublicUrl => $"http://127.0.0.1:{_port}";

    public Uri Address => _host.Client.BaseAddress!;

    /// <summary>What the host keeps.</summary>
    public SqliteConversationStore Store => (SqliteConversationStore)_host.Store;

    /// <summary>A browser that nobody has used yet, with cookies of its own.</summary>
    public HttpClient NewBrowser()
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
        _browsers.Add(browser);
        return browser;
    }

    public async Task<Educator> StartAsync(string title = "Monday", string release = "atOnce", string? article = null)
    {
        var browser = NewBrowser();
        var started = await ReadAsync(await browser.PostAsJsonAsync("/sessions", new { key = Key, title, release, article }));
        return new Educator(browser, (string)started["code"]!, started);
    }

    public async Task<Learner> JoinAsync(string code, string name)
    {
        var browser = NewBrowser();
        var joined = await ReadAsync(await browser.PostAsJsonAsync($"/join/{code}", new { name }));
        var grant = await ReadAsync(await browser.PostAsJsonAsync($"/join/{code}/token", new { }));
        return new Learner(browser, (string)joined["name"]!, (string)grant["conversationId"]!, (string)grant["token"]!);
    }

    /// <summary>Stops the host and starts it again, at the same address and on what it kept.</summary>
    public async Task RestartAsync()
    {
        await _host.DisposeAsync();
        _host = Open();
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        await _host.DisposeAsync();
        _store.Dispose();
    }

    internal static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        response.Dispose();
        return JsonNode.Parse(text)!;
    }

    private RunningHost Open() => new(_port, _store.Path, _time, ("Sessions:EducatorKey", Key), ("Host:PublicUrl", PublicUrl), ("Sessions:Educators:0", ListedEducator), ("RateLimits:PerTokenAMinute", "120"));
}

/// <summary>Whoever started a session, in the browser that has its cookie.</summary>
public sealed record Educator(HttpClient Browser, string Code, JsonNode Started)
{
    /// <summary>The board's events as they come.</summary>
    public Task<EventReader> WatchAsync(string path = "/events") => EventReader.OpenAsync(Browser, $"/sessions/{Code}{path}");

    /// <summary>Does something with a question.</summary>
    public Task DoAsync(string what, int number) => DoAsync(what, [number], null);

    public async Task DoAsync(string what, int[] numbers, string? text)
    {
        using var response = await Browser.PostAsJsonAsync($"/sessions/{Code}/questions", new { @do = what, numbers, text });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>Does something with the session.</summary>
    public async Task SetAsync(string what)
    {
        using var response = await Browser.PostAsJsonAsync($"/sessions/{Code}/state", new { @do = what });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>Tries something with a question that cannot be done.</summary>
    public async Task<(int Status, string? Message)> RefusedAsync(string what, int number, string? text = null)
    {
        using var response = await Browser.PostAsJsonAsync($"/sessions/{Code}/questions", new { @do = what, numbers = new[] { number }, text });
        return ((int)response.StatusCode, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["message"]);
    }

    /// <summary>The board as it is now.</summary>
    public async Task<JsonNode> BoardAsync()
    {
        using var board = await WatchAsync();
        return (await board.NextAsync("board"))!;
    }
}

/// <summary>A learner's browser, as a Direct Line client.</summary>
public sealed record Learner(HttpClient Browser, string Name, string Conversation, string Token)
{
    /// <summary>Asks, and returns what the bot says to it.</summary>
    public async Task<string> AskAsync(string text)
    {
        await PostAsync(text);
        return (string)(await SaidAsync())[^1]["text"]!;
    }

    public async Task<int> PostAsync(string text)
    {
        using var response = await SendAsync(HttpMethod.Post, JsonContent.Create(new { type = "message", from = new { id = "me" }, text }));
        return (int)response.StatusCode;
    }

    /// <summary>All that was said in the learner's conversation.</summary>
    public async Task<IReadOnlyList<JsonNode>> SaidAsync() =>
        [.. (await Classroom.ReadAsync(await SendAsync(HttpMethod.Get, null)))["activities"]!.AsArray().Select(activity => activity!)];

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, $"/v3/directline/conversations/{Conversation}/activities") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return Browser.SendAsync(request);
    }
}

/// <summary>Reads server-sent events.</summary>
public sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private EventReader(HttpResponseMessage response, StreamReader lines) => (_response, _lines) = (response, lines);

    public static async Task<EventReader> OpenAsync(HttpClient browser, string path)
    {
        var response = await browser.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event of a type; those of other types are passed over. Null at the end.</summary>
    public async Task<JsonNode?> NextAsync(string type)
    {
        var isIt = false;
        while (await _lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            isIt = line.StartsWith("event: ", StringComparison.Ordinal) ? line[7..] == type : isIt;
            if (isIt && line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line[6..]);
            }
        }

        return null;
    }

    /// <summary>The next event of a type that is as it should be.</summary>
    public async Task<JsonNode> NextAsync(string type, Func<JsonNode, bool> fits)
    {
        while (true)
        {
            if (await NextAsync(type) is not { } happened)
            {
                throw new EndOfStreamException($"The events ended without the {type} that was waited for.");
            }

            if (fits(happened))
            {
                return happened;
            }
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}
