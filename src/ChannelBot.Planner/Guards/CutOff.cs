namespace ChannelBot.Planner.Guards;

/// <summary>Finds a word before a quotation without which the quotation says something else: "not", "at least", "believed to".</summary>
internal static class CutOff
{
    /// <param name="place">Where the quotation begins in the article; less than 0 where that is not known.</param>
    public static string? Before(GuardedSentence sentence, int place)
    {
        foreach (var evidence in sentence.Evidence)
        {
            var start = place - evidence.Sentence.Start;
            if (start <= 0 || start >= evidence.Sentence.Text.Length)
            {
                continue;
            }

            foreach (var number in evidence.Numbers)
            {
                if (number.Mention.Start < start && start <= number.Mention.NumberStart)
                {
                    return evidence.Sentence.Text[number.Mention.Start..start].Trim();
                }
            }

            return GoverningWord(evidence, start);
        }

        return null;
    }

    private static string? GoverningWord(SentenceEvidence evidence, int start)
    {
        var at = evidence.Tokens.Length - 1;
        while (at >= 0 && evidence.Tokens[at].Start >= start)
        {
            at--;
        }

        // "believed to | have lost": the word before "to" governs.
        at -= at > 0 && evidence.Tokens[at].Lower == "to" ? 1 : 0;
        return at >= 0 && (evidence.Kinds[at] & (WordKinds.Hedge | WordKinds.Negator)) != 0 ? evidence.Tokens[at].Lower : null;
    }
}
