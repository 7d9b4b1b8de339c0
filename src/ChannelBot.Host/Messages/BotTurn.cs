using System.Globalization;
using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Bot;

namespace ChannelBot.Host.Messages;

/// <summary>One activity's turn: what the bot says to it becomes log entries, and what the conversation remembers its state.</summary>
/// <param name="givesIds">Whether replies get their ids here; where they go through a connector, the channel gives them.</param>
internal sealed class BotTurn(TurnRunner runner, IBot bot, Activity activity, bool givesIds)
{
    /// <summary>Whether to leave the caller's thread at once: somebody waits there for an acknowledgement, not for the answer.</summary>
    public bool RunsInBackground { get; init; }

    /// <summary>Writes the user's own activity for the log, before the bot sees it; null where readers do not.</summary>
    public Func<(long Sequence, DateTimeOffset At), LogEntry>? WriteEcho { get; init; }

    /// <summary>Writes a reply for the log; null where it is written as the messages endpoint has it.</summary>
    public Func<Activity, (long Sequence, DateTimeOffset At), LogEntry>? WriteReply { get; init; }

    /// <summary>Sends the bot's own typing activities; null where they are dropped.</summary>
    public Func<Activity, CancellationToken, Task>? SendTyping { get; init; }

    /// <summary>What the user thought of an earlier answer, once the turn has run; null where nothing was said of it.</summary>
    public FeedbackGiven? Feedback { get; private set; }

    /// <summary>Why the bot failed, once the turn has run; the user got an apology.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The turn as a <see cref="TurnFunction"/>.</summary>
    public async Task<TurnOutput> RunAsync(TurnStart start, CancellationToken cancellationToken)
    {
        if (RunsInBackground)
        {
            await Task.Yield();
        }

        LogEntry[] echo = WriteEcho is { } write ? [write(start.Place(0))] : [];
        var turnState = new TurnContextStateCollection();
        turnState.Set(start.State);
        var result = await runner.RunAsync(activity, bot, turnState, SendTyping, cancellationToken);
        Feedback = result.TurnState.Get<FeedbackGiven>();
        Fault = result.Fault;
        var state = result.Fault is null ? result.TurnState.Get<ConversationState>() ?? start.State : start.State;
        ReadOnlyMemory<byte>? response = result.InvokeResponse is { } invoke
            ? JsonSerializer.SerializeToUtf8Bytes(invoke, ProtocolJson.Wire.InvokeResponse).AsMemory()
            : null;
        return new TurnOutput(state, [.. echo, .. result.Replies.Select((reply, i) => Entry(reply, start.Place(echo.Length + i)))])
        {
            Response = response,
            ForgetsUser = result.Fault is null && result.TurnState.Get<UserForgotten>() is not null,
        };
    }

    private LogEntry Entry(Activity reply, (long Sequence, DateTimeOffset At) place)
    {
        if (WriteReply is { } write)
        {
            return write(reply, place);
        }

        reply.Timestamp = place.At;
        if (givesIds)
        {
            reply.Id ??= string.Create(CultureInfo.InvariantCulture, $"{activity.Conversation?.Id}|{place.Sequence:D7}");
        }

        return new LogEntry(
            place.Sequence, LogEntryKind.Reply, place.At, reply.Id, JsonSerializer.SerializeToUtf8Bytes(reply, ProtocolJson.Wire.Activity));
    }
}
