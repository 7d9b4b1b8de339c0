namespace ChannelBot.Cli.Tests;

public sealed class InterruptsTests
{
    [Fact]
    public async Task Ctrl_C_ends_what_is_waited_for_and_the_next_one_the_program()
    {
        using var interrupts = new Interrupts();
        var waiting = interrupts.UntilInterruptedAsync(ForEver, interrupts.Program);
        Assert.True(interrupts.Interrupt());
        Assert.Null(await waiting);
        Assert.False(interrupts.Program.IsCancellationRequested);

        Assert.True(interrupts.Interrupt());
        Assert.True(interrupts.Program.IsCancellationRequested);
        Assert.False(interrupts.Interrupt());
    }

    [Fact]
    public async Task Who_ends_the_program_ends_also_what_is_waited_for()
    {
        using var interrupts = new Interrupts();
        using var program = new CancellationTokenSource();
        var waiting = interrupts.UntilInterruptedAsync(ForEver, program.Token);
        await program.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void A_progress_line_writes_over_itself_and_leaves_nothing()
    {
        using var error = new StringWriter();
        using (var line = new ProgressLine(error))
        {
            line.Report("Reading…");
            line.Report("Done");
        }

        Assert.Equal("\rReading…\r\rDone    \r\r    \r", error.ToString());
    }

    private static async Task<string> ForEver(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "never";
    }
}
