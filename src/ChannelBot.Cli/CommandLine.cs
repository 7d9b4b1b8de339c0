using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using ChannelBot.Cli.Commands;
using ChannelBot.Core;

namespace ChannelBot.Cli;

/// <summary>The program's commands, and what becomes of an error: a sentence on the error stream and an exit code.</summary>
internal static class CommandLine
{
    private const string Description =
        "Answers questions about one news story, with the article's own words as its source. Needs no model and no network.";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal)
    {
        try
        {
            // A question may begin with "@": it names no file of arguments.
            var parsed = Tree(arguments, terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (arguments.Count > 0 && parsed.Action is ParseErrorAction explain)
            {
                explain.ShowHelp = false;
            }

            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Out,
                Error = terminal.Error,

                // Ctrl-C is the terminal's: in a chat it may end a question and not the program.
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, terminal.Interrupts.Program);
        }
        catch (BadInputException bad)
        {
            await terminal.FailAsync(bad.Message);
            return ExitCode.CallersError;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            await terminal.FailAsync(Fault(fault));
            return ExitCode.OurFault;
        }
        finally
        {
            await terminal.FlushAsync();
        }
    }

    private static readonly Dictionary<string, Func<Terminal, Command>> s_commands = new(StringComparer.Ordinal)
    {
        ["ask"] = AskCommand.Create,
        ["chat"] = ChatCommand.Create,
        ["build"] = BuildCommand.Create,
        ["knowledge"] = KnowledgeCommand.Create,
        ["eval"] = EvalCommand.Create,
        ["test"] = TestCommand.Create,
        ["record"] = RecordCommand.Create,
        ["transcript"] = TranscriptCommand.Create,
        ["plan"] = PlanCommand.Create,
        ["quiz"] = QuizCommand.Create,
        ["handout"] = HandoutCommand.Create,
        ["chart"] = ChartCommand.Create,
        ["teams-package"] = TeamsPackageCommand.Create,
        ["doctor"] = DoctorCommand.Create,
        ["backup"] = BackupCommand.Create,
        ["completions"] = CompletionsCommand.Create,
    };

    /// <summary>All commands, or only the one that is named: the others' options would be made and compiled for nothing.</summary>
    private static RootCommand Tree(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var root = new RootCommand(Description);
        var named = arguments.Count > 0 && s_commands.TryGetValue(arguments[0], out var one) ? [one] : s_commands.Values.AsEnumerable();
        foreach (var create in named)
        {
            root.Add(create(terminal));
        }

        return root;
    }

    /// <summary>One sentence for the user; the trace only for a developer who asks for it.</summary>
    private static string Fault(Exception fault) =>
        Environment.GetEnvironmentVariable("CHANNELBOT_TRACE") is "1"
            ? fault.ToString()
            : string.Create(
                CultureInfo.InvariantCulture,
                $"this is a fault of the program, not of yours: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}");
}

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int CallersError = 1;
    public const int OurFault = 2;

    /// <summary>Ctrl-C, as shells number it.</summary>
    public const int Interrupted = 130;
}
