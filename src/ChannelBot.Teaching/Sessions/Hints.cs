using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Handouts;

namespace ChannelBot.Teaching.Sessions;

/// <summary>What a learner is told before the answer: where to look, then the words.</summary>
public static class Hints
{
    /// <summary>In place of an answer that is held back.</summary>
    public const string Held = "Your question is on the board. The answer comes step by step: look first whether the article has it, and where.";

    /// <summary>Whether an answer is held back where hints come first; what is no answer from the article never is.</summary>
    public static bool Holds(Answer answer) => answer.Outcome is Outcome.Answered or Outcome.Computed or Outcome.Corrected or Outcome.NotInArticle;

    /// <param name="step"><see cref="HintStep.Paragraph"/> or <see cref="HintStep.Sentence"/>.</param>
    public static string Of(AskedQuestion question, HintStep step)
    {
        var cited = question.Answer.AllCitations();
        return step is HintStep.Paragraph
            ? $"A hint: look in {Places.Of([.. cited.Select(citation => citation.Paragraph).Distinct().Order()])}."
            : string.Join('\n', cited.Select(citation => $"A hint: “{citation.Quote}” [{citation.N}]"));
    }
}
