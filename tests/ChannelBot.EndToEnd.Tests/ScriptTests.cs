using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>Scripts held with a started host, by every way that the testers' tools have to a bot that is not in their own process.</summary>
public sealed class ScriptTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scripts_hold_through_Direct_Line_and_at_the_messages_endpoint()
    {
        await using var host = await RunningHost.StartAsync(environment: "Development");
        var endpoint = new Uri(host.Address, "api/messages");

        await HoldAsync(new DirectLineDriver(host.Address, RunningHost.Secret), "web-chat-");
        await HoldAsync(new DirectLineDriver(host.Address, RunningHost.Secret, DirectLineReading.Polling), "web-chat-");
        await HoldAsync(new EndpointDriver(endpoint), "plain-");
        await HoldAsync(new EndpointDriver(endpoint, ReplyDelivery.Connector), "plain-");
    }

    [Fact]
    public async Task Outcome_working_and_figures_are_seen_of_a_host_that_sends_its_records()
    {
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string> { ["Transcripts__AnswerRecords"] = "true" }, "Development");
        var endpoint = new Uri(host.Address, "api/messages");

        await HoldAsync(new DirectLineDriver(host.Address, RunningHost.Secret), "computed-", "outcomes");
        await HoldAsync(new EndpointDriver(endpoint), "computed-", "outcomes");
        await HoldAsync(new EndpointDriver(endpoint, ReplyDelivery.Connector), "share-of-it", "follow-ups");
    }

    [Fact]
    public async Task A_wrong_secret_breaks_the_scripts_with_the_services_own_words()
    {
        await using var host = await RunningHost.StartAsync();
        await using var driver = new DirectLineDriver(host.Address, "wrong");

        var results = await new ScriptRunner(driver).RunAsync(Scripts("web-chat-", "channels").Scripts, cancellationToken: Cancel);

        Assert.All(results, result => Assert.Contains("answered 403 (Forbidden)", result.Problem, StringComparison.Ordinal));
    }

    private static async Task HoldAsync(IBotDriver driver, string filter, string folder = "channels")
    {
        await using (driver)
        {
            var results = await new ScriptRunner(driver).RunAsync(Scripts(filter, folder).Scripts, cancellationToken: Cancel);
            Assert.NotEmpty(results);
            Assert.All(results, result => Assert.True(
                result.Outcome is ScriptOutcome.Passed,
                $"{driver.Name}: {result.Name}: {result.Problem}{string.Concat(result.Turns.SelectMany(turn => turn.Failures).Select(failure => $"\n{failure.Expectation}: {failure.Expected}; was: {failure.Actual}"))}"));
        }
    }

    private static ScriptSet Scripts(string filter, string folder) => ScriptSet.Read([Repository.At("tests", "transcripts", folder)], filter);
}
