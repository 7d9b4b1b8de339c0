using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Reports;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;

namespace ChannelBot.Testing.Tests.Running;

/// <summary>Scripts held several times, many at once.</summary>
public sealed class RepetitionTests
{
    [Fact]
    public async Task A_script_that_passes_some_times_and_not_others_is_flaky()
    {
        var (asked, done) = (0, 0);
        var bot = new SpokenBot(said => [said is "luck" && Interlocked.Increment(ref asked) % 2 is 0 ? "no" : "yes"]);
        var scripts = new[] { "luck", "sure" }.Select(said => ChatScript.Read($"user: {said}\nbot: yes\n", $"{said}.chat"));

        var results = await new ScriptRunner(new InProcessDriver(bot), new RunOptions { Repeat = 6, Parallel = 3 })
            .RunAsync(scripts, _ => Interlocked.Increment(ref done), TestContext.Current.CancellationToken);

        Assert.Equal(12, done);
        Assert.Equal([.. Enumerable.Repeat("luck", 6), .. Enumerable.Repeat("sure", 6)], results.Select(result => result.Name));
        Assert.Equal([1, 2, 3, 4, 5, 6], results.Take(6).Select(result => result.Attempt));
        var run = new TestRun("in process", DateTimeOffset.UnixEpoch, TimeSpan.Zero, results);
        var flaky = Assert.Single(run.Flaky);
        Assert.Equal(("luck", 3, 6), (flaky.First.Name, flaky.Passed, flaky.Attempts));
        Assert.Contains("Flaky: luck passed 3 of 6 times", HtmlReport.Of(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversations_have_the_same_ids_however_many_are_held_at_once()
    {
        var scripts = Enumerable.Range(1, 20).Select(number => ChatScript.Read($"user: {number}\nbot: {number}\n", $"s{number}.chat")).ToArray();
        var ids = new List<string>();
        foreach (var parallel in new[] { 1, 8 })
        {
            var results = await new ScriptRunner(new InProcessDriver(new SpokenBot(said => [said])), new RunOptions { Parallel = parallel })
                .RunAsync(scripts, cancellationToken: TestContext.Current.CancellationToken);
            Assert.All(results, result => Assert.Equal(ScriptOutcome.Passed, result.Outcome));
            ids.Add(string.Join(' ', results.SelectMany(result => result.Turns).SelectMany(turn => turn.Observation.Replies).Select(reply => reply.Id)));
        }

        Assert.Equal(ids[0], ids[1]);
    }
}
