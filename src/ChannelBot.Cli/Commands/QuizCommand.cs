using System.CommandLine;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Cli.Teaching;
using ChannelBot.Teaching.Quizzes;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot quiz</c>: a quiz on the article, to print, to import, or to take in the terminal.</summary>
internal static class QuizCommand
{
    private static readonly string[] s_formats = ["text", "markdown", "html", "json", "csv"];

    public static Command Create(Terminal terminal)
    {
        var knowledge = KnowledgeOption.Create();
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same quiz.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var count = new Option<int?>("--count", "-n")
        {
            Description = $"How many questions; without it {QuizRequest.UsualCount}, or fewer where the article gives no more.",
            HelpName = "N",
        };
        var level = new Option<string>("--level") { Description = $"{string.Join(", ", QuizNames.Levels)}.", HelpName = "LEVEL", DefaultValueFactory = _ => "medium" };
        var kinds = new Option<string[]>("--kinds")
        {
            Description = $"Only these kinds of question: {string.Join(", ", QuizNames.Kinds)}.",
            HelpName = "KIND",
            AllowMultipleArgumentsPerToken = true,
        };
        var only = new Option<string[]>("--only")
        {
            Description = "Ask only about these: ids of facts, figures, quotes, statements or sentences.",
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
        };
        var format = new Option<string?>("--format", "-f")
        {
            Description = $"{string.Join(", ", s_formats)}. Without it the quiz is taken here, where a person types; else it is printed as text.",
            HelpName = "FORMAT",
        };
        var key = new Option<bool>("--key") { Description = "Add the answers, with their sources." };
        var output = new Option<string?>("--out", "-o") { Description = "Write to this file.", HelpName = "FILE" };
        var command = new Command("quiz", "Make a quiz of the article, with a key that quotes it. Nothing is asked about a death.")
        {
            seed, count, level, kinds, only, format, key, output, knowledge,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var request = new QuizRequest
            {
                Seed = parsed.GetValue(seed),
                Count = parsed.GetValue(count),
                Level = QuizNames.Level(parsed.GetRequiredValue(level)),
                Kinds = [.. Listed(parsed.GetValue(kinds)).Select(QuizNames.Kind)],
                Only = [.. Listed(parsed.GetValue(only))],
            };
            var (wanted, file, withKey) = (TeachingFormat.Of(parsed.GetValue(format), parsed.GetValue(output), s_formats), parsed.GetValue(output), parsed.GetValue(key));
            var maker = new QuizMaker(await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken));
            var quiz = maker.Make(request);
            if (wanted is null && file is null && !withKey && terminal.Interactive)
            {
                await new QuizSession(terminal).RunAsync(quiz, cancellationToken);
                return ExitCode.Done;
            }

            await TeachingFormat.WriteAsync(terminal, file, Rendered(quiz, wanted ?? "text", withKey), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Rendered(Quiz quiz, string format, bool withKey) => format switch
    {
        "markdown" => QuizText.Markdown(quiz, withKey),
        "html" => QuizHtml.Of(quiz, withKey),
        "json" => QuizJson.Of(quiz, withKey),
        "csv" => QuizCsv.Of(quiz, withKey),
        _ => QuizText.Plain(quiz, withKey),
    };

    /// <summary>"a,b" and "a b" are two.</summary>
    private static IEnumerable<string> Listed(string[]? values) =>
        (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
