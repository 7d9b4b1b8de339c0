using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Messages;

namespace ChannelBot.Host.WebChat;

/// <summary>Runs the turns of web chats beside those of all other channels.</summary>
internal sealed class DirectLineBot(BotTurns turns, TypingIndicator typing) : IDirectLineBot
{
    public Task<TurnReceipt> RunAsync(DirectLineTurn turn, CancellationToken cancellationToken)
    {
        var running = new BotTurn(turn.Activity) { Echo = turn.Echo, Reply = turn.Reply, SendTyping = turn.SendTyping };
        return typing.WhileAsync(cancel => TypeAsync(turn, cancel), cancel => turns.RunAsync(turn.Request, running, cancel), cancellationToken);
    }

    private static Task TypeAsync(DirectLineTurn turn, CancellationToken cancellationToken) =>
        turn.Activity.IsType(ActivityTypes.Message)
            ? turn.SendTyping(new Activity(ActivityTypes.Typing).ApplyConversationReference(turn.Activity.GetConversationReference()), cancellationToken)
            : Task.CompletedTask;
}
