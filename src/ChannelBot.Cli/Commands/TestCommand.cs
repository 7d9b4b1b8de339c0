using System.CommandLine;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Cli.Scripting;
using ChannelBot.Core;
using ChannelBot.KnowledgeBuilder;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Reports;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot test</c>: holds conversations that scripts tell with a bot, and says what does not hold any more.</summary>
internal static class TestCommand
{
    private const int MostRepeats = 10_000;
    private const double UsualSeconds = 15;

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("paths")
        {
            Description = "Scripts: .chat, .transcript, Botium's .convo.txt, test sets in .csv; or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new TestTarget();
        var filter = new Option<string?>("--filter") { Description = "Only scripts whose name or path holds this; * stands for anything.", HelpName = "TEXT" };
        var repeat = new Option<int>("--repeat") { Description = "Hold each conversation this often, and tell which are flaky.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var parallel = new Option<int>("--parallel")
        {
            Description = "Conversations at a time.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var timeout = new Option<double>("--timeout") { Description = "Seconds that one turn may take.", HelpName = "SECONDS", DefaultValueFactory = _ => UsualSeconds };
        var delays = new Option<bool>("--delays") { Description = "Wait the pauses that scripts ask for." };
        var ignore = new Option<string[]>("--ignore")
        {
            Description = "A field that transcripts are not compared in, besides ids, times and addresses: entities, channelData.x, …",
            HelpName = "FIELD",
        };
        var html = new Option<string?>("--html") { Description = "Write a report as a web page.", HelpName = "FILE" };
        var junit = new Option<string?>("--junit") { Description = "Write a report in JUnit's XML.", HelpName = "FILE" };
        var watch = new Option<bool>("--watch") { Description = "Run again whenever a script changes, until Ctrl-C." };
        var article = new Option<string?>("--article")
        {
            Description = "Hold the scripts with the bot of an edited article too, and tell what the edit breaks: figures, quotes, facts, plans, expectations.",
            HelpName = "NEW.txt",
        };
        var curation = new Option<string?>("--curation") { Description = "With --article: what people reviewed about it.", HelpName = "FILE.yaml" };
        var command = new Command("test", "Hold the conversations that scripts tell, and say what does not hold. In this process, unless a bot elsewhere is named.")
        {
            paths, filter, repeat, parallel, timeout, delays, ignore, html, junit, watch, article, curation,
        };
        foreach (var option in target.Options)
        {
            command.Add(option);
        }

        command.Validators.Add(target.Check);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new RunOptions
            {
                Repeat = InRange(parsed.GetValue(repeat), 1, MostRepeats, "repeat"),
                Parallel = InRange(parsed.GetValue(parallel), 1, MostRepeats, "parallel"),
                Timeout = TimeSpan.FromSeconds(InRange(parsed.GetValue(timeout), 0.001, TimeSpan.FromDays(1).TotalSeconds, "timeout")),
                KeepsDelays = parsed.GetValue(delays),
                Rules = ComparisonRules.Default.Ignoring(parsed.GetValue(ignore) ?? []),
            };
            var asked = new Asked(parsed.GetRequiredValue(paths), parsed.GetValue(filter), parsed.GetValue(html), parsed.GetValue(junit));
            await using var driver = await target.OpenAsync(parsed, terminal, cancellationToken);
            var runner = new ScriptRunner(driver, options, terminal.Clock);
            if (parsed.GetValue(article) is { } edited)
            {
                if (!target.IsInProcess(parsed))
                {
                    throw new BadInputException("article", "--article is for the article's own bot in this process, not for one elsewhere.");
                }

                var before = await KnowledgeOption.ReadAsync(target.KnowledgeOf(parsed), terminal.Settings, cancellationToken);
                var after = await KnowledgeCompiler.BuildAsync(edited, parsed.GetValue(curation), cancellationToken);
                await using var other = await TestTarget.OpenAsync(after, target.ChannelOf(parsed), terminal, cancellationToken);
                var old = await HoldAsync(terminal, asked, runner, driver.Name, cancellationToken);
                var run = await HoldAsync(terminal, asked, new ScriptRunner(other, options, terminal.Clock), edited, cancellationToken);
                new ArticleChange(before, after).Write(terminal, old, run);
                return await ReportAsync(asked, run, cancellationToken);
            }

            if (!parsed.GetValue(watch))
            {
                return await RunAsync(terminal, asked, runner, driver.Name, cancellationToken);
            }

            using var changes = new ScriptWatch(asked.Paths, terminal.Clock);
            while (true)
            {
                await RunAsync(terminal, asked, runner, driver.Name, cancellationToken);
                await terminal.FlushAsync();
                await changes.WaitAsync(cancellationToken);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, Asked asked, ScriptRunner runner, string bot, CancellationToken cancellationToken)
    {
        var run = await HoldAsync(terminal, asked, runner, bot, cancellationToken);
        new TestPage(terminal).Write(run);
        return await ReportAsync(asked, run, cancellationToken);
    }

    private static async Task<TestRun> HoldAsync(Terminal terminal, Asked asked, ScriptRunner runner, string bot, CancellationToken cancellationToken)
    {
        var scripts = ScriptSet.Read(asked.Paths, asked.Filter);
        if (scripts is { Scripts.Count: 0, Unreadable.Count: 0 })
        {
            throw new BadInputException("paths", $"no script is there{(asked.Filter is { } wanted ? $" whose name holds '{wanted}'" : "")}: {string.Join(", ", asked.Paths)}.");
        }

        var (started, watch) = (terminal.Clock.GetUtcNow(), Stopwatch.GetTimestamp());
        IReadOnlyList<ScriptResult> results = [];
        await terminal.WithProgressAsync("Talking", runner.Count(scripts.Scripts), async held =>
            results = await runner.RunAsync(scripts.Scripts, _ => held(), cancellationToken));
        return new TestRun(bot, started, Stopwatch.GetElapsedTime(watch), [.. scripts.Unreadable, .. results]);
    }

    private static async Task<int> ReportAsync(Asked asked, TestRun run, CancellationToken cancellationToken)
    {
        if (asked.Html is { } page)
        {
            await UserFile.WriteAsync(page, "html", HtmlReport.Of(run), cancellationToken);
        }

        if (asked.JUnit is { } report)
        {
            await UserFile.WriteAsync(report, "junit", JUnitReport.Of(run), cancellationToken);
        }

        return run.HasPassed ? ExitCode.Done : ExitCode.CallersError;
    }

    /// <summary>What is run, and where its reports go.</summary>
    private sealed record Asked(string[] Paths, string? Filter, string? Html, string? JUnit);

    private static T InRange<T>(T value, T least, T most, string option)
        where T : IComparable<T> => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new BadInputException(option, FormattableString.Invariant($"--{option} must be {least} to {most}, not {value}."));
}
