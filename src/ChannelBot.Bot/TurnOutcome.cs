namespace ChannelBot.Bot;

/// <summary>Left in the turn state: all that is kept of the user is to be deleted with this turn.</summary>
public sealed record UserForgotten;

/// <summary>Left in the turn state: what the user thinks of an earlier answer, to be kept beside it.</summary>
/// <param name="ActivityId">The id by which the channel knows the answer.</param>
/// <param name="Reaction">"like" or "dislike".</param>
/// <param name="Text">The user's words; null where there are none.</param>
public sealed record FeedbackGiven(string ActivityId, string Reaction, string? Text);
