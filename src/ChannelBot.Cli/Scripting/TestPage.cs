using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using Spectre.Console;

namespace ChannelBot.Cli.Scripting;

/// <summary>A run of scripts as a person reads it: what failed, with the difference and how the answer came about, and the counts.</summary>
internal sealed class TestPage(Terminal terminal)
{
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Right = new(foreground: Color.Green);
    public static readonly Style Wrong = new(foreground: Color.Maroon);

    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    private readonly Page _page = new(terminal);

    public void Write(TestRun run)
    {
        foreach (var result in run.Results.Where(result => result.Outcome is ScriptOutcome.Failed or ScriptOutcome.Broken))
        {
            Write(result);
        }

        foreach (var reason in run.Results.Where(result => result.Skipped is not null).GroupBy(result => result.Skipped))
        {
            _page.Item("SKIPPED", $"{string.Join(", ", reason.Select(result => result.Path).Distinct())}: {reason.Key}", Quiet);
        }

        foreach (var flaky in run.Flaky)
        {
            _page.Heading(Text($"FLAKY {flaky.First.Path}{NameOf(flaky.First)}: passed {flaky.Passed} of {flaky.Attempts} times"), Wrong);
        }

        var (passed, failed, broken, skipped) = (run.Count(ScriptOutcome.Passed), run.Count(ScriptOutcome.Failed), run.Count(ScriptOutcome.Broken), run.Count(ScriptOutcome.Skipped));
        _page.Heading(
            Text($"{passed} passed, {failed} failed, {broken} broken{(skipped > 0 ? Text($", {skipped} skipped") : "")}; {run.Turns} turns in {run.Elapsed.TotalSeconds:0.00} s, {run.Bot}"),
            run.HasPassed ? Right : Wrong);
    }

    private void Write(ScriptResult result)
    {
        _page.Heading(Text($"{(result.Outcome is ScriptOutcome.Broken ? "BROKEN" : "FAILED")} {result.Path}{NameOf(result)}{AttemptOf(result)}"), Wrong);
        if (result.Paraphrase is { } paraphrase)
        {
            _page.Item("asked as", $"“{paraphrase.Text}”", Quiet);
        }

        if (result.Problem is { } problem)
        {
            foreach (var line in problem.Split('\n'))
            {
                _page.Item("·", line, Wrong);
            }
        }

        foreach (var turn in result.Turns.Where(turn => !turn.Passed))
        {
            Write(turn);
        }

        _page.Line();
    }

    private void Write(TurnResult turn)
    {
        _page.Line();
        _page.Item("user:", turn.Said, Strong);
        foreach (var line in turn.Observation.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _page.Item("bot: ", line, Quiet);
        }

        foreach (var failure in turn.Failures)
        {
            _page.Item("✗", Text($"{failure.Expectation}{(failure.Place is { } place ? $"  ({place})" : "")}"), Wrong);
            if (failure.Diff.Count > 0)
            {
                DiffText.Write(terminal, failure.Diff);
                continue;
            }

            _page.Item("   expected", OneLine(failure.Expected), Right);
            _page.Item("   actual  ", OneLine(failure.Actual), Wrong);
        }

        foreach (var step in turn.Observation.Answer?.AllWorking() ?? [])
        {
            _page.Item("   working:", step.Expression, Quiet);
        }

        foreach (var line in turn.Observation.Explanation)
        {
            _page.Item("   why:", line, Quiet);
        }

        foreach (var call in turn.Observation.Plan)
        {
            _page.Item("   plan:", $"{call} → {call.Result.ReplaceLineEndings("; ")}", Quiet);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ⏎ ");

    private static string NameOf(ScriptResult result) =>
        Path.GetFileNameWithoutExtension(result.Path) == result.Name || Path.GetFileName(result.Path) == result.Name ? "" : $" ({result.Name})";

    private static string AttemptOf(ScriptResult result) => result.Attempt > 1 ? Text($", attempt {result.Attempt}") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
