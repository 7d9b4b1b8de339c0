using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>The noun that a request asks for: "paper" of "which French paper", "age" of "what age was he", "boats" of "how many boats".</summary>
/// <param name="Kind">What the answer has to be: "which day" is "when".</param>
/// <param name="Term">Its term; -1 where there is none.</param>
/// <param name="IsLinked">A form of "be" stands between: "what was the cost".</param>
/// <param name="IsType">It only says of what kind the answer is, so that an answer need not have it: "day", "place", "number".</param>
internal readonly record struct WantedNoun(AskKind Kind, int Term, bool IsLinked, bool IsType)
{
    public static WantedNoun Of(Token[] tokens, List<Term> terms, QuestionGrammar grammar, AskKind kind, int at)
    {
        var none = new WantedNoun(kind, -1, false, false);
        if (kind is not (AskKind.What or AskKind.HowMany or AskKind.Topic) && (kind is not AskKind.Who || tokens[at].Lower != "whose"))
        {
            return none;
        }

        // "quote the president": the noun is who is to have said it.
        if (at >= 0 && tokens[at].Lower == "quote")
        {
            return none;
        }

        var next = at + 1;
        var isLinked = false;
        while (next < tokens.Length && (Interrogative.IsAuxiliary(tokens[next].Lower) || !tokens[next].IsWord))
        {
            if (Interrogative.IsAuxiliary(tokens[next].Lower))
            {
                // "what does the mayor want": the noun behind "does" wants, it is not wanted.
                if (!Interrogative.IsBe(tokens[next].Lower))
                {
                    return none;
                }

                isLinked = true;
            }

            next++;
        }

        if (next >= tokens.Length || (at >= 0 && tokens[at].Lower == "how" && kind is AskKind.HowMany))
        {
            return none;
        }

        var head = grammar.HeadNoun(next);
        if (head < 0)
        {
            return none;
        }

        if (isLinked && IsDoing(tokens, grammar, head))
        {
            return none;
        }

        // "which part of the country" is a place, "their part in it" is none.
        var isShare = tokens[head].Lower is "part" && (head + 1 >= tokens.Length || tokens[head + 1].Lower != "of");
        var ofNoun = kind is AskKind.What or AskKind.Topic && !isShare ? Interrogative.KindOfNoun(tokens[head].Lower) : null;
        ofNoun = ofNoun is AskKind.Where && !isLinked && at >= 0 && tokens[at].Lower is "which" or "what" && IsDoer(tokens, grammar, head) ? AskKind.Who : ofNoun;
        var term = terms.FindIndex(term => term.FirstToken <= head && term.EndToken > head);
        return new WantedNoun(ofNoun ?? kind, term, isLinked, ofNoun is not null || Interrogative.IsType(tokens[head].Lower));
    }

    /// <summary>"which countries will sign", "which town hosts it", "which states lie on the border", "which are on it": the place does something, or is
    /// somewhere; nothing is in it, or done by somebody else in it.</summary>
    private static bool IsDoer(Token[] tokens, QuestionGrammar grammar, int head)
    {
        var next = head + 1;
        var isBe = false;
        while (next < tokens.Length && Interrogative.IsAuxiliary(tokens[next].Lower))
        {
            isBe |= Interrogative.IsBe(tokens[next++].Lower);
        }

        return next < tokens.Length && isBe ? next + 1 < tokens.Length && grammar.TagOf(next) is Core.Grammar.Tag.Preposition
            : next < tokens.Length && grammar.TagOf(next) is Core.Grammar.Tag.VerbBase or Core.Grammar.Tag.VerbS or Core.Grammar.Tag.VerbPast or Core.Grammar.Tag.Participle;
    }

    /// <summary>"what is the trade in people doing": the noun does something, it is not wanted. Not "what was the cost of building it".</summary>
    private static bool IsDoing(Token[] tokens, QuestionGrammar grammar, int head)
    {
        for (var i = head + 1; i < Math.Min(tokens.Length, head + 6); i++)
        {
            if ((grammar.TagOf(i) is Core.Grammar.Tag.VerbIng || tokens[i].Lower is "being") && tokens[i].Lower is not ("during" or "including" or "regarding" or "concerning" or "according" or "following"))
            {
                return grammar.TagOf(i - 1) is not Core.Grammar.Tag.Preposition;
            }
        }

        return false;
    }
}
