using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Whether words deny what they speak of.</summary>
internal static class Polarity
{
    /// <summary>True where a word of a sentence denies.</summary>
    public static bool IsNegative(ReadOnlySpan<Token> sentence)
    {
        foreach (var token in sentence)
        {
            if (IsDenial(token.Lower))
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
