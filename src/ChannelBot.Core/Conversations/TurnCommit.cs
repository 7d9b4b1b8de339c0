using ChannelBot.Core.Sessions;

namespace ChannelBot.Core.Conversations;

/// <summary>All that one turn leaves behind, written in one transaction or not at all.</summary>
public sealed record TurnCommit
{
    public required ConversationKey Conversation { get; init; }

    /// <summary>Who spoke: from.id. Null where nobody did, such as when the bot was installed.</summary>
    public string? UserId { get; init; }

    /// <summary>Tells the same message from a new one: the activity's id, or clientActivityID on Direct Line. Null where it has none.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>The accepted activity that this turn answers, which is then done with; null where none was recorded before.</summary>
    public long? AcceptedId { get; init; }

    /// <summary>What the turn started from. A store refuses the commit where the conversation has moved on since.</summary>
    public required ConversationSnapshot Start { get; init; }

    /// <summary>The state after the turn: that before it, that with one more turn, or with fewer.</summary>
    public required ConversationState State { get; init; }

    /// <summary>The user's activity, where readers are to see it, and the replies. Sequences start at <see cref="ConversationSnapshot.NextSequence"/>.</summary>
    public IReadOnlyList<LogEntry> Entries { get; init; } = [];

    /// <summary>When the turn was computed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the replies go out through the channel's connector: they are then put into the outbox.</summary>
    public bool DeliversReplies { get; init; }

    /// <summary>What the caller was answered besides the log, such as an invoke's status and body; a duplicate gets it again.</summary>
    public ReadOnlyMemory<byte>? Response { get; init; }

    /// <summary>Whether to delete all else that was kept of <see cref="UserId"/> on this channel, this conversation's past included.</summary>
    public bool ForgetsUser { get; init; }

    /// <summary>What the turn makes happen in sessions, in order. One that is over by then, or no more, stays as it is.</summary>
    public IReadOnlyList<SessionNote> InSessions { get; init; } = [];

    /// <summary>A turn takes one number at least, so that two turns never share a place.</summary>
    public long LastSequence => Entries is [.., var last] ? last.Sequence : Start.NextSequence;

    public DateTimeOffset LastAt => Entries is [.., var last] ? last.At : Start.LastAt;
}

/// <summary>What a commit gave.</summary>
/// <param name="Snapshot">What the next turn starts from.</param>
/// <param name="Outbox">The replies to deliver, in order.</param>
/// <param name="Forgotten">Conversations that are no more, where the user asked to be forgotten.</param>
/// <param name="Noted">Those of <see cref="TurnCommit.InSessions"/> that were kept.</param>
public sealed record CommittedTurn(
    ConversationSnapshot Snapshot, IReadOnlyList<OutboxEntry> Outbox, IReadOnlyList<ConversationKey> Forgotten, IReadOnlyList<SessionNote> Noted);

/// <summary>A turn computed before, as it is given again to a message that arrives twice.</summary>
public sealed record StoredTurn(IReadOnlyList<LogEntry> Entries, ReadOnlyMemory<byte>? Response);

/// <summary>Somebody else wrote to the conversation while a turn was computed.</summary>
public sealed class ConversationMovedOnException(ConversationKey conversation, long expected, long found)
    : Exception($"Conversation {conversation} was at {expected} when the turn started, and is at {found}.");
