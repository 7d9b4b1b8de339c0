using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChannelBot.Models.Tests.Server;

/// <summary>A model on 127.0.0.1 that says what a script tells it, in the wire format of whichever service it is asked as.</summary>
/// <remarks>Like the services, it refuses a request that is not well formed: without a key, or with a function's result that nobody asked for.</remarks>
internal sealed class ScriptedModelServer : IAsyncDisposable
{
    public const string Key = "a key of the tests";

    /// <summary>What Azure OpenAI takes in place of a key: of an identity that may call it.</summary>
    public const string Token = "a-token-of-the-tests";

    private readonly WebApplication _app;
    private readonly Func<JsonObject, ModelStep?> _script;
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _arrivals = Channel.CreateUnbounded<bool>();
    private ModelStep? _forEver;

    private ScriptedModelServer(WebApplication app, Func<JsonObject, ModelStep?> script)
    {
        _app = app;
        _script = script;
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Bodies of the requests, in order.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = new();

    /// <summary>What was wrong with requests, or asked beyond the script.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Ends when an answer has begun that will not go on.</summary>
    public Task Stalled => _stalled.Task;

    /// <summary>Ends when the client has gone away from such an answer.</summary>
    public Task Abandoned => _abandoned.Task;

    /// <summary>Ends when so many requests have come.</summary>
    public async Task RequestedAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A model that takes these steps one after the other, whatever it is asked.</summary>
    public static Task<ScriptedModelServer> StartAsync(params IEnumerable<ModelStep> steps)
    {
        var left = new ConcurrentQueue<ModelStep>(steps);
        return StartAsync(_ => left.TryDequeue(out var next) ? next : null);
    }

    /// <summary>A model that looks at what it is asked.</summary>
    /// <param name="certificate">For https; null for http.</param>
    public static async Task<ScriptedModelServer> StartAsync(Func<JsonObject, ModelStep?> script, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => _ = certificate is null ? listen : listen.UseHttps(certificate)));
        builder.Services.AddRouting();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new ScriptedModelServer(app, script);
        app.UseRouting();
        app.MapPost("/v1/chat/completions", (HttpContext context) => server.AnswerAsync(context, new OpenAIWire(isAzure: false)));
        app.MapPost("/openai/deployments/{deployment}/chat/completions", (HttpContext context) => server.AnswerAsync(context, new OpenAIWire(isAzure: true)));
        app.MapPost("/api/chat", (HttpContext context) => server.AnswerAsync(context, new OllamaWire()));
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, IModelWire wire)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Requests.Enqueue(request);
        _arrivals.Writer.TryWrite(true);
        if (wire.Complaint(context, request) is var (status, code, message))
        {
            Complaints.Enqueue(message);
            await wire.FailAsync(context, new Fails(status, code, null, false), message);
            return;
        }

        var step = _forEver ?? _script(request);
        // A connection that breaks may be tried again.
        _forEver ??= step is Calls { ForEver: true } or Fails { ForEver: true } or Drops ? step : null;
        if (step is Waits waits)
        {
            await waits.Until.WaitAsync(context.RequestAborted);
            step = waits.Then;
        }

        switch (step)
        {
            case null:
                Complaints.Enqueue("a round that is not in the script");
                await wire.FailAsync(context, new Fails(500, null, null, false), "The script has ended.");
                break;
            case Fails fails:
                await wire.FailAsync(context, fails, "The script says so.");
                break;
            case Stalls stalls:
                await wire.BeginAsync(context, request, stalls.Text);
                _stalled.TrySetResult();
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                {
                    await gone.Task;
                }

                _abandoned.TrySetResult();
                break;
            case Drops drops:
                await wire.BeginAsync(context, request, drops.Text);
                context.Abort();
                break;
            default:
                await wire.SendAsync(context, request, step);
                break;
        }
    }
}

/// <summary>How one service writes things down.</summary>
internal interface IModelWire
{
    /// <summary>Why the service would refuse a request; null where it takes it.</summary>
    (int Status, string Code, string Message)? Complaint(HttpContext context, JsonObject request);

    Task SendAsync(HttpContext context, JsonObject request, ModelStep step);

    /// <summary>Sends the beginning of an answer.</summary>
    Task BeginAsync(HttpContext context, JsonObject request, string text);

    Task FailAsync(HttpContext context, Fails failure, string message);
}
