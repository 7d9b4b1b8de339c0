using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Reports;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Scripts;
using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>The web page that <c>channelbot test --html</c> writes, in a browser.</summary>
public sealed class ScriptReportTests(Stage stage)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everybody_can_read_it_on_every_screen(bool isPhone)
    {
        await using var visit = await stage.VisitAsync(isPhone);

        await visit.Page.SetContentAsync(HtmlReport.Of(Run()));

        await Assertions.Expect(visit.Page.Locator(".bubble.bot")).ToBeVisibleAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        await visit.AssertAccessibleAsync();
    }

    private static TestRun Run()
    {
        var place = new ScriptPlace("letters.chat", 2, 1);
        var turn = new ScriptTurn { Place = place, Activity = new Activity(ActivityTypes.Message) { Text = "How many letters came?" } };
        var script = new Script { Path = "letters.chat", Name = "letters", Turns = [turn] };
        var seen = new TurnObservation
        {
            Sent = turn.Activity,
            Replies = [new Activity(ActivityTypes.Message) { Text = "12,400 letters came.", SuggestedActions = new SuggestedActions { Actions = [CardAction.Say("And in May?")] } }],
            Plan = [new PlanStep("figures_find", new Dictionary<string, string> { ["name"] = "letters" }, new string('x', 400))],
            Explanation = ["asks HowMany"],
        };
        var failure = new Failure
        {
            Expectation = "bot line",
            Place = place,
            Expected = "12,500 letters came.",
            Actual = "12,400 letters came.",
            Diff = [new DiffPiece(DiffKind.Missing, "12,500"), new DiffPiece(DiffKind.Unexpected, "12,400"), new DiffPiece(DiffKind.Same, " letters came.")],
        };
        var failed = new ScriptResult { Script = script, Name = script.Name, Path = script.Path, Turns = [new TurnResult(turn, "How many letters came?", seen, [failure])] };
        return new TestRun(
            "in process", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(1),
            [failed, failed with { Turns = [], Attempt = 2 }, new ScriptResult { Name = "bad", Path = "bad.chat", Problem = "bad.chat:1:1: a mistake" }]);
    }
}
