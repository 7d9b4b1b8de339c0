using System.Text;

namespace ChannelBot.Cli.Tests.Scripting;

/// <summary><c>channelbot test --watch</c>: each report is waited for, not a time.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_changed_a_new_and_a_deleted_script_are_run_again_until_Ctrl_C()
    {
        var script = _folder.Write("a.chat", "user: Hello\n> expect outcome social\n");
        using var interrupts = new Interrupts();
        using var reports = new Reports();
        using var nothing = new StringReader("");
        var terminal = new Terminal(nothing, reports, TextWriter.Null, colours: false, interactive: false, TimeProvider.System)
        {
            Settings = ProgramRun.SettingsOf(),
            Interrupts = interrupts,
        };
        var watching = CommandLine.RunAsync(["test", _folder.Path, "--watch"], terminal);

        await reports.UntilAsync("1 passed, 0 failed, 0 broken");
        await File.AppendAllTextAsync(script, "> expect outcome declined\n", TestContext.Current.CancellationToken);
        await reports.UntilAsync("0 passed, 1 failed, 0 broken");
        _folder.Write("b.chat", "user: Hello\n> expect outcome social\n");
        await reports.UntilAsync("1 passed, 1 failed, 0 broken");
        File.Delete(script);
        await reports.UntilAsync("1 passed, 0 failed, 0 broken");

        Assert.True(interrupts.Interrupt());
        Assert.Equal(130, await watching);
    }

    /// <summary>Hands out the last line of each report, once the program has written all of it.</summary>
    private sealed class Reports : StringWriter
    {
        private readonly System.Threading.Channels.Channel<string> _done = System.Threading.Channels.Channel.CreateUnbounded<string>();

        /// <summary>A system may tell of one change in several steps, and each is a report.</summary>
        public async Task UntilAsync(string start)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromMinutes(2));
            while (!(await _done.Reader.ReadAsync(patience.Token)).StartsWith(start, StringComparison.Ordinal))
            {
            }
        }

        public override Task FlushAsync()
        {
            var written = GetStringBuilder();
            if (written.Length > 0)
            {
                _done.Writer.TryWrite(written.ToString().TrimEnd().Split('\n')[^1]);
                written.Clear();
            }

            return Task.CompletedTask;
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => FlushAsync();

        public override Encoding Encoding => Encoding.UTF8;
    }
}
