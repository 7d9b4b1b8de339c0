using ChannelBot.Core.Conversations;
using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Models.Tests;

/// <summary>What somebody who waits for a model is told: what is being done, and never a word that has not passed the guards.</summary>
public sealed class ProgressTests
{
    private static readonly Calls LooksUp = new([new ScriptedCall("figures_find", """{"words": "vehicles lorries"}""")]);
    private static readonly Calls Shares = new([new ScriptedCall("calculator_share", """{"part": "figure:fp3.s1.1", "whole": "figure:fp3.s1.0"}""")]);
    private static readonly Says Lies = new("""{"outcome": "computed", "text": "Nine of ten vehicles are lorries [p3.s1].", "missing": null}""");
    private static readonly Says Answers = new("""{"outcome": "computed", "text": "{working:1} of the vehicles are lorries [p3.s1].", "missing": null}""");

    [Fact]
    public async Task Every_function_is_told_and_so_are_the_check_and_the_repair()
    {
        await using var scenario = await Scenario.StartAsync(LooksUp, Shares, Lies, Answers);
        var told = new Told();
        var turn = await scenario.Planner.AskAsync("What share of the vehicles are lorries?", ConversationState.Empty, told, TestContext.Current.CancellationToken);
        Assert.Equal("openai", turn.Answer.Planner);
        Assert.Equal(
            [
                "Reading the question…", "Looking up the numbers…", "Working out the share…", "Checking the answer against the article…",
                "Putting the answer right…", "Checking the answer against the article…",
            ],
            told.Steps);
    }

    [Fact]
    public async Task What_no_model_gets_to_see_is_answered_without_a_word()
    {
        await using var scenario = await Scenario.StartAsync([]);
        var told = new Told();
        await scenario.Planner.AskAsync("Hello", ConversationState.Empty, told, TestContext.Current.CancellationToken);
        Assert.Empty(told.Steps);
    }

    private sealed class Told : IProgress<string>
    {
        public List<string> Steps { get; } = [];

        public void Report(string value) => Steps.Add(value);
    }
}
