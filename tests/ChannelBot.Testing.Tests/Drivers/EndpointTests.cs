using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.Testing.Tests.Drivers;

/// <summary>Bots elsewhere: what goes wrong with one conversation is said, and the others are held.</summary>
public sealed class EndpointTests
{
    private static readonly RunOptions AllAtOnce = new() { Timeout = TimeSpan.FromSeconds(2), Parallel = 10 };

    [Theory]
    [InlineData(ReplyDelivery.ExpectReplies, 1)]
    [InlineData(ReplyDelivery.Connector, 2)]
    public async Task A_bot_that_fails_refuses_babbles_hangs_up_or_is_silent_breaks_that_script_alone(ReplyDelivery delivery, int silent)
    {
        await using var bot = await TroubledBot.StartAsync();
        await using var driver = new EndpointDriver(bot.Endpoint, delivery);

        var results = await HoldAsync(driver, silent, "fail", "hello", "refuse", "hang up", "silence", "and again", "babble");

        Assert.Equal(
            [ScriptOutcome.Broken, ScriptOutcome.Passed, ScriptOutcome.Broken, ScriptOutcome.Broken, ScriptOutcome.Broken, ScriptOutcome.Passed, ScriptOutcome.Broken],
            results.Select(result => result.Outcome));
        Assert.Equal($"script.chat:1:7: {Short(bot)} answered 500 (InternalServerError). The bot or its host failed; its own log says more. It said: The database is away", results[0].Problem);
        Assert.StartsWith($"script.chat:1:7: {Short(bot)} answered 401 (Unauthorized). It wants a token or secret", results[2].Problem, StringComparison.Ordinal);
        Assert.StartsWith($"script.chat:1:7: {Short(bot)} cannot be reached:", results[3].Problem, StringComparison.Ordinal);
        Assert.Equal("script.chat:1:7: No answer to 'silence' within 2 s.", results[4].Problem);
        if (delivery is ReplyDelivery.ExpectReplies)
        {
            Assert.Equal($"script.chat:1:7: {Short(bot)} answered something else than the protocol says: <html>Welcome to nginx</html>", results[6].Problem);
        }
    }

    [Fact]
    public async Task What_a_bot_does_not_send_cannot_be_seen_and_that_is_said()
    {
        await using var bot = await TroubledBot.StartAsync();
        await using var driver = new EndpointDriver(bot.Endpoint);

        var results = await HoldAsync(driver, 0, "hello\n> expect outcome answered\n> expect working share\n> expect calls figures_find", "strange record\n> expect outcome answered");

        Assert.All(results, result => Assert.Equal(ScriptOutcome.Failed, result.Outcome));
        var failures = results.SelectMany(result => result.Turns).SelectMany(turn => turn.Failures).ToArray();
        Assert.Equal(4, failures.Length);
        Assert.All(failures.Where((_, at) => at is not 2), failure => Assert.StartsWith("cannot be seen: this bot sends no record", failure.Actual, StringComparison.Ordinal));
        Assert.Equal("no call; a plan can be seen in process alone", failures[2].Actual);
    }

    /// <summary>The time that a turn may take has passed once all have ended but those that nobody answers.</summary>
    private static async Task<IReadOnlyList<ScriptResult>> HoldAsync(IBotDriver driver, int silent, params string[] words)
    {
        var (clock, waiting) = (new FakeTimeProvider(), words.Length - silent);
        var running = new ScriptRunner(driver, AllAtOnce, clock).RunAsync(
            words.Select(said => ChatScript.Read($"user: {said}\n{(said.Contains('\n', StringComparison.Ordinal) ? "" : "> expect says \"fine\"\n")}", "script.chat")),
            _ => Interlocked.Decrement(ref waiting),
            TestContext.Current.CancellationToken);
        while (!running.IsCompleted)
        {
            if (Volatile.Read(ref waiting) <= 0)
            {
                clock.Advance(AllAtOnce.Timeout);
            }

            await Task.Yield();
        }

        return await running;
    }

    private static string Short(TroubledBot bot) => bot.Endpoint.GetLeftPart(UriPartial.Path);
}
