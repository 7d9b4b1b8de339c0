namespace ChannelBot.Cli.Tests.Teaching;

public sealed class HandoutCommandTests
{
    [Fact]
    public async Task Handout_prints_the_story_s_people_times_figures_and_questions()
    {
        var run = await ProgramRun.OfAsync("handout");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# Before we read: the Channel crossings article\n", run.Out, StringComparison.Ordinal);
        Assert.All(
            ["## People", "## Organisations and groups", "## Places", "## When", "## Figures", "## Worked out from them", "## To think about", "## The article"],
            part => Assert.Contains($"\n{part}\n", run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Handout_writes_a_page_of_any_article()
    {
        using var folder = new TemporaryFolder();
        var article = folder.Write("article.txt", "Ann Lee, the mayor, said 12 of the 30 buses would run on Monday.\n“We will do what we can for everybody,” she said.\n");
        var run = await ProgramRun.OfAsync("handout", "--knowledge", article, "--out", folder.At("handout.html"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("30 buses", await File.ReadAllTextAsync(folder.At("handout.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handout_says_which_formats_it_writes() =>
        Assert.Equal("channelbot: 'docx' is no format. Use one of: markdown, html.\n", (await ProgramRun.OfAsync("handout", "--format", "docx")).Error);
}
