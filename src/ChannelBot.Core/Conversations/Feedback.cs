using ChannelBot.Core.Answers;

namespace ChannelBot.Core.Conversations;

/// <summary>What a user thought of an answer.</summary>
/// <param name="ActivityId">Id of the reply it is about: ours, or the one that the channel gave it on delivery.</param>
/// <param name="Reaction">"like" or "dislike".</param>
/// <param name="Text">The user's words; null where there are none.</param>
public sealed record Feedback(
    ConversationKey Conversation, string ActivityId, string? UserId, string Reaction, string? Text, DateTimeOffset At);

/// <summary>Feedback beside what it is about.</summary>
/// <param name="Answer">Null where the answer is not kept any more, or the reply was none.</param>
public sealed record AnswerFeedback(Feedback Feedback, Answer? Answer);

/// <summary>One conversation that a user took part in.</summary>
public sealed record ConversationSummary(ConversationKey Key, DateTimeOffset StartedAt, DateTimeOffset LastAt);
