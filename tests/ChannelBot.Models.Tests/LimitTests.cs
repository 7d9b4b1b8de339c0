using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Models.Tests.Server;
using ChannelBot.Planner.LanguageModels;
using ChannelBot.Planner.Tests;

namespace ChannelBot.Models.Tests;

/// <summary>What a model may cost: rounds, tokens, time; and what is done when it is away.</summary>
public sealed class LimitTests
{
    private const string Question = "How many vehicles cross the bridge?";

    private static readonly Calls LooksUp = new([new ScriptedCall("figures_find", """{"words": "vehicles"}""")]);
    private static readonly Says Answers = new("""{"outcome": "answered", "text": "{figure:fp3.s1.0} vehicles a day [p3.s1].", "missing": null}""");

    [Fact]
    public async Task A_model_that_fails_three_times_is_left_alone_for_half_a_minute_and_then_asked_again()
    {
        var failing = true;
        await using var scenario = await Scenario.StartAsync(settings => settings with { Retries = 0 }, request => failing ? new Fails(500, null, null, false) : Next(request));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("server error", Assert.Single((await scenario.AskAsync(Question)).Explanation.Model!.Problems).Kind);
        }

        Assert.Equal("the service failed (500)", scenario.Health.Problem);
        var skipped = await scenario.AskAsync(Question);
        Assert.Equal("left alone", Assert.Single(skipped.Explanation.Model!.Problems).Kind);
        Assert.Contains("12,480", skipped.Answer.Text, StringComparison.Ordinal);
        Assert.Equal(3, scenario.Server.Requests.Count);

        failing = false;
        scenario.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("openai", (await scenario.AskAsync(Question)).Answer.Planner);
        Assert.Null(scenario.Health.Problem);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("azure-openai")]
    [InlineData("ollama")]
    public async Task Whoever_presses_stop_ends_the_call(string provider)
    {
        await using var scenario = await Scenario.StartAsync(provider, streaming: true, SmallKnowledge.File, [new Stalls("{\"outcome\"")]);
        using var stop = new CancellationTokenSource();
        var asked = scenario.Planner.AskAsync(Question, ConversationState.Empty, stop.Token);
        await scenario.Server.Stalled;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await scenario.Server.Abandoned;
    }

    [Fact]
    public async Task A_question_may_cost_so_many_tokens_and_no_more()
    {
        await using var scenario = await Scenario.StartAsync(settings => settings with { MaxTokens = 1_500 }, _ => LooksUp);
        var turn = await scenario.AskAsync(Question);
        Assert.Equal((ModelEnd.Failed, 2), (turn.Explanation.Model!.End, turn.Explanation.Model.Rounds));
        Assert.Equal("tokens: no answer after 1,920 tokens", Assert.Single(turn.Explanation.Model.Problems).ToString());
        Assert.Equal(Planners.Embedded, turn.Answer.Planner);
    }

    [Fact]
    public async Task In_the_last_round_no_function_may_be_called()
    {
        await using var scenario = await Scenario.StartAsync(
            settings => settings with { MaxRounds = 2 }, request => (string?)request["tool_choice"] == "none" ? Answers : LooksUp);
        Assert.Equal("openai", (await scenario.AskAsync(Question)).Answer.Planner);
        Assert.Equal(["auto or left out", "none"], scenario.Server.Requests.Select(request => (string?)request["tool_choice"] is "none" ? "none" : "auto or left out"));
    }

    [Fact]
    public async Task Tokens_and_rounds_are_explained_and_counted()
    {
        var counted = new Dictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => Listen(instrument, listening) };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        await using var scenario = await Scenario.StartAsync(settings => settings with { Model = "counted" }, Next);
        var turn = await scenario.AskAsync(Question);
        Assert.Equal("openai counted: answered; 2 rounds, 1,800 tokens read, 120 written", Assert.Single(turn.Explanation.Model!.Lines));
        lock (counted)
        {
            Assert.True(counted["read"] >= 1_800 && counted["written"] >= 120, string.Join(", ", counted));
        }

        static void Listen(Instrument instrument, MeterListener listening)
        {
            if (instrument.Name == "channelbot.model.tokens")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        }

        void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (counted)
            {
                var direction = tags.ToArray().Single(tag => tag.Key == "direction").Value!.ToString()!;
                counted[direction] = counted.GetValueOrDefault(direction) + value;
            }
        }
    }

    [Fact]
    public async Task Questions_asked_at_the_same_time_do_not_share_what_functions_return()
    {
        await using var scenario = await Scenario.StartAsync(settings => settings, Next);
        var turns = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => i % 2 == 0
            ? scenario.AskAsync(Question)
            : scenario.AskAsync("What share of the vehicles are lorries?")));
        Assert.All(turns, turn => Assert.Equal("openai", turn.Answer.Planner));
        Assert.All(turns.Where((_, i) => i % 2 == 0), turn => Assert.Empty(turn.Answer.Working));
        Assert.All(turns.Where((_, i) => i % 2 == 1), turn => Assert.Single(turn.Answer.Working));
    }

    /// <summary>Looks up or calculates, and then answers.</summary>
    private static ModelStep Next(JsonObject request)
    {
        var isShare = request["messages"]!.AsArray().Any(message => (string?)message!["role"] == "user" && message["content"]!.ToJsonString().Contains("share", StringComparison.Ordinal));
        var isLookedUp = (string?)request["messages"]!.AsArray()[^1]!["role"] == "tool";
        return (isShare, isLookedUp) switch
        {
            (true, false) => new Calls([new ScriptedCall("calculator_share", """{"part": "figure:fp3.s1.1", "whole": "figure:fp3.s1.0"}""")]),
            (true, true) => new Says("""{"outcome": "computed", "text": "{working:1} of the vehicles are lorries [p3.s1].", "missing": null}"""),
            (false, false) => LooksUp,
            _ => Answers,
        };
    }
}
