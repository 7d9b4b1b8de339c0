using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>Takes over an activity once it is known to come from where it says. Whoever stores conversations implements it: runs the
/// turn through <see cref="Turns.TurnRunner"/> in the conversation's order, once for each activity, and commits before it answers.</summary>
public interface IActivityIntake
{
    /// <summary>Records an activity that is answered through the connector. Once the task has ended the sender is told 202, so nothing
    /// may lose the activity from then on; the turn itself runs later. One that was recorded before is not recorded again.</summary>
    Task AcceptAsync(IncomingActivity incoming, CancellationToken cancellationToken);

    /// <summary>Runs the turn of an activity that is answered in the response: an invoke, or one that expects its replies there. One that
    /// was answered before gets the same answer.</summary>
    /// <param name="stream">For what is to be told while the turn runs; ended when this returns. Null where there is no place for it.</param>
    Task<TurnAnswer> AnswerAsync(IncomingActivity incoming, StreamingResponse? stream, CancellationToken cancellationToken);
}

/// <summary>An activity as it was received.</summary>
/// <param name="Json">Its bytes in UTF-8.</param>
public sealed record IncomingActivity(Activity Activity, ReadOnlyMemory<byte> Json);

/// <summary>What goes into the response.</summary>
/// <param name="Replies">Activities as JSON in UTF-8; empty unless <see cref="Schema.Activity.IsAnsweredInResponse"/>: an invoke's other replies go through
/// the connector.</param>
/// <param name="Invoke">The bot's answer to an invoke; null where it did not answer, or the activity was none.</param>
public sealed record TurnAnswer(IReadOnlyList<ReadOnlyMemory<byte>> Replies, InvokeResponse? Invoke);
