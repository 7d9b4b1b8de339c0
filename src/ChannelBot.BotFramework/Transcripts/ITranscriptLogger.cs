using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Transcripts;

/// <summary>Writes down what is said.</summary>
public interface ITranscriptLogger
{
    /// <summary>Takes the activities of one turn, in their order: what came in, and what the bot said to it.</summary>
    /// <remarks>A conversation must not suffer from it: what cannot be written is for a log, not for the caller.</remarks>
    Task LogTurnAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default);
}
