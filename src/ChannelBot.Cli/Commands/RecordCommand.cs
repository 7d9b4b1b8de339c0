using System.CommandLine;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Cli.Chatting;
using ChannelBot.Cli.Scripting;
using ChannelBot.Core;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot record</c>: a conversation in the terminal becomes a script that holds at once.</summary>
internal static class RecordCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new Argument<string>("file") { Description = "The .chat file to write; it must not be there yet." };
        var target = new TestTarget();
        var command = new Command("record", "Talk to a bot, and keep the conversation as a script. :quit or the end of the input saves it.") { output };
        foreach (var option in target.Options)
        {
            command.Add(option);
        }

        command.Validators.Add(target.Check);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(output);
            Check(path);
            var header = new ScriptHeader { Users = ["user"], Bot = "bot", ChannelId = target.ChannelOf(parsed) };
            await using var driver = await target.OpenAsync(parsed, terminal, cancellationToken);
            try
            {
                await using var conversation = await driver.StartAsync(header, cancellationToken);
                var recording = await RecordAsync(terminal, conversation, header, cancellationToken);
                await UserFile.WriteAsync(path, "file", recording.Text, cancellationToken);
                recording.RequireSame(path);
                await terminal.Out.WriteLineAsync($"Wrote {path}. Run it: channelbot test {path}");
                return ExitCode.Done;
            }
            catch (BotDriverException refusal)
            {
                throw new BadInputException("bot", refusal.Message);
            }
        });
        return command;
    }

    private static async Task<Recording> RecordAsync(Terminal terminal, IBotConversation conversation, ScriptHeader header, CancellationToken cancellationToken)
    {
        ILineSource lines = terminal is { Interactive: true, Colours: true } ? new TypedLines(terminal) : new WholeLines(terminal);
        var recording = new Recording(header);
        var said = new Activity(ActivityTypes.ConversationUpdate);
        while (true)
        {
            var turn = await conversation.SendAsync(said, said.IsType(ActivityTypes.Message) ? 1 : 0, cancellationToken);
            recording.Add(turn);
            await ShowAsync(terminal, turn);
            string? line;
            do
            {
                line = await lines.ReadLineAsync(cancellationToken);
            }
            while (line is not null && string.IsNullOrWhiteSpace(line));

            if (line is null || line.Trim() is ":quit" or ":q")
            {
                return recording;
            }

            said = new Activity(ActivityTypes.Message) { Text = line.Trim() };
        }
    }

    private static async Task ShowAsync(Terminal terminal, TurnObservation turn)
    {
        foreach (var message in turn.Messages)
        {
            await terminal.Out.WriteLineAsync(message.Text);
        }

        await terminal.Out.WriteLineAsync();
        await terminal.FlushAsync();
    }

    private static void Check(string path)
    {
        if (!path.EndsWith(".chat", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadInputException("file", $"record writes .chat files; '{path}' is named otherwise.");
        }

        if (Path.Exists(path))
        {
            throw new BadInputException("file", $"'{path}' is there already, and may be somebody's work; name another file.");
        }
    }
}
