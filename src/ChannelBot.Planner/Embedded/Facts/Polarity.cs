using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Whether words deny what they speak of.</summary>
internal static class Polarity
{
    /// <summary>True where a word of a sentence denies.</summary>
    public static bool IsNegative(ReadOnlySpan<Token> sentence)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            // "No. 10" denies nothing.
            if ((IsDenial(sentence[i].Lower) || (sentence[i].Lower is "ruled" or "rules" or "rule" && i + 1 < sentence.Length && sentence[i + 1].Lower is "out")) && !(sentence[i].Lower == "no" && i + 1 < sentence.Length && !sentence[i + 1].IsWord))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDenial(string word) =>
        word is "not" or "no" or "never" or "cannot" or "neither" or "nor" or "without" or "nobody" or "none" or "nothing" or "nowhere"
            or "unclear" or "unknown" or "unlikely" or "unable" or "failed" or "refused" or "denied" or "rejected" or "hardly" or "barely"
        || word.EndsWith("n't", StringComparison.Ordinal);
}
