using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>What one turn came to. Nothing of it has been sent or stored.</summary>
/// <param name="Replies">In the order of sending, addressed to the conversation. An activity of type messageUpdate replaces the one
/// with its id, one of type messageDelete takes it back; all others are new. No typing, traces (but for the emulator), delays or invoke responses.</param>
/// <param name="InvokeResponse">The answer to an invoke; null for any other activity and for an invoke that nobody handled (501). Status 500
/// where the bot failed.</param>
/// <param name="TurnState">What the turn left behind: the host finds the conversation's new state here.</param>
/// <param name="Fault">Why the bot failed; then <paramref name="Replies"/> holds what <see cref="TurnRunner.OnTurnError"/> said and
/// nothing else, and the conversation's state is to stay as it was.</param>
public sealed record TurnResult(
    IReadOnlyList<Activity> Replies, InvokeResponse? InvokeResponse, TurnContextStateCollection TurnState, Exception? Fault = null);
