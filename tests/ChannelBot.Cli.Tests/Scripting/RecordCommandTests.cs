namespace ChannelBot.Cli.Tests.Scripting;

public sealed class RecordCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("test", "talk.chat")]
    [InlineData("msteams", "talk.chat")]
    [InlineData("directline", "talk.chat")]
    [InlineData("test", "talk.transcript")]
    [InlineData("msteams", "talk.transcript")]
    [InlineData("directline", "talk.transcript")]
    [InlineData("msteams", "talk.transcript", "--anonymise")]
    public async Task A_recorded_conversation_holds_at_once(string channel, string file, params string[] options)
    {
        var script = _folder.At(file);

        var recorded = await ProgramRun.WithInputAsync(
            "How many people arrived this year?\n\nWhat share of them came since the election?\nWho is who?\nhelp\n:quit\n", ["record", script, "--channel", channel, .. options]);
        var held = await ProgramRun.OfAsync("test", script);

        Assert.Equal((0, ""), (recorded.ExitCode, recorded.Error));
        Assert.StartsWith("1 passed, 0 failed, 0 broken; 5 turns", held.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_already_is_left_alone()
    {
        var script = _folder.Write("talk.chat", "user: mine\n");

        var run = await ProgramRun.WithInputAsync("Hello\n", "record", script);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is there already", run.Error, StringComparison.Ordinal);
        Assert.Equal("user: mine\n", await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken));
    }
}
