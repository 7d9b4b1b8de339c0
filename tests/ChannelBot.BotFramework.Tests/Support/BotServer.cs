using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using ChannelBot.BotFramework.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.BotFramework.Tests.Support;

/// <summary>A bot behind POST /api/messages, registered or not, that keeps what it takes in.</summary>
internal sealed class BotServer : IActivityIntake, IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly BotCallbackHandler _bot;
    private LocalServer? _server;

    private BotServer(BotCallbackHandler bot) => _bot = bot;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public List<Activity> Accepted { get; } = [];

    public static async Task<BotServer> StartAsync(
        TokenMaker? tokens, string environment = "Production", BotCallbackHandler? bot = null, TokenMaker? entra = null)
    {
        var server = new BotServer(bot ?? ((turn, cancel) => turn.SendActivityAsync($"You said {turn.Activity.Text}", cancellationToken: cancel)));
        server._server = await LocalServer.StartAsync(
            builder =>
            {
                if (tokens is not null)
                {
                    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                    {
                        ["Bot:AppId"] = TokenMaker.AppId,
                        ["Bot:TenantId"] = "99999999-2222-3333-4444-555555555555",
                        ["Bot:AppPassword"] = "secret",
                        ["Bot:OpenIdMetadata"] = tokens.Metadata.AbsoluteUri,
                    });
                }

                builder.Services.AddSingleton<TimeProvider>(server.Clock);
                builder.Services.AddBotFramework();
                builder.Services.AddSingleton<IActivityIntake>(server);
                if (entra is not null)
                {
                    builder.Services.AddSingleton(BotCloud.Public with { ChannelMetadata = tokens!.Metadata, EntraMetadata = entra.Metadata });
                }
            },
            app => app.MapBotFramework(),
            environment);
        return server;
    }

    public static string Body(string type = "message", string channel = "msteams", string? serviceUrl = TokenMaker.ServiceUrl, string more = "") => $$"""
        {"type":"{{type}}","id":"1","channelId":"{{channel}}","serviceUrl":"{{serviceUrl}}","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"},"text":"hi"{{more}}}
        """;

    /// <summary>Posts a body, and gives the status and what came back.</summary>
    public async Task<(int Status, string Body)> PostAsync(string body, string? authorization = null, string type = "application/json", string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server!.Address, BotFrameworkServices.MessagesPath));
        request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task AcceptAsync(IncomingActivity incoming, CancellationToken cancellationToken)
    {
        lock (Accepted)
        {
            Accepted.Add(incoming.Activity);
        }

        return Task.CompletedTask;
    }

    public async Task<TurnAnswer> AnswerAsync(IncomingActivity incoming, StreamingResponse? stream, CancellationToken cancellationToken)
    {
        var runner = new TurnRunner { OnTurnError = (turn, _) => turn.SendActivityAsync("Sorry.") };
        var result = await runner.RunAsync(incoming.Activity, _bot, cancellationToken: cancellationToken);
        var replies = result.Replies.Select(reply => new ReadOnlyMemory<byte>(JsonSerializer.SerializeToUtf8Bytes(reply, ProtocolJson.Wire.Activity)));
        return new TurnAnswer([.. replies], result.InvokeResponse);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server!.DisposeAsync();
    }
}
