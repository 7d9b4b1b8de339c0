namespace ChannelBot.Core.Conversations;

/// <summary>A reply that the channel's connector has not confirmed yet. It is sent until it is: once at least.</summary>
/// <param name="Id">Increasing; within a conversation the order of delivery.</param>
/// <param name="Sequence">The reply's place in the log.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="DueAt">When to try next.</param>
/// <param name="Activity">The activity as JSON in UTF-8, serviceUrl included.</param>
public sealed record OutboxEntry(
    long Id, ConversationKey Conversation, long Sequence, int Attempts, DateTimeOffset DueAt, ReadOnlyMemory<byte> Activity);
