namespace ChannelBot.Cli.Tests.Scripting;

/// <summary>tests/transcripts: what a tester would hold the shipped article's bot to, in this process.</summary>
public sealed class ScriptsOfOurBotTests
{
    [Fact]
    public async Task Every_script_holds()
    {
        var run = await ProgramRun.OfAsync("test", Repository.At("tests", "transcripts"));

        Assert.True(run.ExitCode is 0, run.Out + run.Error);
        Assert.Matches(@"^\d{2,} passed, 0 failed, 0 broken; \d+ turns in ", run.Out);
    }

    [Fact]
    public void There_are_scripts_of_every_kind()
    {
        var scripts = Directory.GetFiles(Repository.At("tests", "transcripts"), "*.chat", SearchOption.AllDirectories);

        Assert.True(scripts.Length >= 40, $"There are {scripts.Length}.");
        var all = string.Concat(scripts.Select(File.ReadAllText));
        Assert.All(
            ["answered", "computed", "corrected", "not_in_article", "declined", "clarify", "social"],
            outcome => Assert.Contains($"expect outcome {outcome}", all, StringComparison.Ordinal));
        Assert.All(
            Core.Conversations.BotCommands.All,
            command => Assert.Contains($"user: {command.Name}\n", all, StringComparison.Ordinal));
        Assert.All(["msteams", "directline"], channel => Assert.Contains($"channelId={channel}", all, StringComparison.Ordinal));
    }
}
