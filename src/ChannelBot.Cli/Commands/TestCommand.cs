using System.CommandLine;
using System.Text;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Cli.Scripting;
using ChannelBot.Core;
using ChannelBot.KnowledgeBuilder;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Reports;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot test</c>: holds conversations that scripts tell with a bot, and says what does not hold any more.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("test", "Hold the conversations that scripts tell, and say what does not hold. In this process, unless a bot elsewhere is named.");
        var options = new TestOptions();
        options.AddTo(command);
        var target = new TestTarget();
        foreach (var option in target.Options)
        {
            command.Add(option);
        }

        command.Validators.Add(target.Check);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = options.Read(parsed);
            if (asked.Updates)
            {
                UpdateDialog.RequirePerson(terminal);
            }

            if (asked.Article is { } article)
            {
                return await CompareAsync(terminal, asked, article, parsed, target, cancellationToken);
            }

            await using var driver = await target.OpenAsync(parsed, terminal, cancellationToken);
            return asked.Watches
                ? await WatchAsync(terminal, asked, driver, cancellationToken)
                : await RunAsync(terminal, asked, driver, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, AskedTest asked, IBotDriver driver, CancellationToken cancellationToken)
    {
        var run = await HoldAsync(terminal, asked, driver, cancellationToken);
        new TestPage(terminal).Write(run);
        var exitCode = await ReportAsync(asked, run, cancellationToken);
        return asked.Updates && await new UpdateDialog(terminal).HoldAsync(run, cancellationToken) ? ExitCode.Done : exitCode;
    }

    private static async Task<int> WatchAsync(Terminal terminal, AskedTest asked, IBotDriver driver, CancellationToken cancellationToken)
    {
        using var changes = new ScriptWatch(asked.Paths, terminal.Clock);
        while (true)
        {
            await RunAsync(terminal, asked, driver, cancellationToken);
            await terminal.FlushAsync();
            await changes.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Holds the scripts twice, with the bot of the article as it is and of the edited one; where nobody says what people reviewed, of
    /// both as the builder reads them alone.</summary>
    private static async Task<int> CompareAsync(
        Terminal terminal, AskedTest asked, string article, ParseResult parsed, TestTarget target, CancellationToken cancellationToken)
    {
        if (!target.IsInProcess(parsed))
        {
            throw new BadInputException("article", "--article is for the article's own bot in this process, not for one elsewhere.");
        }

        var curation = asked.Curation ?? KnowledgeOption.CurationOf(target.KnowledgeOf(parsed), terminal.Settings);
        var (after, lost) = await KnowledgeCompiler.BuildWhatHoldsAsync(article, curation, cancellationToken);
        var before = await KnowledgeOption.ReadAsync(target.KnowledgeOf(parsed), terminal.Settings, cancellationToken);
        before = curation is null ? KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(before.Article.Text)) : before;
        await using var driver = await TestTarget.OpenAsync(before, target.ChannelOf(parsed), terminal, cancellationToken);
        await using var other = await TestTarget.OpenAsync(after, target.ChannelOf(parsed), terminal, cancellationToken);
        var old = await HoldAsync(terminal, asked, driver, cancellationToken);
        var edited = await HoldAsync(terminal, asked, other, cancellationToken) with { Bot = article };
        new ArticleChange(before, after) { Curation = curation, Lost = lost }.Write(terminal, old, edited);
        return await ReportAsync(asked, edited, cancellationToken);
    }

    private static async Task<TestRun> HoldAsync(Terminal terminal, AskedTest asked, IBotDriver driver, CancellationToken cancellationToken)
    {
        var scripts = ScriptSet.Read(asked.Paths, asked.Filter);
        if (scripts is { Scripts.Count: 0, Unreadable.Count: 0 })
        {
            throw new BadInputException("paths", $"no script is there{(asked.Filter is { } wanted ? $" whose name holds '{wanted}'" : "")}: {string.Join(", ", asked.Paths)}.");
        }

        var runner = new ScriptRunner(driver, asked.Run, terminal.Clock);
        var (started, watch) = (terminal.Clock.GetUtcNow(), Stopwatch.GetTimestamp());
        IReadOnlyList<ScriptResult> results = [];
        await terminal.WithProgressAsync("Talking", runner.Count(scripts.Scripts), async held =>
            results = await runner.RunAsync(scripts.Scripts, _ => held(), cancellationToken));
        return new TestRun(driver.Name, started, Stopwatch.GetElapsedTime(watch), [.. scripts.Unreadable, .. results]);
    }

    private static async Task<int> ReportAsync(AskedTest asked, TestRun run, CancellationToken cancellationToken)
    {
        if (asked.Html is { } page)
        {
            await UserFile.WriteAsync(page, "html", HtmlReport.Of(run), cancellationToken);
        }

        if (asked.JUnit is { } report)
        {
            await UserFile.WriteAsync(report, "junit", JUnitReport.Of(run), cancellationToken);
        }

        if (asked.Plans is { } folder)
        {
            await PlanFolder.WriteAsync(folder, run.Results, asked.Paths, cancellationToken);
        }

        return run.HasPassed ? ExitCode.Done : ExitCode.CallersError;
    }
}
