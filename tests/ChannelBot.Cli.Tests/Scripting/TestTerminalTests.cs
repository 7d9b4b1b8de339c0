using ChannelBot.Cli.Settings;

namespace ChannelBot.Cli.Tests.Scripting;

/// <summary><c>channelbot test</c> where a person watches the terminal, and where the program itself breaks.</summary>
public sealed class TestTerminalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Progress_is_shown_on_the_error_stream_where_that_is_a_terminal(bool isTerminal)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(TextReader.Null, output, error, colours: true, interactive: true, TimeProvider.System) { Settings = ProgramRun.SettingsOf(), ShowsProgress = isTerminal };

        var exitCode = await CommandLine.RunAsync(["test", _folder.Write("a.chat", "user: Hello\n> or ask \"Good morning!\"\n")], terminal);

        Assert.Equal(0, exitCode);
        Assert.Equal(isTerminal, error.ToString().Contains("Talking", StringComparison.Ordinal));
        Assert.DoesNotContain("Talking", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 passed, 0 failed, 0 broken", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_a_sentence_and_another_exit_code_than_a_script_that_fails()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(TextReader.Null, output, error, colours: false, interactive: false, TimeProvider.System)
        {
            Settings = new ProgramSettings(_folder.Path, () => throw new ArithmeticException("a cog broke")),
        };

        var exitCode = await CommandLine.RunAsync(["test", _folder.Write("a.chat", "user: Hello\n")], terminal);

        Assert.Equal((2, "", "channelbot: this is a fault of the program, not of yours: ArithmeticException: a cog broke"), (exitCode, output.ToString(), error.ToString().TrimEnd()));
    }
}
