using System.Diagnostics;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Operations;

namespace ChannelBot.Host.Messages;

/// <summary>Runs the bot's turns for every channel: in order, each once, kept, measured, and with the replies on their way.</summary>
internal sealed partial class BotTurns(
    TurnQueue queue,
    TurnRunner runner,
    IBot bot,
    IConversationStore store,
    OutboxDelivery outbox,
    TypingIndicator typing,
    BotTelemetry telemetry,
    TimeProvider time,
    ILogger<BotTurns> log)
{
    /// <exception cref="ConversationBusyException">Too many messages of this conversation wait.</exception>
    public async Task<TurnReceipt> RunAsync(TurnRequest request, BotTurn turn, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var trace = BotTelemetry.StartTurn(request.Conversation.Channel, turn.Activity.Type);

        // Replies leave once no typing is on its way any more: an indicator that arrived after them would stay.
        var receipt = await typing.WhileAsync(
            turn.ShowTyping,
            working => queue.RunAsync(request, (start, cancel) => turn.RunAsync(runner, turn.InsteadOfBot ?? bot, start, cancel), working),
            cancellationToken);
        outbox.Post(receipt.Outbox);
        if (turn.Feedback is { } given)
        {
            await store.AddFeedbackAsync(
                new Feedback(request.Conversation, given.ActivityId, request.UserId, given.Reaction, given.Text, time.GetUtcNow()), CancellationToken.None);
        }

        if (turn.Fault is { } fault)
        {
            LogFault(fault, request.Conversation.Channel);
        }

        telemetry.Ended(trace, request.Conversation.Channel, OutcomeOf(receipt, turn), Stopwatch.GetElapsedTime(started));
        return receipt;
    }

    private static string OutcomeOf(TurnReceipt receipt, BotTurn turn) =>
        receipt.IsDuplicate ? "duplicate"
        : turn.Fault is not null ? "fault"
        : turn.Asked is { } asked ? asked.Answer.Outcome.ToString()
        : "none";

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot failed in a turn of channel {Channel}; the user got an apology")]
    private partial void LogFault(Exception fault, string channel);
}
