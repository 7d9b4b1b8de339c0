using ChannelBot.Core.Conversations;

namespace ChannelBot.Bot;

/// <summary>Whom the bot asks: the host's memory of answers, or a planner whose ways somebody wants to see.</summary>
public interface IAnswerSource
{
    /// <summary>The turn that <paramref name="question"/> adds to the conversation; see <see cref="Planner.QuestionPlanner.AskAsync(string, ConversationState, IProgress{string}, CancellationToken)"/>.</summary>
    /// <param name="progress">Told what is being done where a model answers; null where nobody waits to know.</param>
    /// <exception cref="Core.BadInputException">The question is empty or too long.</exception>
    Task<PastTurn> AskAsync(string question, ConversationState state, IProgress<string>? progress, CancellationToken cancellationToken);
}
