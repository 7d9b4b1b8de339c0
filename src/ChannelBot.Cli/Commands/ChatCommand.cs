using System.CommandLine;
using ChannelBot.Cli.Chatting;
using ChannelBot.Cli.Knowledge;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot chat</c>: a conversation.</summary>
internal static class ChatCommand
{
    public static Command Create(Terminal terminal)
    {
        var knowledge = KnowledgeOption.Create();
        var command = new Command("chat", "Talk about the article: follow-up questions understand what was said before.") { knowledge };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var article = await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken);
            var planner = terminal.Settings.CreatePlanner(article, terminal.Clock);
            // A terminal that cannot move the cursor still takes whole lines.
            ILineSource lines = terminal is { Interactive: true, Colours: true } ? new TypedLines(terminal) : new WholeLines(terminal);
            await new ChatSession(planner.AskAsync, article, terminal, lines).RunAsync(cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
