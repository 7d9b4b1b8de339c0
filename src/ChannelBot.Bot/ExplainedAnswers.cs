using ChannelBot.Core.Conversations;
using ChannelBot.Planner;

namespace ChannelBot.Bot;

/// <summary>Asks the planner each time, and keeps how the last answer came about: for tests and their reports, a conversation each.</summary>
public sealed class ExplainedAnswers(QuestionPlanner planner) : IAnswerSource
{
    /// <summary>Of the question asked last; null before the first.</summary>
    public Explanation? Last { get; private set; }

    public async Task<PastTurn> AskAsync(string question, ConversationState state, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        Last = null;
        var result = await planner.AskAsync(question, state, progress, cancellationToken);
        Last = result.Explanation;
        return result.State.Turns[^1];
    }

    /// <summary>Takes the explanation away, so that a later turn that asks nothing does not show it.</summary>
    public Explanation? Take()
    {
        var last = Last;
        Last = null;
        return last;
    }
}
