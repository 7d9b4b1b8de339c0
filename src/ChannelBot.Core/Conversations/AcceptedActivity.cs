namespace ChannelBot.Core.Conversations;

/// <summary>An activity that was acknowledged before its turn: recorded first, so that no restart loses it.</summary>
/// <param name="Id">Given by the store, increasing; 0 before it is recorded.</param>
/// <param name="DedupeKey">See <see cref="TurnCommit.DedupeKey"/>.</param>
/// <param name="Activity">The activity as it came, JSON in UTF-8.</param>
public sealed record AcceptedActivity(
    long Id, ConversationKey Conversation, string? UserId, string? DedupeKey, DateTimeOffset At, ReadOnlyMemory<byte> Activity);
