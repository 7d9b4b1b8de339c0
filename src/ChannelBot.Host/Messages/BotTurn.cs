using System.Globalization;
using System.Text.Json;
using ChannelBot.Bot;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Sessions;

namespace ChannelBot.Host.Messages;

/// <summary>One activity's turn: what the bot says to it becomes log entries, and what the conversation remembers its state.</summary>
internal sealed class BotTurn(Activity activity)
{
    public Activity Activity => activity;

    /// <summary>Whether to leave the caller's thread at once: somebody waits there for an acknowledgement, not for the answer.</summary>
    public bool RunsInBackground { get; init; }

    /// <summary>Writes the user's own activity for the log, before the bot reads it: it may get its id there, which the replies name.
    /// Null where nobody reads it back.</summary>
    public Func<(long Sequence, DateTimeOffset At), LogEntry>? Echo { get; init; }

    /// <summary>Writes a reply for the log. Unless set, it gets no id: the channel gives it one on delivery.</summary>
    public Func<Activity, (long Sequence, DateTimeOffset At), LogEntry> Reply { get; init; } = WriteReply;

    /// <summary>Who answers in the bot's place; null for the bot itself.</summary>
    public IBot? InsteadOfBot { get; init; }

    /// <summary>Tells what the bot is doing while the turn runs, as the beginning of the answer; null where the channel knows no such thing.</summary>
    public StreamingResponse? Stream { get; init; }

    /// <summary>Shows a typing indicator while the turn runs; null for none.</summary>
    public Func<Activity, CancellationToken, Task>? SendTyping { get; init; }

    /// <summary>What the user thought of an earlier answer, once the turn has run; null where nothing was said of it.</summary>
    public FeedbackGiven? Feedback { get; private set; }

    /// <summary>Why the bot failed, once the turn has run; the user got an apology.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>What the turn added to the conversation; null where it was no question.</summary>
    public PastTurn? Asked { get; private set; }

    /// <summary>What the turn makes happen in a session, once it has run; null for nothing.</summary>
    public SessionNotes? InSession { get; private set; }

    /// <summary>Whether the user asked to be forgotten, once the turn has run.</summary>
    public bool ForgetsUser { get; private set; }

    /// <summary>Writes a reply that carries its id with it, since it goes back in the response.</summary>
    public static LogEntry WriteReplyWithId(Activity reply, (long Sequence, DateTimeOffset At) place)
    {
        reply.Id ??= string.Create(CultureInfo.InvariantCulture, $"{reply.Conversation?.Id}|{place.Sequence:D7}");
        return WriteReply(reply, place);
    }

    /// <summary>Shows once that the bot is at work on a message, unless a stream does; null where nobody would see it.</summary>
    public Func<CancellationToken, Task>? ShowTyping => SendTyping is not null && activity.IsType(ActivityTypes.Message)
        ? cancellationToken => Stream is { IsShown: true }
            ? Task.CompletedTask
            : SendTyping(new Activity(ActivityTypes.Typing).ApplyConversationReference(activity.GetConversationReference()), cancellationToken)
        : null;

    /// <summary>The turn as a <see cref="TurnFunction"/>.</summary>
    public async Task<TurnOutput> RunAsync(TurnRunner runner, IBot bot, TurnStart start, CancellationToken cancellationToken)
    {
        if (RunsInBackground)
        {
            await Task.Yield();
        }

        var turnState = new TurnContextStateCollection();
        turnState.Set(start.State);
        var echo = Echo?.Invoke(start.Place(0));
        var result = await RunAsync(runner, bot, turnState, cancellationToken);
        if (Stream is { Stopped.IsCancellationRequested: true })
        {
            // Whoever pressed stop gets no answer, even one that was there already, and was not asking.
            return new TurnOutput(start.State, Entries(echo, [], start));
        }

        Feedback = result.TurnState.Get<FeedbackGiven>();
        Fault = result.Fault;
        var state = result.Fault is null ? result.TurnState.Get<ConversationState>() ?? start.State : start.State;
        InSession = result.Fault is null ? result.TurnState.Get<SessionNotes>() : null;
        ForgetsUser = result.Fault is null && result.TurnState.Get<UserForgotten>() is not null;
        Asked = state.Turns is [.., var last] && !start.State.Turns.Contains(last) ? last : null;
        ReadOnlyMemory<byte>? response = null;
        if (result.InvokeResponse is { } invoke)
        {
            response = JsonSerializer.SerializeToUtf8Bytes(invoke, ProtocolJson.Wire.InvokeResponse);
        }

        return new TurnOutput(state, Entries(echo, result.Replies, start))
        {
            Response = response,
            ForgetsUser = ForgetsUser,
            InSessions = InSession?.Notes ?? [],
        };
    }

    /// <summary>Whatever becomes of the turn, no update of a stream is on its way when it is over; a message ends the stream.</summary>
    private async Task<TurnResult> RunAsync(TurnRunner runner, IBot bot, TurnContextStateCollection turnState, CancellationToken cancellationToken)
    {
        if (Stream is null)
        {
            return await runner.RunAsync(activity, bot, turnState, SendTyping, cancellationToken);
        }

        turnState.Set(Stream);
        string? streamId = null;
        TurnResult result;
        try
        {
            result = await runner.RunAsync(activity, bot, turnState, SendTyping, cancellationToken);
        }
        finally
        {
            streamId = await Stream.EndAsync();
        }

        if (streamId is not null && result.Replies.FirstOrDefault(reply => reply.IsType(ActivityTypes.Message)) is { } answer)
        {
            StreamInfo.End(answer, streamId);
        }

        return result;
    }

    private static LogEntry WriteReply(Activity reply, (long Sequence, DateTimeOffset At) place)
    {
        reply.Timestamp = place.At;
        return new LogEntry(
            place.Sequence, LogEntryKind.Reply, place.At, reply.Id, JsonSerializer.SerializeToUtf8Bytes(reply, ProtocolJson.Wire.Activity));
    }

    private List<LogEntry> Entries(LogEntry? echo, IReadOnlyList<Activity> replies, TurnStart start)
    {
        var entries = new List<LogEntry>(replies.Count + 1);
        if (echo is not null)
        {
            entries.Add(echo);
        }

        foreach (var reply in replies)
        {
            entries.Add(Reply(reply, start.Place(entries.Count)));
        }

        return entries;
    }
}
