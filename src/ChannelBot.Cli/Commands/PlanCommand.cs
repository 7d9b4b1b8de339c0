using System.CommandLine;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Cli.Scripting;
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
        command.SetAction(async (parsed, _) =>
        {
            var pairs = PlanFolder.Pair(parsed.GetRequiredValue(old), parsed.GetRequiredValue(now)).ToArray();
            var differences = pairs.SelectMany(pair => PlanComparison.Compare(pair.Old, pair.New)).ToArray();
            Write(terminal, differences);
            await terminal.Out.WriteLineAsync(FormattableString.Invariant(
                $"{pairs.Sum(pair => PlanComparison.Turns(pair.New).Count())} turns compared, {differences.Length} with another plan"));
            return differences.Length is 0 ? ExitCode.Done : ExitCode.CallersError;
        });
        return command;
    }

    private static Command Replay(Terminal terminal)
    {
        var paths = new Argument<string[]>("paths") { Description = "Files of plans, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("replay", "Make the calls of plans again, and say where one returns something else, to the last sign.") { paths, knowledge };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = parsed.GetRequiredValue(paths).SelectMany(PlanFolder.FilesAt).Select(PlanFile.Read).ToArray();
            var planner = QuestionPlanner.Embedded(await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken));
            var (calls, differences) = (0, new List<PlanDifference>());
            foreach (var (where, plan) in files.SelectMany(PlanComparison.Turns))
            {
                var results = await planner.ReplayAsync(plan.Calls, cancellationToken);
                calls += results.Count;
                differences.AddRange(plan.Calls.Zip(results).Where(call => call.First.Result != call.Second).Select(call => Changed(where, call.First, call.Second)));
            }

            Write(terminal, differences);
            await terminal.Out.WriteLineAsync(FormattableString.Invariant($"{calls} calls made again, {differences.Count} with another result"));
            return differences.Count is 0 ? ExitCode.Done : ExitCode.CallersError;
        });
        return command;
    }

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
