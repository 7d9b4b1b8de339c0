using System.Text.Json.Nodes;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner;
using ChannelBot.Planner.LanguageModels;
using ChannelBot.Planner.Providers;
using ChannelBot.Planner.Tests;

namespace ChannelBot.Models.Tests.Server;

/// <summary>A planner with a scripted model behind one of the real clients.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    private static readonly TimeSpan LongerThanAnyTurn = TimeSpan.FromSeconds(60);

    private readonly LanguageModel _model;

    private Scenario(ScriptedModelServer server, HastyClock clock, LanguageModel model, KnowledgeFile knowledge)
    {
        (Server, Clock, _model, Knowledge) = (server, clock, model, knowledge);
        Planner = QuestionPlanner.WithModel(knowledge, model, clock);
    }

    public ScriptedModelServer Server { get; }

    public HastyClock Clock { get; }

    public KnowledgeFile Knowledge { get; }

    public QuestionPlanner Planner { get; }

    public ModelHealth Health => _model.Health;

    /// <summary>The small story, and a model of OpenAI's.</summary>
    public static Task<Scenario> StartAsync(params IEnumerable<ModelStep> steps) => StartAsync(PlannerProviders.OpenAI, true, SmallKnowledge.File, steps);

    /// <summary>The same with other settings than scenarios have.</summary>
    public static async Task<Scenario> StartAsync(Func<PlannerOptions, PlannerOptions> settings, Func<JsonObject, ModelStep?> script, string provider = PlannerProviders.OpenAI)
    {
        var (server, clock) = (await ScriptedModelServer.StartAsync(script), new HastyClock());
        return new Scenario(server, clock, ModelProviders.Open(settings(OptionsFor(provider, server.Address)), clock), SmallKnowledge.File);
    }

    public static async Task<Scenario> StartAsync(string provider, bool streaming, KnowledgeFile knowledge, IEnumerable<ModelStep> steps)
    {
        var (server, clock) = (await ScriptedModelServer.StartAsync(steps), new HastyClock());
        var model = ModelProviders.Open(OptionsFor(provider, server.Address, streaming), clock);
        return new Scenario(server, clock, model, knowledge);
    }

    public static PlannerOptions OptionsFor(string provider, Uri server, bool streaming = true) => new()
    {
        Provider = provider,
        Endpoint = new Uri(server, provider is PlannerProviders.OpenAI or PlannerProviders.OpenAICompatible ? "v1" : "").AbsoluteUri,
        ApiKey = ScriptedModelServer.Key,
        Model = "scripted",
        MaxRounds = 5,
        Streaming = streaming,
    };

    /// <summary>Asks; where the model stalls, its time passes.</summary>
    public async Task<TurnResult> AskAsync(string question, ConversationState? state = null)
    {
        var asked = Planner.AskAsync(question, state ?? ConversationState.Empty, TestContext.Current.CancellationToken);
        await Task.WhenAny(asked, Server.Stalled);

        // A timer that is set while the clock moves may be missed, and is due at the next move.
        using var moves = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!asked.IsCompleted)
        {
            Clock.Advance(LongerThanAnyTurn);
            await Task.WhenAny(asked, moves.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask());
        }

        return await asked;
    }

    public async ValueTask DisposeAsync()
    {
        _model.Dispose();
        await Server.DisposeAsync();
    }
}
