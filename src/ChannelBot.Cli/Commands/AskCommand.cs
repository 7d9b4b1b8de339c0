using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using ChannelBot.Cli.Asking;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Core;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot ask</c>: one question, or a file of them.</summary>
internal static class AskCommand
{
    /// <summary>Far more than any question; what is longer is cut off unread.</summary>
    private const int MostBytes = 10_000_000;

    public static Command Create(Terminal terminal)
    {
        var question = new Argument<string[]>("question")
        {
            Description = "What to ask, best in quotation marks; - reads it from the standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var batch = new Option<string?>("--batch", "-b")
        {
            Description = "A file with one question a line: {\"id\", \"group\", \"turn\", \"question\"}; - is the standard input. "
                + "Prints one answer record a line, in the same order.",
            HelpName = "FILE.jsonl",
        };
        var json = new Option<bool>("--json") { Description = "Print the answer record as one line of JSON." };
        var explain = new Option<bool>("--explain", "-e") { Description = "Show how the answer came about." };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("ask", "Ask a question about the article.") { question, batch, json, explain, knowledge };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(batch) is null) == (result.GetValue(question) is not { Length: > 0 }))
            {
                result.AddError("ask needs a question or --batch FILE, and not both. Example: channelbot ask \"How many people arrived this year?\"");
            }

            foreach (var slip in result.GetResult(question)?.Tokens.Where(LooksLikeAnOption) ?? [])
            {
                result.AddError($"'{slip.Value}' is no option of ask. A question that begins so goes in quotation marks or after --.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(batch) is { } file
            ? AskBatchAsync(terminal, file, parsed.GetValue(knowledge), cancellationToken)
            : AskOneAsync(
                terminal,
                parsed.GetRequiredValue(question),
                new AnswerStyle(parsed.GetValue(json), parsed.GetValue(explain)),
                parsed.GetValue(knowledge),
                cancellationToken));
        return command;
    }

    /// <summary>A misspelt option must not become a word of the question.</summary>
    private static bool LooksLikeAnOption(Token token) =>
        token.Value is ['-', '-', >= 'a' and <= 'z', ..] && !token.Value.Contains(' ', StringComparison.Ordinal);

    private static async Task<int> AskOneAsync(
        Terminal terminal, string[] words, AnswerStyle style, string? knowledge, CancellationToken cancellationToken)
    {
        var question = words is ["-"] ? await ReadQuestionAsync(terminal, cancellationToken) : string.Join(' ', words);
        QuestionPlanner.Prepare();
        var planner = terminal.Settings.CreatePlanner(await KnowledgeOption.ReadAsync(knowledge, terminal.Settings, cancellationToken), terminal.Clock);
        var turn = await AskAsync(planner, question, style.Json ? null : ProgressLine.On(terminal), cancellationToken);
        if (style.Json)
        {
            await terminal.Out.WriteLineAsync(AnswerRecord.Of(turn, style.Explain));
            return ExitCode.Done;
        }

        var page = new AnswerPage(terminal);
        page.Write(turn.Answer);
        if (style.Explain)
        {
            page.Write(turn.Answer, turn.Explanation);
        }

        return ExitCode.Done;
    }

    private static async Task<TurnResult> AskAsync(QuestionPlanner planner, string question, ProgressLine? progress, CancellationToken cancellationToken)
    {
        using (progress)
        {
            return await planner.AskAsync(question, ConversationState.Empty, progress, cancellationToken);
        }
    }

    private static async Task<int> AskBatchAsync(Terminal terminal, string file, string? knowledge, CancellationToken cancellationToken)
    {
        using var source = file is "-" ? terminal.OpenInput() : UserFile.OpenRead(file, "batch");
        var lines = await BatchReader.ReadAsync(source, cancellationToken);
        var planner = terminal.Settings.CreatePlanner(await KnowledgeOption.ReadAsync(knowledge, terminal.Settings, cancellationToken), terminal.Clock);
        var run = new BatchRun(planner.AskAsync, lines);
        await foreach (var record in run.AnswerAsync(cancellationToken))
        {
            await terminal.Out.WriteLineAsync(record.AsMemory(), cancellationToken);
        }

        if (run.Refused is 0)
        {
            return ExitCode.Done;
        }

        await terminal.FailAsync($"{run.Refused} of {lines.Count} lines of '{file}' could not be answered: see the error records.");
        return run.Faults is 0 ? ExitCode.CallersError : ExitCode.OurFault;
    }

    private static async Task<string> ReadQuestionAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        using var input = terminal.OpenInput();
        var bytes = new byte[MostBytes + 1];
        var read = await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (read > MostBytes)
        {
            throw new BadInputException("question", "the question is longer than 10 MB. A question is a sentence or two.");
        }

        try
        {
            return UserFile.StrictUtf8.GetString(bytes, 0, read);
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException("question", "the question is not text in UTF-8. A question is a sentence or two in plain words.");
        }
    }

    private readonly record struct AnswerStyle(bool Json, bool Explain);
}
