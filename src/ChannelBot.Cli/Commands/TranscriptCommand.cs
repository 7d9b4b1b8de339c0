using System.CommandLine;
using ChannelBot.Cli.Scripting;
using ChannelBot.Core;
using ChannelBot.Testing.Import;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot transcript</c>: conversations from one kind of file into another.</summary>
internal static class TranscriptCommand
{
    public static Command Create(Terminal terminal) => new("transcript", "Turn conversations from one kind of file into another.") { Convert(terminal), Import(terminal) };

    private static Command Convert(Terminal terminal)
    {
        var input = new Argument<string>("in") { Description = "The .chat or .transcript file to read." };
        var output = new Option<string?>("--out", "-o") { Description = "The .transcript or .chat file to write, which must not be there yet; without it the other kind goes to standard output.", HelpName = "FILE" };
        var brief = new Option<bool>("--brief") { Description = "Into .chat: leave out ids, times, addresses and typing, which differ from run to run." };
        var chatdown = new Option<bool>("--as-chatdown") { Description = "From .chat: exactly what Microsoft's chatdown makes of the file, what it loses included." };
        var anonymise = new Option<bool>("--anonymise") { Description = "Replace the names and ids of people, the same by the same." };
        var command = new Command("convert", "Make a .transcript of a .chat file, or a .chat of a .transcript file.") { input, output, brief, chatdown, anonymise };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (from, to) = (parsed.GetRequiredValue(input), parsed.GetValue(output));
            try
            {
                var conversion = new TranscriptConversion(from, to)
                {
                    IsBrief = parsed.GetValue(brief), IsAsChatdown = parsed.GetValue(chatdown), IsAnonymised = parsed.GetValue(anonymise),
                };
                var text = conversion.Run();
                if (to is null)
                {
                    await terminal.Out.WriteAsync(text);
                    return ExitCode.Done;
                }

                UserFile.RequireNew(to, "out");
                await UserFile.WriteAsync(to, "out", text, cancellationToken);
                return ExitCode.Done;
            }
            catch (ScriptFormatException mistakes)
            {
                throw new BadInputException("in", mistakes.Message);
            }
        });
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        var input = PathsArgument.Create("Botium's .convo.txt files, Copilot Studio's test sets in .csv, or folders of them.");
        var output = new Option<string>("--out", "-o") { Description = "The folder to write .chat files into; none of them may be there yet.", HelpName = "FOLDER", Required = true };
        var matching = new Option<string?>("--matching")
        {
            Description = $"How Botium compares texts; without it its botium.json says so, else includeIgnoreCase. One of: {string.Join(", ", Matching.Modes)}.", HelpName = "MODE",
        };
        matching.AcceptOnlyFromAmong([.. Matching.Modes]);
        var command = new Command("import", "Make .chat files of another tool's test suite.") { input, output, matching };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var import = new SuiteImport(parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(matching) is { } mode ? Matching.Parse(mode) : null);
            return await import.RunAsync(terminal, cancellationToken);
        });
        return command;
    }
}
