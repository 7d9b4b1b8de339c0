using System.CommandLine;
using ChannelBot.Cli.Chatting;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;

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
            await new ChatSession(AskAsync, article, terminal, lines).RunAsync(cancellationToken);
            return ExitCode.Done;

            async Task<TurnResult> AskAsync(string question, ConversationState state, CancellationToken cancel)
            {
                using var progress = ProgressLine.On(terminal);
                return await planner.AskAsync(question, state, progress, cancel);
            }
        });
        return command;
    }
}
