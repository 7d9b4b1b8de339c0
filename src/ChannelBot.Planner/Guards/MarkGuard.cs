namespace ChannelBot.Planner.Guards;

/// <summary>Every mark has its citation, every citation its mark.</summary>
internal sealed class MarkGuard : IGuard
{
    public string Name => "marks";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var sentence in answer.Sentences)
        {
            foreach (var mark in sentence.Marks)
            {
                if (!HasCitation(answer, mark))
                {
                    findings.Add(sentence.Refused(Name, $"[{mark}] has no citation"));
                }
            }
        }

        foreach (var citation in answer.Answer.Citations)
        {
            if (!HasMark(answer, citation.N))
            {
                findings.Add(new GuardFinding(Name, $"citation {citation.N} has no mark", 0, answer.Text.Length));
            }
        }
    }

    private static bool HasCitation(GuardedAnswer answer, int mark)
    {
        foreach (var citation in answer.Answer.Citations)
        {
            if (citation.N == mark)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMark(GuardedAnswer answer, int n)
    {
        foreach (var sentence in answer.Sentences)
        {
            if (sentence.Marks.Contains(n))
            {
                return true;
            }
        }

        return false;
    }
}
