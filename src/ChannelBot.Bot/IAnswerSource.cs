using ChannelBot.Core.Conversations;

namespace ChannelBot.Bot;

/// <summary>Whom the bot asks: the host's memory of answers, or a planner whose ways somebody wants to see.</summary>
public interface IAnswerSource
{
    /// <summary>The turn that <paramref name="question"/> adds to the conversation; see <see cref="Planner.QuestionPlanner.AskAsync(string, ConversationState, CancellationToken)"/>.</summary>
    /// <exception cref="Core.BadInputException">The question is empty or too long.</exception>
    Task<PastTurn> AskAsync(string question, ConversationState state, CancellationToken cancellationToken);
}
