using System.Diagnostics;
using ChannelBot.BotFramework.Connector;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;
using ChannelBot.Host.Operations;
using ChannelBot.Host.Sessions;

namespace ChannelBot.Host.Messages;

/// <summary>Runs the bot's turns for every channel: in order, each once, kept, measured, and with the replies on their way.</summary>
internal sealed partial class BotTurns(
    TurnQueue queue,
    TurnRunner runner,
    Lazy<IBot> bot,
    IConversationStore store,
    OutboxDelivery outbox,
    TypingIndicator typing,
    LiveSessions sessions,
    BotTelemetry telemetry,
    TimeProvider time,
    ILogger<BotTurns> log)
{
    /// <exception cref="ConversationBusyException">Too many messages of this conversation wait.</exception>
    public async Task<TurnReceipt> RunAsync(TurnRequest request, BotTurn turn, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var trace = BotTelemetry.StartTurn(request.Conversation.Channel, turn.Activity.Type);

        var receipt = request.DeliversReplies ? await DeliverAsync(request, turn, cancellationToken) : await ComputeAsync(request, turn, cancellationToken);
        if (turn.ForgetsUser && request.UserId is { } user)
        {
            sessions.Forget(new SessionPerson(request.Conversation.Channel, user));
        }

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

    /// <summary>Replies get in line while the turn still has its conversation to itself, and leave once no typing is on its way any more: an
    /// indicator that arrived after them would stay.</summary>
    private async Task<TurnReceipt> DeliverAsync(TurnRequest request, BotTurn turn, CancellationToken cancellationToken)
    {
        var mayLeave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            return await ComputeAsync(request with { OnCommitted = committed => outbox.Post(committed.Outbox, mayLeave.Task) }, turn, cancellationToken);
        }
        finally
        {
            mayLeave.SetResult();
        }
    }

    private Task<TurnReceipt> ComputeAsync(TurnRequest request, BotTurn turn, CancellationToken cancellationToken) => typing.WhileAsync(
        turn.ShowTyping,
        working => queue.RunAsync(
            request with { OnCommitted = request.OnCommitted + (committed => turn.InSession?.Show(committed.Noted)) },
            (start, cancel) => turn.RunAsync(runner, turn.InsteadOfBot ?? bot.Value, start, cancel),
            working),
        cancellationToken);

    private static string OutcomeOf(TurnReceipt receipt, BotTurn turn) =>
        receipt.IsDuplicate ? "duplicate"
        : turn.Fault is not null ? "fault"
        : turn.Asked is { } asked ? asked.Answer.Outcome.ToString()
        : "none";

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot failed in a turn of channel {Channel}; the user got an apology")]
    private partial void LogFault(Exception fault, string channel);
}
