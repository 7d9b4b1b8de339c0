using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Messages;

namespace ChannelBot.Host.WebChat;

/// <summary>Runs the turns of web chats beside those of all other channels.</summary>
internal sealed partial class DirectLineBot(
    IConversationStore store, TurnQueue queue, TurnRunner runner, IBot bot, TypingIndicator typing, TimeProvider time, ILogger<DirectLineBot> log)
    : IDirectLineBot
{
    public async Task<TurnReceipt> RunAsync(DirectLineTurn turn, CancellationToken cancellationToken)
    {
        var running = new BotTurn(runner, bot, turn.Activity, givesIds: true)
        {
            WriteEcho = turn.Echo,
            WriteReply = turn.Reply,
            SendTyping = turn.SendTyping,
        };
        TurnReceipt? receipt = null;
        await typing.WhileAsync(
            cancel => TypeAsync(turn, cancel),
            async cancel => receipt = await queue.RunAsync(turn.Request, running.RunAsync, cancel),
            cancellationToken);
        if (running.Fault is { } fault)
        {
            LogFault(fault);
        }

        if (running.Feedback is { } given)
        {
            await store.AddFeedbackAsync(
                new Feedback(turn.Request.Conversation, given.ActivityId, turn.Request.UserId, given.Reaction, given.Text, time.GetUtcNow()),
                CancellationToken.None);
        }

        return receipt!;
    }

    private static Task TypeAsync(DirectLineTurn turn, CancellationToken cancellationToken) =>
        turn.Activity.IsType(ActivityTypes.Message)
            ? turn.SendTyping(new Activity(ActivityTypes.Typing).ApplyConversationReference(turn.Activity.GetConversationReference()), cancellationToken)
            : Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot failed in a turn of a web chat; the user got an apology")]
    private partial void LogFault(Exception fault);
}
