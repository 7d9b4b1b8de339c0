using ChannelBot.Cli.Asking;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;

namespace ChannelBot.Cli.Tests;

/// <summary>Answers made by hand, and a planner that gives them.</summary>
internal static class Answers
{
    public static Answer With(string text, Outcome outcome = Outcome.Answered, params int[] paragraphs) => new()
    {
        KnowledgeSha256 = "k",
        Question = "",
        Outcome = outcome,
        Text = text,
        Citations = [.. paragraphs.Select((paragraph, i) => new Citation(i + 1, paragraph, $"p{paragraph}.s1", 0, 4, "Four"))],
        Planner = "embedded",
    };

    /// <summary>Answers "N: question", where N counts the turns of the conversation from 1; "bad" is refused, "fault" fails.</summary>
    public static Ask Counting { get; } = (question, state, _) =>
    {
        if (question is "bad")
        {
            throw new BadInputException("question", "the question is bad.");
        }

        if (question is "fault")
        {
            throw new InvalidOperationException("a cog broke");
        }

        return Turn(With($"{state.Turns.Count + 1}: {question}"), question, state);
    };

    /// <summary>The same answer to every question.</summary>
    public static Ask Always(Answer answer) => (question, state, _) => Turn(answer, question, state);

    private static Task<TurnResult> Turn(Answer answer, string question, ConversationState state)
    {
        var answered = answer with { Question = question };
        // Nobody asks these how they came about.
        return Task.FromResult(new TurnResult(answered, state.With(new PastTurn(question, answered, [])), null!));
    }
}
