namespace ChannelBot.EndToEnd.Tests;

/// <summary>The Microsoft 365 Agents Playground, Microsoft's local Teams, talks to a started host: by the routes that its page uses, and
/// in its page. It reaches no other machine (clients/loopback.cjs).</summary>
public sealed class AgentsPlaygroundTests
{
    private static string? Chromium { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    [Theory]
    [InlineData("personal")]
    [InlineData("group")]
    [InlineData("channel")]
    public async Task A_chat_is_welcomed_once_answered_with_citations_and_refuses_nothing(string chat)
    {
        NodeScript.Require();
        await using var host = await RunningHost.StartAsync(environment: "Development");
        await NodeScript.RunAsync("playground.mjs", [host.Address.AbsoluteUri, chat]);
    }

    [Fact]
    public async Task Its_page_shows_answers_their_working_and_takes_feedback()
    {
        NodeScript.Require();
        Assert.SkipWhen(Chromium is null, "There is no Chromium.");
        await using var host = await RunningHost.StartAsync(environment: "Development");
        await NodeScript.RunAsync("playground-page.mjs", [host.Address.AbsoluteUri, Chromium!]);
    }
}
