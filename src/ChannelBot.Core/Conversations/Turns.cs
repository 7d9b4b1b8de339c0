using ChannelBot.Core.Sessions;

namespace ChannelBot.Core.Conversations;

/// <summary>A message to be answered in its conversation's turn.</summary>
/// <param name="UserId">See <see cref="TurnCommit.UserId"/>.</param>
/// <param name="DedupeKey">See <see cref="TurnCommit.DedupeKey"/>.</param>
public sealed record TurnRequest(ConversationKey Conversation, string? UserId, string? DedupeKey)
{
    /// <summary>See <see cref="TurnCommit.AcceptedId"/>.</summary>
    public long? AcceptedId { get; init; }

    /// <summary>See <see cref="TurnCommit.DeliversReplies"/>.</summary>
    public bool DeliversReplies { get; init; }

    /// <summary>Told of the turn as soon as it is durable and before the conversation's next turn begins, so that replies to deliver
    /// stand in the order of the turns. It only hands over.</summary>
    public Action<CommittedTurn>? OnCommitted { get; init; }
}

/// <summary>What a turn is given: the conversation so far, and the places that its log entries take.</summary>
/// <param name="FirstSequence">Place of the first entry; the next ones follow without a gap.</param>
/// <param name="At">Time of the first entry; each further one is a millisecond later.</param>
public sealed record TurnStart(ConversationState State, long FirstSequence, DateTimeOffset At)
{
    /// <summary>The sequence and time for the entry at <paramref name="index"/>, counted from 0. Write both into its activity.</summary>
    public (long Sequence, DateTimeOffset At) Place(int index) => (FirstSequence + index, At.AddMilliseconds(index));
}

/// <summary>What a turn gives.</summary>
/// <param name="State">The conversation after it: that before, with one more turn, or with fewer.</param>
/// <param name="Entries">At the places that <see cref="TurnStart.Place"/> names, in order.</param>
public sealed record TurnOutput(ConversationState State, IReadOnlyList<LogEntry> Entries)
{
    /// <summary>See <see cref="TurnCommit.Response"/>.</summary>
    public ReadOnlyMemory<byte>? Response { get; init; }

    /// <summary>See <see cref="TurnCommit.ForgetsUser"/>.</summary>
    public bool ForgetsUser { get; init; }

    /// <summary>See <see cref="TurnCommit.InSessions"/>.</summary>
    public IReadOnlyList<SessionNote> InSessions { get; init; } = [];
}

/// <summary>A turn: a function from the state and the activity it was made for to a new state and replies. It changes nothing itself.</summary>
public delegate Task<TurnOutput> TurnFunction(TurnStart start, CancellationToken cancellationToken);

/// <summary>A turn that is durable.</summary>
/// <param name="IsDuplicate">The message had been answered before: these are the entries and the response of that time.</param>
public sealed record TurnReceipt(bool IsDuplicate, IReadOnlyList<LogEntry> Entries, ReadOnlyMemory<byte>? Response);

/// <summary>More messages wait in one conversation than anybody types. Nothing of this one was kept; it may be sent again later.</summary>
public sealed class ConversationBusyException(ConversationKey conversation, int waiting)
    : Exception($"{waiting} messages of conversation {conversation} are waiting already.");
