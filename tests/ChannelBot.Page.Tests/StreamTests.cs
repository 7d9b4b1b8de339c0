using ChannelBot.Host.Tests.Messages;
using ChannelBot.Models.Tests.Server;
using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>The page while a language model works on an answer: Web Chat itself, on this host's Direct Line.</summary>
public sealed class StreamTests(Stage stage) : IDisposable
{
    private const string Question = "What share of this year's arrivals came since the election?";

    private readonly StorePath _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_says_what_the_bot_is_doing_until_the_answer_stands_in_its_place(bool isPhone)
    {
        var (looked, calculated) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var model = await ScriptedModelServer.StartAsync(
            new Says("ready"),
            new Calls([new ScriptedCall("figures_find", """{"words": "arrivals this year since the election"}""")]),
            new Waits(looked.Task, new Calls([new ScriptedCall("calculator_share", """{"part": "figure:f:arrivals-since-election", "whole": "figure:f:arrivals-this-year"}""")])),
            new Waits(calculated.Task, new Says("""{"outcome": "computed", "text": "{working:1} of the arrivals of this year came since the election.", "missing": null}""")));
        await using var host = new RunningHost(
            _store.Path,
            ("Planner:Provider", "openai"),
            ("Planner:Endpoint", new Uri(model.Address, "v1").AbsoluteUri),
            ("Planner:Model", "scripted"),
            ("Planner:ApiKey", ScriptedModelServer.Key));
        await model.RequestedAsync(1);
        await using var visit = await stage.OpenAsync(isPhone, address: host.Client.BaseAddress!.AbsoluteUri.TrimEnd('/'));
        var (doing, dots) = (visit.Page.Locator("#doing"), visit.Page.Locator(".webchat__typing-indicator"));

        await visit.SayAsync(Question);
        await Assertions.Expect(doing).ToHaveTextAsync("Looking up the numbers…");
        looked.SetResult();
        await Assertions.Expect(doing).ToHaveTextAsync("Working out the share…");
        await Assertions.Expect(dots).ToBeVisibleAsync();
        Assert.Equal("\"Working out the share…\"", await dots.EvaluateAsync<string>("dots => getComputedStyle(dots, '::after').content"));
        await Assertions.Expect(visit.Answers).ToHaveCountAsync(1);
        await visit.AssertAccessibleAsync();
        calculated.SetResult();

        await Assertions.Expect(visit.Answers.Nth(1)).ToContainTextAsync("About 57%");
        await Assertions.Expect(doing).ToBeEmptyAsync();
        await Assertions.Expect(dots).ToHaveCountAsync(0);
        await AssertOrderAsync(visit);

        // What passed by is not in the conversation; the answer is, as any other.
        await visit.OpenAsync();
        await Assertions.Expect(visit.Answers.Nth(1)).ToContainTextAsync("About 57%");
        await AssertOrderAsync(visit);
    }

    /// <summary>Greeting, question, answer: one bubble each.</summary>
    private static async Task AssertOrderAsync(Visit visit)
    {
        var said = await visit.Page.Locator(".webchat__bubble .webchat__text-content").AllInnerTextsAsync();
        Assert.Collection(
            said,
            hello => Assert.StartsWith("Hello", hello, StringComparison.Ordinal),
            question => Assert.Equal(Question, question.Trim()),
            answer => Assert.StartsWith("About 57%", answer, StringComparison.Ordinal));
    }
}
