using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Guards;

/// <summary>Each citation is the article's own words at its offsets, and there are at most three.</summary>
internal sealed class CitationGuard : IGuard
{
    public const int Most = 3;

    public string Name => "citations";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        var citations = answer.Answer.Citations;
        if (citations.Count > Most)
        {
            findings.Add(new GuardFinding(Name, $"{citations.Count} citations, at most {Most}", 0, answer.Text.Length));
        }

        foreach (var citation in citations)
        {
            if (!IsVerbatim(citation, answer))
            {
                findings.Add(new GuardFinding(Name, $"[{citation.N}] is not the article's words at {citation.Start} to {citation.End}", 0, answer.Text.Length));
            }
            else if (!IsPlaced(citation, answer))
            {
                findings.Add(new GuardFinding(Name, $"[{citation.N}] does not stand in {citation.Sentence}, paragraph {citation.Paragraph}", 0, answer.Text.Length));
            }
        }
    }

    private static bool IsVerbatim(Citation citation, GuardedAnswer answer)
    {
        var text = answer.Book.Knowledge.Article.Text;
        return citation.Start >= 0 && citation.Start < citation.End && citation.End <= text.Length
            && text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quote);
    }

    private static bool IsPlaced(Citation citation, GuardedAnswer answer)
    {
        foreach (var evidence in answer.Book.Touched(new(citation.Start, citation.End)))
        {
            return evidence.Sentence.Id == citation.Sentence && evidence.Sentence.Paragraph == citation.Paragraph;
        }

        return false;
    }
}
