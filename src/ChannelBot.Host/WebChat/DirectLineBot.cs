using ChannelBot.BotFramework.DirectLine;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Messages;

namespace ChannelBot.Host.WebChat;

/// <summary>Runs the turns of web chats beside those of all other channels.</summary>
internal sealed class DirectLineBot(BotTurns turns) : IDirectLineBot
{
    public Task<TurnReceipt> RunAsync(DirectLineTurn turn, CancellationToken cancellationToken) => turns.RunAsync(
        turn.Request,
        new BotTurn(turn.Activity) { Echo = turn.Echo, Reply = turn.Reply, SendTyping = turn.SendTyping, Stream = turn.Stream, InsteadOfBot = turn.Speaker },
        cancellationToken);
}
