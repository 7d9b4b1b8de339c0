namespace ChannelBot.Planner.Guards;

/// <summary>What the evidence only believes, expects or presumes does not become a fact.</summary>
internal sealed class CertaintyGuard : IGuard
{
    public string Name => "certainty";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        for (var i = 0; i < answer.Sentences.Count; i++)
        {
            var sentence = answer.Sentences[i];
            if (sentence.HasOwnWords && !sentence.IsSilence && Lost(answer, sentence) is { } hedged && !IsShownNext(answer, i))
            {
                findings.Add(sentence.Refused(Name, $"the cited place does not say for certain “{string.Join(' ', hedged)}”"));
            }
        }
    }

    private static string[]? Lost(GuardedAnswer answer, GuardedSentence sentence)
    {
        var own = OwnWords.Of(answer, sentence);
        if (own.HasKind(WordKinds.Hedge) || HasHedgeIn(answer, sentence, WordRole.Quoted))
        {
            return null;
        }

        foreach (var evidence in sentence.Evidence)
        {
            foreach (var hedged in evidence.Hedged)
            {
                if (own.HasFirstOf(hedged) && !IsOnlyCalculated(answer, sentence, hedged))
                {
                    return hedged;
                }
            }
        }

        return null;
    }

    /// <summary>"More than 900: the article gives more than 1,000": the calculation shows what it takes, and says of nothing that it is so.</summary>
    private static bool IsOnlyCalculated(GuardedAnswer answer, GuardedSentence sentence, string[] hedged) =>
        hedged.Any(stem => char.IsAsciiDigit(stem[0])) && Workings.Bear(answer, sentence);

    /// <summary>A few words without a verb, before a sentence that shows the hedge: "Migrants. “… presumed to be migrants …” [1]".</summary>
    private static bool IsShownNext(GuardedAnswer answer, int at)
    {
        var sentence = answer.Sentences[at];
        if (sentence.Marks.Count > 0 || at + 1 >= answer.Sentences.Count || OwnWords.Of(answer, sentence).HasKind(WordKinds.Auxiliary))
        {
            return false;
        }

        var next = answer.Sentences[at + 1];
        return HasHedgeIn(answer, next, WordRole.Quoted) || HasHedgeIn(answer, next, WordRole.Own);
    }

    private static bool HasHedgeIn(GuardedAnswer answer, GuardedSentence sentence, WordRole role)
    {
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] == role && (answer.Kinds[i] & WordKinds.Hedge) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
