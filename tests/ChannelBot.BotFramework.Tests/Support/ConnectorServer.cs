using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ChannelBot.BotFramework.Tests.Support;

/// <summary>A connector that answers as it is told, with the bot's client that calls it.</summary>
internal sealed class ConnectorServer : IAccessTokenSource, IAsyncDisposable
{
    private readonly Queue<Action<HttpResponse>> _answers = [];
    private LocalServer? _server;
    private ServiceProvider? _services;

    public HastyClock Clock { get; } = new();

    /// <summary>What was called: method, path as sent, token and body.</summary>
    public List<(string Method, string Path, string Token, string Body)> Calls { get; } = [];

    /// <summary>The x-ms-conversation-id of each call; empty where it had none.</summary>
    public List<string> Conversations { get; } = [];

    /// <summary>How many tokens the bot fetched; the last is called token followed by this number.</summary>
    public int Tokens { get; private set; }

    public string Url => _server!.Address.AbsoluteUri;

    public ConnectorClient Client => _services!.GetRequiredService<ConnectorClient>();

    public ConnectorDelivery Delivery => _services!.GetRequiredService<ConnectorDelivery>();

    public static async Task<ConnectorServer> StartAsync(bool isRegistered = true)
    {
        var connector = new ConnectorServer();
        connector._server = await LocalServer.StartAsync(_ => { }, app => app.Run(connector.AnswerAsync));
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(connector.Clock).AddSingleton<IHostEnvironment>(new Development());
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(isRegistered ? Registration() : []).Build());
        services.AddBotFramework().AddSingleton<IAccessTokenSource>(connector);
        connector._services = services.BuildServiceProvider();
        return connector;
    }

    /// <summary>Queues an answer; when none is left the answer is 200 with the id "sent".</summary>
    public ConnectorServer Answer(int status, string body = "", string? retryAfter = null)
    {
        _answers.Enqueue(response =>
        {
            response.StatusCode = status;
            if (retryAfter is not null)
            {
                response.Headers.RetryAfter = retryAfter;
            }

            response.ContentType = body;
        });
        return this;
    }

    public Task<AccessToken> AcquireAsync(bool isForced, CancellationToken cancellationToken) =>
        Task.FromResult(new AccessToken($"token{++Tokens}", Clock.GetUtcNow().AddHours(1)));

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _server!.DisposeAsync();
    }

    private static Dictionary<string, string?> Registration() => new()
    {
        ["Bot:AppId"] = TokenMaker.AppId,
        ["Bot:TenantId"] = TokenMaker.AppId,
        ["Bot:AppPassword"] = "secret",
    };

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var path = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        Calls.Add((context.Request.Method, path, context.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
        Conversations.Add(context.Request.Headers["x-ms-conversation-id"].ToString());
        if (!_answers.TryDequeue(out var answer))
        {
            await context.Response.WriteAsync("""{"id":"sent"}""");
            return;
        }

        answer(context.Response);
        var body = context.Response.ContentType ?? "";
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
