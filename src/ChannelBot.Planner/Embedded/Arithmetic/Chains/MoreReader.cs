namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Whether a number comes on top of what there is, or is taken off.</summary>
internal static class MoreReader
{
    private const int Near = 3;

    /// <param name="hedge">How many words before the number belong to it: two in "more than 50".</param>
    /// <returns>True for what is taken off, false for what comes on top, null where the words say neither.</returns>
    public static bool? IsLess(ClauseWords words, int at, int hedge)
    {
        for (var i = at - hedge - Near; i <= at + Near; i++)
        {
            if (i == at || (i < at && i >= at - hedge) || !words.Same(i, at))
            {
                continue;
            }

            if (StepWords.Is(words[i], StepWord.Extra | StepWord.Fewer))
            {
                words.Read(i, i + 1);
                return StepWords.Is(words[i], StepWord.Fewer);
            }
        }

        return IsSupposed(words) && words[at - hedge - 1] is not ("of" or "in" or "for" or "among") ? OfVerbs(words, at) : null;
    }

    /// <summary>"If 500 had not come", "take 500 off", "500 are to be sent back": what is told as a fact changes nothing.</summary>
    private static bool IsSupposed(ClauseWords words) =>
        words.Words.Classes.HasFlag(WordClass.If) || words.Context.Says("had", "would", "will", "add", "take", "subtract", "deduct", "remove");

    private static bool? OfVerbs(ClauseWords words, int at)
    {
        bool isUp = false, isDown = false, isGain = false, isLoss = false, isDenied = false;
        for (var i = words.ClauseStart(at); i < words.ClauseEnd(at); i++)
        {
            if (words.Words[i].IsNumber)
            {
                continue;
            }

            var classes = words.Words[i].Classes;
            isUp |= (classes & WordClass.Rise) != 0;
            isDown |= (classes & WordClass.Fall) != 0;
            isGain |= StepWords.Is(words[i], StepWord.Gain);
            isLoss |= StepWords.Is(words[i], StepWord.Loss);
            isDenied |= words[i] is "not" or "never" or "without" || words[i].EndsWith("n't", StringComparison.Ordinal);
        }

        return isUp != isDown ? isDown : isLoss || isGain ? isLoss || (isGain && isDenied) : isDenied ? true : null;
    }
}
