using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Guards;

/// <summary>The article's figures that an answer calculates with stand in what it cites.</summary>
internal sealed class WorkingGuard : IGuard
{
    public string Name => "working";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
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
