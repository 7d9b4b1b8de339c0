using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What a request shows besides its subject: that it denies, doubts, offers a choice, points back.</summary>
internal static class Traits
{
    /// <summary>"today, tomorrow or next week": the terms on either side of "or", and those before a comma before it.</summary>
    public static List<int> Alternatives(Token[] tokens, List<Term> terms)
    {
        var alternatives = new List<int>();
        var or = Array.FindIndex(tokens, token => token.Lower == "or");
        if (or <= 0 || or + 1 >= tokens.Length || tokens[or + 1].Lower is "not" or "is" or "are" or "was" or "what")
        {
            return alternatives;
        }

        var after = terms.FindIndex(term => term.FirstToken > or && term.FirstToken <= or + 4);
        if (after <= 0)
        {
            return alternatives;
        }

        alternatives.Add(after);
        var end = or;
        for (var term = after - 1; term >= 0 && end - terms[term].EndToken <= 2; term--)
        {
            alternatives.Insert(0, term);
            var comma = terms[term].FirstToken - 1;
            if (comma < 0 || tokens[comma].Lower != ",")
            {
                break;
            }

            end = comma;
        }

        return alternatives.Count > 1 ? alternatives : [];
    }

    public static bool Negated(Token[] tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Lower is "not" or "never" or "nobody" or "none" or "without" or "no-one" || token.Lower.EndsWith("n't", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static bool AsksCertainty(Token[] tokens)
    {
        var certain = false;
        var asks = false;
        foreach (var token in tokens)
        {
            certain |= token.Lower is "established" or "confirmed" or "certain" or "proven" or "proved" or "definite" or "definitely" or "definitively" or "officially" or "verified" or "sure";
            asks |= token.Lower is "is" or "has" or "have" or "are" or "was" or "were" or "been" or "do";
        }

        return certain && asks;
    }

    /// <summary>"what happened", "what is going on", "what took place": a word or two behind "what", so that "what happened to the boat" is meant and "what did he say happened" is not.</summary>
    public static bool AsksWhatHappened(Token[] tokens, int at)
    {
        for (var i = Math.Max(0, at); i < Math.Min(tokens.Length, at + 4); i++)
        {
            var next = i + 1 < tokens.Length ? tokens[i + 1].Lower : "";
            if (tokens[i].Lower is "happened" or "happen" or "happening" or "happens" or "occurred"
                || (tokens[i].Lower is "went" or "going" or "gone" or "goes" && next is "on")
                || (tokens[i].Lower is "took" or "taken" or "taking" && next is "place"))
            {
                return true;
            }
        }

        return false;
    }

    public static bool SaysToo(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Lower is "too" or "also" or "either" || (tokens[i].Lower is "well" && i > 0 && tokens[i - 1].Lower is "as"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name is wanted, rather than words that describe: "what was his name", "name the farmer", "who is the farmer called".</summary>
    public static bool WantsName(Token[] tokens)
    {
        var first = Interrogative.FirstMeaning(tokens, 0);
        for (var i = first; i < tokens.Length; i++)
        {
            if (tokens[i].Lower is "name" or "names" or "named" or "called" or "identity")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it leans on what was said before: a pronoun without its noun, an opening "and", hardly a word of its own.</summary>
    public static bool RefersBack(Token[] tokens, List<Term> terms)
    {
        var content = 0f;
        foreach (var term in terms)
        {
            content += term.Weight;
        }

        if (content < 1)
        {
            return true;
        }

        var first = 0;
        while (first < tokens.Length && !tokens[first].IsWord)
        {
            first++;
        }

        if (first < tokens.Length && content < 3 && tokens[first].Lower is "and" or "but" or "so")
        {
            return true;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            // "this year", "that agreement" point at a thing that is named; "there are" points at nothing.
            if (Interrogative.IsPronoun(tokens[i].Lower) && !(tokens[i].Lower is "there" && i > 0 && Interrogative.IsAuxiliary(tokens[i - 1].Lower))
                && !(tokens[i].Lower is "this" or "that" or "these" or "those" or "same" or "one" && i + 1 < tokens.Length && tokens[i + 1].IsWord && !tokens[i + 1].IsStopWord))
            {
                return true;
            }
        }

        return false;
    }
}
