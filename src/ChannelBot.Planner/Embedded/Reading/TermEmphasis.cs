using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Takes weight from words that an answer may leave out: the kind of thing asked for, adverbs.</summary>
internal static class TermEmphasis
{
    private const float OfAType = 0.2f;
    private const float OfAnAdverb = 0.4f;

    /// <param name="at">Index of its question word.</param>
    public static void Apply(Token[] tokens, List<Term> terms, int at)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            var word = tokens[term.FirstToken].Lower;
            if (!term.IsConcept && term.FirstToken > at && term.FirstToken <= at + 4 && Interrogative.KindOfNoun(word) is not null)
            {
                terms[i] = term with { Weight = Math.Min(term.Weight, OfAType) };
            }
            else if (!term.IsConcept && word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal))
            {
                terms[i] = term with { Weight = Math.Min(term.Weight, OfAnAdverb) };
            }
        }
    }
}
