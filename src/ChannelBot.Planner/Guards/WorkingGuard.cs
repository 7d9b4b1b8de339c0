using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Guards;

/// <summary>What an answer shows as calculated was calculated, and the article's figures that it takes stand in what it cites.</summary>
internal sealed class WorkingGuard : IGuard
{
    public string Name => "working";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var working in answer.Answer.Working)
        {
            if (answer.Grounds.Recorded is { } recorded && !recorded.Any(made => IsOf(working, made)))
            {
                findings.Add(new GuardFinding(Name, $"the calculator has not recorded {working.Function}: {working.Expression}", 0, answer.Text.Length));
            }
            for (var i = 0; i < working.Operands.Count; i++)
            {
                var operand = working.Operands[i];
                if (operand.Source == "user" && !Workings.IsScale(working, i) && !answer.UserNumbers.Any(number => Math.Abs(number.Value) == Math.Abs(operand.Value)))
                {
                    findings.Add(new GuardFinding(Name, $"{working.Function} takes a number for the user's that the user has not given", 0, answer.Text.Length));
                }
            }
        }

        // With as many citations as there may be, not every operand can have one.
        if (answer.Answer.Citations.Count >= CitationGuard.Most)
        {
            return;
        }

        foreach (var working in answer.Answer.Working)
        {
            foreach (var operand in working.Operands)
            {
                if (operand is { Source: "article", Figure: { } id } && !IsCited(answer, id))
                {
                    findings.Add(new GuardFinding(Name, $"{working.Function} takes the figure {id}, which no citation shows", 0, answer.Text.Length));
                }
            }
        }
    }

    /// <summary>The same calculation; a writer may only say which citation shows which operand.</summary>
    private static bool IsOf(Working shown, Working made) =>
        shown with { Operands = made.Operands } == made
        && shown.Operands.Select(operand => operand with { Citation = null }).SequenceEqual(made.Operands.Select(operand => operand with { Citation = null }));

    private static bool IsCited(GuardedAnswer answer, string id)
    {
        if (answer.Book.Figure(id) is not { } figure)
        {
            return false;
        }

        foreach (var citation in answer.Answer.Citations)
        {
            if (new Span(citation.Start, citation.End).Overlaps(new Span(figure.Start, figure.End)))
            {
                return true;
            }
        }

        return false;
    }
}
