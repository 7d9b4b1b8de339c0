using System.Text;

namespace ChannelBot.Cli.Tests.Scripting;

/// <summary><c>channelbot test --update</c>, answered from the input.</summary>
public sealed class UpdateTests : IDisposable
{
    private const string Line = "user: thanks\nbot: old\n> expect outcome social\n\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("y\ny\ny\n", "new new new", 0)]
    [InlineData("n\nwhat?\nyes\nn\n", "old new old", 1)]
    [InlineData("y\nq\n", "new old old", 1)]
    [InlineData("n\na\n", "old new new", 1)]
    [InlineData("a\n", "new new new", 0)]
    [InlineData("", "old old old", 1)]
    public async Task Lines_are_asked_for_one_by_one(string answers, string lines, int exitCode)
    {
        var script = _folder.Write("a.chat", Line + Line + Line);
        var words = await WordsAsync();

        var run = await ProgramRun.WithInputAsync(answers, "test", script, "--update");

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.Contains("[-old-]", run.Out, StringComparison.Ordinal);
        var expected = string.Concat(lines.Split(' ').Select(line => Line.Replace("old", line is "new" ? words : "old", StringComparison.Ordinal)));
        Assert.Equal(expected, await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_build_server_is_refused_before_anything_runs()
    {
        var script = _folder.Write("a.chat", Line);

        var run = await ProgramRun.OnBuildServerAsync("test", script, "--update");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("refused where CI=true", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_with_no_other_way_to_run()
    {
        var run = await ProgramRun.OfAsync("test", _folder.Write("a.chat", Line), "--update", "--watch");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("one at a time: --watch, --update or --article", run.Error, StringComparison.Ordinal);
    }

    /// <summary>What the bot says, as its own recording has it.</summary>
    private async Task<string> WordsAsync()
    {
        var recorded = _folder.At("recorded.chat");
        await ProgramRun.WithInputAsync("thanks\n:quit\n", "record", recorded);
        var lines = await File.ReadAllLinesAsync(recorded, Encoding.UTF8, TestContext.Current.CancellationToken);
        return lines[Array.IndexOf(lines, "user: thanks") + 1]["bot: ".Length..];
    }
}
