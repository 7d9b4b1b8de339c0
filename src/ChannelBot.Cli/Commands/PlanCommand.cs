using System.CommandLine;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Cli.Scripting;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Planner;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Plans;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot plan</c>: plans that <c>channelbot test --plans</c> wrote are compared, or made again.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal) => new("plan", "Compare the plans of answers that channelbot test --plans wrote, or make their calls again.")
    {
        Diff(terminal),
        Replay(terminal),
    };

    private static Command Diff(Terminal terminal)
    {
        var old = new Argument<string>("old") { Description = "Plans of an earlier run: a file, or a folder of them." };
        var now = new Argument<string>("new") { Description = "Plans of a later run, of the same kind." };
        var command = new Command("diff", "Show where the plans of two runs differ, and what their calls returned.") { old, now };
        command.SetAction((parsed, _) => CompareAsync(terminal, parsed.GetRequiredValue(old), parsed.GetRequiredValue(now)));
        return command;
    }

    /// <summary>What only one of the runs held has no other plan: a filter may have left it out.</summary>
    private static async Task<int> CompareAsync(Terminal terminal, string old, string now)
    {
        var (turns, problems, differences) = (0, 0, new List<PlanDifference>());
        var pairs = PlanFolder.Pair(old, now).ToArray();
        foreach (var (_, before, after) in pairs.Where(pair => pair is { Old: not null, New: not null }))
        {
            problems += await TryAsync(terminal, null, () =>
            {
                var (first, second) = (PlanFile.Read(before!), PlanFile.Read(after!));
                turns += PlanComparison.Turns(second).Count();
                differences.AddRange(PlanComparison.Compare(first, second));
                return Task.CompletedTask;
            });
        }

        Write(terminal, differences);
        var alone = Alone(terminal, old, pairs.Where(pair => pair.New is null)) + Alone(terminal, now, pairs.Where(pair => pair.Old is null));
        await terminal.Out.WriteLineAsync(FormattableString.Invariant(
            $"{turns} turns compared, {differences.Count} with another plan{Counted(alone, "scripts in one of the runs alone")}{Broken(problems)}"));
        return differences.Count + problems is 0 && turns > 0 ? ExitCode.Done : ExitCode.CallersError;
    }

    /// <summary>Names the scripts that one run alone held.</summary>
    /// <returns>How many they are.</returns>
    private static int Alone(Terminal terminal, string run, IEnumerable<(string Name, string? Old, string? New)> pairs)
    {
        string[] names = [.. pairs.Select(pair => pair.Name)];
        if (names.Length > 0)
        {
            new Page(terminal).Item("·", $"only in {run}: {string.Join(", ", names)}", TestPage.Strong);
        }

        return names.Length;
    }

    private static Command Replay(Terminal terminal)
    {
        var paths = PathsArgument.Create("Files of plans, or folders of them.");
        var knowledge = KnowledgeOption.Create();
        var command = new Command("replay", "Make the calls of plans again, and say where one returns something else, to the last sign.") { paths, knowledge };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var planner = QuestionPlanner.Embedded(await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken));
            var (calls, differences, problems) = (0, new List<PlanDifference>(), 0);
            foreach (var path in parsed.GetRequiredValue(paths).SelectMany(PlanFolder.FilesAt))
            {
                problems += await TryAsync(terminal, path, async () =>
                {
                    foreach (var (where, plan) in PlanComparison.Turns(PlanFile.Read(path)))
                    {
                        var results = await planner.ReplayAsync(plan.Calls, cancellationToken);
                        calls += results.Count;
                        differences.AddRange(plan.Calls.Zip(results).Where(call => call.First.Result != call.Second).Select(call => Changed(where, call.First, call.Second)));
                    }
                });
            }

            Write(terminal, differences);
            await terminal.Out.WriteLineAsync(FormattableString.Invariant($"{calls} calls made again, {differences.Count} with another result{Broken(problems)}"));
            return differences.Count + problems is 0 ? ExitCode.Done : ExitCode.CallersError;
        });
        return command;
    }

    /// <summary>A file that cannot be used is told, and the others are taken all the same.</summary>
    /// <param name="path">What to begin the message with; null where it names the file itself.</param>
    /// <returns>1 where it could not be used, else 0.</returns>
    private static async Task<int> TryAsync(Terminal terminal, string? path, Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (BadInputException bad)
        {
            await terminal.FailAsync(path is null || bad.Message.Contains(path, StringComparison.Ordinal) ? bad.Message : $"{path}: {bad.Message}");
            return 1;
        }
    }

    private static string Broken(int problems) => Counted(problems, "files that cannot be used");

    private static string Counted(int number, string what) => number is 0 ? "" : FormattableString.Invariant($", {number} {what}");

    private static PlanDifference Changed(string where, PlanStep step, string result) => new($"{where}: {step}", WordDiff.Of(step.Result, result));

    private static void Write(Terminal terminal, IEnumerable<PlanDifference> differences)
    {
        var page = new Page(terminal);
        foreach (var difference in differences)
        {
            page.Heading(difference.Where, TestPage.Strong);
            DiffText.Write(terminal, difference.Diff);
        }
    }
}
