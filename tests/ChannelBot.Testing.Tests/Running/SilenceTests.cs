using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;

namespace ChannelBot.Testing.Tests.Running;

/// <summary>A bot that says nothing.</summary>
public sealed class SilenceTests
{
    [Theory]
    [InlineData("user: hi", "a reply", "no message")]
    [InlineData("user: hi\n> expect no \"April\"", "a reply", "no message")]
    [InlineData("user: hi\n> expect number 12", "expect number 12", "no message")]
    [InlineData("user: hi\n> expect outcome answered", "expect outcome answered", "no message")]
    [InlineData("user: hi\nbot: Hello", "bot line", "no message")]
    public async Task Silence_is_no_answer_to_a_message(string script, string expectation, string actual)
    {
        var failure = Assert.Single(Assert.Single((await HoldAsync(script)).Turns).Failures);

        Assert.Equal((expectation, actual), (failure.Expectation, failure.Actual));
    }

    [Theory]
    [InlineData("user: hi\n> expect count messages 0")]
    [InlineData("user: [Typing]")]
    [InlineData("> activity {\"type\":\"event\",\"name\":\"tick\"}\n> expect no \"April\"")]
    public async Task It_is_right_where_the_script_says_so_or_says_nothing_itself(string script) =>
        Assert.Equal(ScriptOutcome.Passed, (await HoldAsync(script)).Outcome);

    private static async Task<ScriptResult> HoldAsync(string script) => Assert.Single(await new ScriptRunner(new InProcessDriver(new SpokenBot(_ => [])))
        .RunAsync([ChatScript.Read(script, "script.chat")], cancellationToken: TestContext.Current.CancellationToken));
}
