using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Takes weight from words that an answer may leave out: the kind of thing asked for, adverbs, small words.</summary>
internal static class TermEmphasis
{
    private const float OfAType = 0.25f;
    private const float OfAnAdverb = 0.4f;
    private const float OfSaying = 0.35f;
    private const float OfASmallWord = 0.15f;

    public static void Apply(Token[] tokens, List<Term> terms, QuestionGrammar grammar, in WantedNoun wanted)
    {
        // "which minister" is more than "who": what somebody is tells them from others.
        var isType = wanted.IsType && (wanted.Kind is not AskKind.Who || wanted.Term < 0 || Interrogative.IsType(tokens[terms[wanted.Term].EndToken - 1].Lower));
        var last = Array.FindLastIndex(tokens, token => token.IsWord);
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].FirstToken == last && last > 2 && IsTag(tokens[last].Lower))
            {
                terms[i] = terms[i] with { Weight = 0 };
            }
            else if (!terms[i].IsConcept && Most(tokens[terms[i].FirstToken], grammar.TagOf(terms[i].FirstToken), terms[i].FirstToken > 0 ? tokens[terms[i].FirstToken - 1].Lower : "", i == wanted.Term && isType, wanted.Kind) is { } most)
            {
                terms[i] = terms[i] with { Weight = Math.Min(terms[i].Weight, most) };
            }
        }
    }

    /// <summary>"They sank, right?" asks for a yes or a no.</summary>
    private static bool IsTag(string word) => word is "right" or "correct" or "true" or "yes" or "yeah" or "no" or "eh" or "huh" or "innit";

    private static float? Most(in Token token, Core.Grammar.Tag tag, string before, bool isType, AskKind kind)
    {
        if (isType)
        {
            return OfAType;
        }

        if (tag is Core.Grammar.Tag.Adverb && token.Lower.Length > 4 && token.Lower.EndsWith("ly", StringComparison.Ordinal))
        {
            return OfAnAdverb;
        }

        // "on the same day of the week"
        if (token.Lower is "day" or "date" or "week" or "hour" or "time" && before is "same" or "the" or "of")
        {
            return OfAType;
        }

        if (Interrogative.IsSaying(token.Lower))
        {
            return OfSaying;
        }

        // "where does she work": where she belongs, whatever the article calls it.
        if (kind is AskKind.Where && token.Lower is "work" or "works" or "worked" or "live" or "lives" or "based" or "located")
        {
            return OfAType;
        }

        // "when's it happening": whatever it is.
        if (kind is AskKind.When or AskKind.Where && token.Lower is "happen" or "happens" or "happening" or "happened" or "occur" or "occurs" or "occurred")
        {
            return OfAType;
        }

        // "set off", "get inside", "come over"; but "before" and "without" change what is asked.
        return tag is Core.Grammar.Tag.Preposition or Core.Grammar.Tag.Adverb or Core.Grammar.Tag.Negation or Core.Grammar.Tag.Subordinator or Core.Grammar.Tag.To or Core.Grammar.Tag.Determiner
            && token.Lower is not ("before" or "after" or "since" or "until" or "without" or "except" or "against" or "under" or "alone" or "together" or "abroad")
            ? OfASmallWord
            : null;
    }
}
