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
        var output = new Argument<string>("file") { Description = "The .chat or .transcript file to write; it must not be there yet." };
        var anonymise = new Option<bool>("--anonymise") { Description = "Replace the names and ids of people, the same by the same." };
        var target = new TestTarget();
        var command = new Command("record", "Talk to a bot, and keep the conversation as a script. :quit or the end of the input saves it.") { output, anonymise };
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
                var recording = new Recording(path);
                await RecordAsync(terminal, conversation, recording, cancellationToken);
                await UserFile.WriteAsync(path, "file", recording.Text(parsed.GetValue(anonymise)), cancellationToken);
                await terminal.Out.WriteLineAsync($"Wrote {path}. Run it: channelbot test {path}{target.OptionsOf(parsed)}");
                return ExitCode.Done;
            }
            catch (BotDriverException refusal)
            {
                throw new BadInputException("bot", refusal.Message);
            }
        });
        return command;
    }

    private static async Task RecordAsync(Terminal terminal, IBotConversation conversation, Recording recording, CancellationToken cancellationToken)
    {
        ILineSource lines = terminal is { Interactive: true, Colours: true } ? new TypedLines(terminal) : new WholeLines(terminal);
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
                return;
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
        if (!Recording.CanBe(path))
        {
            throw new BadInputException("file", $"record writes {Recording.Chat} and {Recording.Transcript} files; '{path}' is named otherwise.");
        }

        UserFile.RequireNew(path, "file");
    }
}
