namespace ChannelBot.Core.Conversations;

/// <summary>Who said it.</summary>
public enum LogEntryKind
{
    /// <summary>The user's own activity, which a web chat reads back as its echo.</summary>
    Inbound = 0,

    /// <summary>The bot's.</summary>
    Reply = 1,
}

/// <summary>One activity of a conversation, in the order in which readers see them.</summary>
/// <param name="Sequence">Its place: above 0, greater than every earlier one of the conversation, never used again. A reader who has
/// seen it gives it as the watermark, and gets what comes after. Numbers may be left out.</param>
/// <param name="At">Later than that of the entry before it, by a millisecond at least: clients sort by it.</param>
/// <param name="ActivityId">The activity's id; null where the channel will give one.</param>
/// <param name="Activity">The activity as JSON in UTF-8, with that id and time in it.</param>
public sealed record LogEntry(long Sequence, LogEntryKind Kind, DateTimeOffset At, string? ActivityId, ReadOnlyMemory<byte> Activity);

/// <summary>Some entries of a conversation's log, oldest first.</summary>
/// <param name="Watermark">What to read after next time: the last entry's sequence, or the watermark asked with where there is none.</param>
/// <param name="HasMore">Whether entries after the watermark were there already.</param>
public sealed record LogPage(IReadOnlyList<LogEntry> Entries, long Watermark, bool HasMore);
