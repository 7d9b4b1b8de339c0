using System.CommandLine;
using ChannelBot.Cli.Evaluation;
using ChannelBot.Cli.Knowledge;

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
        var knowledge = KnowledgeOption.Create();
        var command = new Command("eval", "Score question files, and say what is wrong with each wrong answer. Without --knowledge, questions that lie beside an "
            + "article.txt or a knowledge.json are about that.")
        {
            files, squad, html, junit, json, atLeast, warmUp, knowledge,
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

            var scores = await EvaluateAsync(
                terminal,
                parsed.GetRequiredValue(files),
                parsed.GetValue(knowledge),
                TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(warmUp), 0, 3600)),
                cancellationToken);
            var total = Scores.Of([.. scores.SelectMany(file => file.Asked)]);
            if (parsed.GetValue(html) is { } page)
            {
                await UserFile.WriteAsync(page, "html", HtmlReport.Of(scores, total), cancellationToken);
            }

            if (parsed.GetValue(junit) is { } report)
            {
                await UserFile.WriteAsync(report, "junit", JUnitReport.Of(scores), cancellationToken);
            }

            Print(terminal, scores, total, parsed.GetValue(json));
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
        Terminal terminal, string[] paths, string? knowledge, TimeSpan warmUp, CancellationToken cancellationToken)
    {
        var questionFiles = new List<QuestionFile>();
        foreach (var path in paths)
        {
            questionFiles.Add(await QuestionFile.ReadAsync(path, cancellationToken));
        }

        var scores = new List<FileScore>();
        await terminal.WithProgressAsync("Asking", questionFiles.Sum(file => file.Questions.Count), async asked =>
        {
            foreach (var file in questionFiles)
            {
                var planner = terminal.Settings.CreatePlanner(await KnowledgeOption.ReadAsync(knowledge ?? Beside(file.Path), terminal.Settings, cancellationToken), terminal.Clock);
                var run = new EvaluationRun(planner.AskAsync, terminal.Clock);
                var answers = await run.AskAllAsync(file, warmUp / questionFiles.Count, asked, cancellationToken);
                scores.Add(new FileScore(file.Path, answers, Scores.Of(answers)));
            }
        });
        return scores;
    }

    /// <summary>A story's folder holds its questions too; questions that lie elsewhere are about the default story.</summary>
    private static string? Beside(string questionFile) => KnowledgeOption.InFolder(Path.GetDirectoryName(Path.GetFullPath(questionFile))!);

    private static void Print(Terminal terminal, IReadOnlyList<FileScore> scores, Scores total, bool json)
    {
        if (json)
        {
            terminal.Out.WriteLine(EvaluationRecord.Of(scores, total));
            return;
        }

        ScoreTable.Write(terminal, scores, total);
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
}
