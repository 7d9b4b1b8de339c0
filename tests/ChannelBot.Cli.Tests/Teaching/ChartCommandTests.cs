namespace ChannelBot.Cli.Tests.Teaching;

public sealed class ChartCommandTests
{
    [Fact]
    public async Task Chart_alone_lists_what_can_be_drawn_and_draws_what_is_named()
    {
        var list = await ProgramRun.OfAsync("chart");
        var ids = list.Out.Split('\n').Select(line => line.Split('\t')[0]).Where(id => id.Contains("arrivals-since", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, ids.Length);

        using var folder = new TemporaryFolder();
        var run = await ProgramRun.OfAsync(["chart", .. ids, "--out", folder.At("bars.svg")]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Bars from zero, in people.", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", await File.ReadAllTextAsync(folder.At("bars.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Equal(0, (await ProgramRun.OfAsync(["chart", .. ids, "--out", folder.At("bars.png")])).ExitCode);
        Assert.Equal("PNG"u8.ToArray(), (await File.ReadAllBytesAsync(folder.At("bars.png"), TestContext.Current.CancellationToken))[1..4]);

        var other = await ProgramRun.OfAsync(["chart", .. ids, "--out", folder.At("bars.gif")]);
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("'.gif' is no kind of picture that can be written.", other.Error, StringComparison.Ordinal);
    }
}
