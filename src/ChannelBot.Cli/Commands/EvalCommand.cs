using System.CommandLine;
using ChannelBot.Cli.Evaluation;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Planner.Providers;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot eval</c>: asks files of questions with expected answers and counts what is right.</summary>
internal static class EvalCommand
{
    private const double DefaultWarmUpSeconds = 1.5;

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Question files, one JSON object a line.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var squad = new Option<string?>("--squad")
        {
            Description = "Score the search for sentences instead, on a file in SQuAD's format.",
            HelpName = "FILE.json",
        };
        var html = new Option<string?>("--html") { Description = "Write a report as a web page.", HelpName = "FILE" };
        var junit = new Option<string?>("--junit") { Description = "Write a report in JUnit's XML.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print the scores as one line of JSON." };
        var atLeast = new Option<double?>("--at-least")
        {
            Description = "Fail where fewer than this percentage of the answers are right.",
            HelpName = "PERCENT",
        };
        var warmUp = new Option<double>("--warm-up")
        {
            Description = "Seconds to go on asking before times are taken; 0 takes those of the first round.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => DefaultWarmUpSeconds,
        };
        var planner = PlannerOption("--planner", "Who answers, in place of the one that the settings name; its settings are those of the Planner section.");
        var compare = PlannerOption("--compare", "Ask another planner the same questions, and print both side by side.");
        var knowledge = KnowledgeOption.Create();
        var command = new Command("eval", "Score question files, and say what is wrong with each wrong answer. Without --knowledge, questions that lie beside an "
            + "article.txt or a knowledge.json are about that.")
        {
            files, squad, html, junit, json, atLeast, warmUp, planner, compare, knowledge,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(squad) is null) == (result.GetValue(files) is not { Length: > 0 }))
            {
                result.AddError("eval needs question files or --squad FILE, and not both. Example: channelbot eval questions.jsonl");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(squad) is { } file)
            {
                return await EvaluateSquadAsync(terminal, file, parsed.GetValue(json), cancellationToken);
            }

            var asking = new Asking(
                parsed.GetRequiredValue(files), parsed.GetValue(knowledge), TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(warmUp), 0, 3600)));
            var (first, second) = (terminal.Settings.PlannerOf(parsed.GetValue(planner)), parsed.GetValue(compare) is { } name ? terminal.Settings.PlannerOf(name) : null);
            var scores = await EvaluateAsync(terminal, asking, first, cancellationToken);
            var total = TotalOf(scores);
            var others = second is null ? null : TotalOf(await EvaluateAsync(terminal, asking, second, cancellationToken));
            if (parsed.GetValue(html) is { } page)
            {
                await UserFile.WriteAsync(page, "html", HtmlReport.Of(scores, total), cancellationToken);
            }

            if (parsed.GetValue(junit) is { } report)
            {
                await UserFile.WriteAsync(report, "junit", JUnitReport.Of(scores, terminal.Clock.GetUtcNow()), cancellationToken);
            }

            if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(EvaluationRecord.Of(scores, total, others is null ? null : new ComparedRecord(second!.Provider, others)));
            }
            else
            {
                ScoreTable.Write(terminal, scores, total);
                if (others is not null)
                {
                    ComparisonTable.Write(terminal, first.Provider, total, second!.Provider, others);
                }
            }

            return await PassAsync(terminal, total, parsed.GetValue(atLeast));
        });
        return command;
    }

    private static async Task<int> EvaluateSquadAsync(Terminal terminal, string path, bool json, CancellationToken cancellationToken)
    {
        var file = await SquadFile.ReadAsync(path, cancellationToken);
        var questions = file.Articles.Sum(article => article.Paragraphs.Sum(paragraph => paragraph.Questions.Count));
        SquadScores? scores = null;
        await terminal.WithProgressAsync("Searching", questions, async asked =>
            scores = await Task.Run(() => SquadEvaluation.Run(file, asked, cancellationToken), cancellationToken));
        if (json)
        {
            terminal.Out.WriteLine(SquadReport.Json(scores!));
            return ExitCode.Done;
        }

        SquadReport.Write(terminal, scores!);
        return ExitCode.Done;
    }

    private static async Task<IReadOnlyList<FileScore>> EvaluateAsync(
        Terminal terminal, Asking asking, PlannerOptions options, CancellationToken cancellationToken)
    {
        var questionFiles = new List<QuestionFile>();
        foreach (var path in asking.Files)
        {
            questionFiles.Add(await QuestionFile.ReadAsync(path, cancellationToken));
        }

        var scores = new List<FileScore>();
        await terminal.WithProgressAsync("Asking", questionFiles.Sum(file => file.Questions.Count), async asked =>
        {
            foreach (var file in questionFiles)
            {
                var knowledge = await KnowledgeOption.ReadAsync(asking.Knowledge ?? Beside(file.Path), terminal.Settings, cancellationToken);
                var run = new EvaluationRun(terminal.Settings.CreatePlanner(knowledge, terminal.Clock, options.Provider).AskAsync, terminal.Clock);

                // Asking a model again for the time alone would cost as much again.
                var warmUp = options.IsEmbedded ? asking.WarmUp / questionFiles.Count : TimeSpan.Zero;
                var answers = await run.AskAllAsync(file, warmUp, asked, cancellationToken);
                scores.Add(new FileScore(file.Path, answers, Scores.Of(answers)));
            }
        });
        return scores;
    }

    /// <summary>A story's folder holds its questions too; questions that lie elsewhere are about the default story.</summary>
    private static string? Beside(string questionFile) => KnowledgeOption.InFolder(Path.GetDirectoryName(Path.GetFullPath(questionFile))!);

    private static Scores TotalOf(IReadOnlyList<FileScore> scores) => Scores.Of([.. scores.SelectMany(file => file.Asked)]);

    private static Option<string?> PlannerOption(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "PROVIDER" };
        option.CompletionSources.Add([.. PlannerProviders.All.Select(provider => provider.Name)]);
        return option;
    }

    private static async Task<int> PassAsync(Terminal terminal, Scores total, double? atLeast)
    {
        if (atLeast is not { } wanted || 100 * total.Share >= wanted)
        {
            return ExitCode.Done;
        }

        await terminal.FailAsync($"{ScoreTable.Of(total.Right, total.Questions)} are right, less than the {wanted}% asked for.");
        return ExitCode.CallersError;
    }

    /// <summary>What is asked, whoever answers.</summary>
    private sealed record Asking(string[] Files, string? Knowledge, TimeSpan WarmUp);
}
