using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner;

/// <summary>What one turn gives: the answer, the conversation after it, and how it came about.</summary>
public sealed record TurnResult(Answer Answer, ConversationState State, Explanation Explanation);

/// <summary>How an answer came about, for <c>--explain</c>: each list holds readable lines.</summary>
/// <param name="Analysis">What the question was taken to ask.</param>
/// <param name="Calls">The plan as function calls with their results.</param>
/// <param name="Guards">What each guard found, repairs and refusals included.</param>
public sealed record Explanation(IReadOnlyList<string> Analysis, IReadOnlyList<FunctionCall> Calls, IReadOnlyList<string> Guards);

/// <summary>One call of a kernel function.</summary>
/// <param name="Function">"figures-find".</param>
/// <param name="Arguments">As a reader would write them: "name: arrivals".</param>
/// <param name="Result">What came back, a line or more.</param>
public sealed record FunctionCall(string Function, string Arguments, string Result);

/// <summary>Answers questions about one article.</summary>
public sealed class QuestionPlanner
{
    private readonly KnowledgeFile _knowledge;

    private QuestionPlanner(KnowledgeFile knowledge) => _knowledge = knowledge;

    /// <summary>A planner that needs no model and no network.</summary>
    public static QuestionPlanner Embedded(KnowledgeFile knowledge) => new(knowledge);

    /// <summary>Answers <paramref name="question"/> in the light of what was said before.</summary>
    /// <exception cref="BadInputException">The question is empty or too long.</exception>
    public Task<TurnResult> AskAsync(string question, ConversationState state, CancellationToken cancellationToken = default)
    {
        var answer = new Answer
        {
            KnowledgeSha256 = _knowledge.ContentSha256,
            Question = question,
            Outcome = Outcome.NotInArticle,
            Text = "The planner is not built yet.",
            Planner = "embedded",
        };
        return Task.FromResult(new TurnResult(answer, state.With(new PastTurn(question, answer, [])), new Explanation([], [], [])));
    }
}
