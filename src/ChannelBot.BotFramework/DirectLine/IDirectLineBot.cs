using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>The bot behind the Direct Line server. The program implements it, by the queue that runs every channel's turns.</summary>
public interface IDirectLineBot
{
    /// <summary>Runs an activity's turn, or finds what it gave the first time, and returns once that is durable.</summary>
    /// <exception cref="ConversationBusyException">Too many messages of this conversation wait.</exception>
    Task<TurnReceipt> RunAsync(DirectLineTurn turn, CancellationToken cancellationToken = default);
}

/// <summary>A turn of a web chat.</summary>
public sealed record DirectLineTurn(TurnRequest Request, Activity Activity)
{
    /// <summary>Writes the user's own activity for the log, of which it is then the first entry: clients wait to read it back.
    /// Null where they never do.</summary>
    public Func<(long Sequence, DateTimeOffset At), LogEntry>? Echo { get; init; }

    /// <summary>Who speaks in the bot's place; null for the bot itself.</summary>
    public IBot? Speaker { get; init; }

    /// <summary>Writes a reply for the log.</summary>
    public required Func<Activity, (long Sequence, DateTimeOffset At), LogEntry> Reply { get; init; }

    /// <summary>Tells who is connected what the bot is doing while the turn runs; null where nobody waits for an answer.</summary>
    public StreamingResponse? Stream { get; init; }

    /// <summary>Shows a typing indicator at once to who is connected.</summary>
    public required Func<Activity, CancellationToken, Task> SendTyping { get; init; }
}
