using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Tells what form of answer a request wants from its question word, or from its first words where it has none.</summary>
internal static class AskKinds
{
    /// <returns>The form, and the index of the word that shows it.</returns>
    public static (AskKind Kind, int At) Of(Question question, QuestionGrammar grammar)
    {
        var tokens = question.Tokens;
        var first = Interrogative.FirstMeaning(tokens, 0);
        for (var i = first; i < tokens.Length; i++)
        {
            if (Interrogative.IsWh(tokens[i].Lower) && !IsRelative(tokens, i, first))
            {
                // "hwo runs the company" is a misspelt "who".
                return (tokens[i].Lower == "how" && i + 1 < tokens.Length && grammar.TagOf(i + 1) is Core.Grammar.Tag.VerbS or Core.Grammar.Tag.VerbPast ? AskKind.Who : OfWh(tokens, ref i), i);
            }
        }

        if (first < tokens.Length && Interrogative.IsAuxiliary(tokens[first].Lower))
        {
            return (IsExistence(tokens, first) ? AskKind.Existence : AskKind.YesNo, first);
        }

        if (first < tokens.Length && Interrogative.IsImperative(tokens[first].Lower))
        {
            return (AskKind.Topic, first);
        }

        // "Total so far?" names a thing to be told; "So it sank?" claims something.
        return (grammar.IsClause ? AskKind.Claim : AskKind.Topic, first - 1);
    }

    private static AskKind OfWh(Token[] tokens, ref int at)
    {
        var next = at + 1 < tokens.Length ? tokens[at + 1].Lower : "";
        switch (tokens[at].Lower)
        {
            case "who" or "whom" or "whose" or "whos":
                return AskKind.Who;
            case "when" or "wen" or "whens":
                return AskKind.When;
            case "where" or "wheres" or "whereabouts":
                return AskKind.Where;
            case "why":
                return AskKind.Why;
            case "how" when next is "many" or "much":
                at++;
                return AskKind.HowMany;
            case "how" when next is "come":
                at++;
                return AskKind.Why;
            case "how" when next is "old" or "far" or "tall" or "long" or "high" or "deep" or "big" or "large" or "wide" or "heavy"
                or "cold" or "hot" or "warm" or "chilly" or "freezing" or "expensive" or "dear" or "pricey" or "costly":
                return AskKind.HowMany;
            case "how" when next is "fast" or "quick" && at + 2 < tokens.Length && Interrogative.IsBe(tokens[at + 2].Lower):
                at++;
                return AskKind.HowMany;
            case "how":
                return AskKind.How;
            case "what" when AsksOfCost(tokens, at):
                return AskKind.HowMany;
            default:
                return AskKind.What;
        }
    }

    /// <summary>"What will it cost?", "what did that cost them": "cost" is a verb there.</summary>
    private static bool AsksOfCost(Token[] tokens, int at)
    {
        var cost = Array.FindIndex(tokens, at + 1, token => token.Lower is "cost" or "costs" or "costing");
        return cost > at + 1 && tokens[cost - 1].Lower is not ("the" or "a" or "its" or "their" or "any" or "this" or "that" or "of") && tokens[at + 1].IsStopWord;
    }

    /// <summary>"the man who…", "the day when…": a wh-word after a noun, with an earlier verb of asking or an auxiliary at the front.</summary>
    private static bool IsRelative(Token[] tokens, int at, int first)
    {
        if (at == first || tokens[at].Lower is "what" or "how" or "why")
        {
            return false;
        }

        // "it was the mayor who…"
        if (tokens[first].Lower is "it" && first + 1 < at && Interrogative.IsBe(tokens[first + 1].Lower))
        {
            return true;
        }

        var before = tokens[at - 1];
        return before.IsWord && !before.IsStopWord && Interrogative.IsAuxiliary(tokens[first].Lower)
            && !Interrogative.IsSaying(before.Lower) && before.Lower is not ("know" or "wonder" or "exactly");
    }

    private static bool IsExistence(Token[] tokens, int first) =>
        first + 1 < tokens.Length
        && ((tokens[first].Lower is "is" or "are" && tokens[first + 1].Lower is "there")
            || (tokens[first].Lower is "does" or "did" && Names(tokens, first + 1, 3, "article", "story", "text", "piece"))
            || (tokens[first].Lower is "is" or "are" or "was" && Names(tokens, first + 1, 12, "mentioned", "mention")));

    private static bool Names(Token[] tokens, int from, int within, params ReadOnlySpan<string> words)
    {
        for (var i = from; i < Math.Min(tokens.Length, from + within); i++)
        {
            foreach (var word in words)
            {
                if (tokens[i].Lower == word)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
