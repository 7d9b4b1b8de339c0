using ChannelBot.Core.Evidence;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Finds who is to have said a thing, and who to have done it.</summary>
internal static class Participants
{
    /// <summary>Index of the verb by which something is said; -1 where there is none.</summary>
    public static int Saying(Token[] tokens, int at)
    {
        var last = Array.FindLastIndex(tokens, token => token.IsWord);
        for (var i = Math.Max(0, at); i < tokens.Length; i++)
        {
            // "what is the boss called": nobody calls anybody anything.
            if ((Interrogative.IsSaying(tokens[i].Lower) || (tokens[i].Lower is "bring" or "brings" or "brought" && i < last && tokens[i + 1].Lower is "up")) && !(i == last && tokens[i].Lower is "called")
                && !(i > 0 && tokens[i - 1].Lower is "you" or "me" or "believed" or "is" && tokens[i].Lower is "tell" or "say" or "explain" or "think"))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"who does she say is to blame": somebody is named who says it, and another is asked for.</summary>
    public static bool AsksOfWhatIsSaid(Token[] tokens, int at) =>
        at >= 0 && at + 2 < tokens.Length && tokens[at + 1].Lower is "does" or "do" or "did" && tokens[at + 2].Lower is not ("you" or "i" or "we") && !Interrogative.IsSaying(tokens[at + 2].Lower);

    /// <summary>"who used the word", "who came out with that phrase", "whose words are these": who said it.</summary>
    public static bool UsesWords(Token[] tokens) => Array.Exists(tokens, token => token.Lower is "word" or "words" or "line" or "remark" or "statement" or "phrase" or "phrases" or "term" or "expression" or "quote" or "quotation" or "adjective" or "sentence")
        && Array.Exists(tokens, token => token.Lower is "used" or "uses" or "use" or "using" or "came" or "comes" or "coined" or "uttered" or "spoken" or "wrote" or "whose");

    /// <summary>"what did X say", "X said", "according to X": the term next to the saying; -1 where nobody is named.</summary>
    public static int Speaker(Token[] tokens, List<Term> terms, int at, int saying)
    {
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Lower == "according" && tokens[i + 1].Lower == "to")
            {
                return NameIn(tokens, terms, i + 2, Math.Min(tokens.Length, i + 7));
            }
        }

        // "the mayor's claim that it was safe"
        for (var term = 0; term < terms.Count; term++)
        {
            var next = terms[term].EndToken;
            if (terms[term].IsEntity && next < tokens.Length && tokens[next].Lower is "boast" or "claim" or "warning" or "remark" or "remarks" or "comment" or "comments" or "line" or "quote" or "statement" or "promise" or "pledge" or "vow" or "words"
                && tokens[next - 1].Lower is var possessive && (possessive.EndsWith("'s", StringComparison.Ordinal) || possessive.EndsWith("’s", StringComparison.Ordinal)))
            {
                return term;
            }
        }

        // "on the mayor's behalf", "on behalf of the mayor"
        if (Array.FindIndex(tokens, token => token.Lower is "behalf") is > 0 and var behalf)
        {
            return behalf + 1 < tokens.Length && tokens[behalf + 1].Lower is "of" ? NameIn(tokens, terms, behalf + 2, tokens.Length) : NameIn(tokens, terms, behalf - 1, behalf);
        }

        // "Quote the mayor on…": the name stands behind.
        var first = Interrogative.FirstMeaning(tokens, 0);
        if (first < tokens.Length && tokens[first].Lower == "quote")
        {
            var on = Array.FindIndex(tokens, token => token.Lower is "on" or "about");
            return NameIn(tokens, terms, first + 1, on < 0 ? tokens.Length : on);
        }

        // "what are they said to have done": somebody else says so.
        if (saying < 0 || (saying + 1 < tokens.Length && tokens[saying].Lower is "said" or "reported" or "thought" or "believed" or "claimed" && tokens[saying + 1].Lower is "to" && Array.Exists(tokens[..saying], token => Interrogative.IsBe(token.Lower))))
        {
            return -1;
        }

        // "it was the mayor who said so"
        var cleft = saying > 0 && tokens[saying - 1].Lower is "who" or "that" ? Cleft(tokens, terms) : -1;
        if (cleft >= 0 && terms[cleft].EndToken == saying - 1)
        {
            return cleft;
        }

        var from = saying;
        while (from > 0 && !BeginsClause(tokens, from - 1) && saying - from < 8)
        {
            from--;
        }

        return NameIn(tokens, terms, from, saying);
    }

    /// <summary>An auxiliary or a question word; but "what did the mayor have to say" is what the mayor said.</summary>
    private static bool BeginsClause(Token[] tokens, int at) =>
        Interrogative.IsWh(tokens[at].Lower)
        || (Interrogative.IsAuxiliary(tokens[at].Lower) && !(tokens[at].Lower is "have" or "has" or "had" && tokens[at + 1].Lower is "to"));

    /// <summary>The name between the auxiliary and the verb: "why did X end…". After a form of "be", only before an -ing form.</summary>
    public static int Agent(Token[] tokens, List<Term> terms, int at)
    {
        var cleft = Cleft(tokens, terms);
        if (cleft >= 0)
        {
            return cleft;
        }

        // "the mayor closed it": a claim begins with who is to have done it.
        var first = Interrogative.FirstMeaning(tokens, 0);
        if (terms.Count > 0 && terms[0].IsEntity && terms[0].FirstToken <= first + 1 && terms[0].EndToken < tokens.Length && tokens[terms[0].EndToken] is { IsWord: true, IsStopWord: false } verbal
            && Verbs.Of(verbal.Lower) is { IsOftenNoun: false } && !verbal.Lower.EndsWith("ing", StringComparison.Ordinal))
        {
            return 0;
        }

        for (var i = Math.Max(0, at); i < tokens.Length; i++)
        {
            // "how come the mayor closed it"
            if (!Interrogative.IsAuxiliary(tokens[i].Lower) && !(tokens[i].Lower is "come" && i > 0 && tokens[i - 1].Lower is "how"))
            {
                continue;
            }

            for (var term = 0; term < terms.Count; term++)
            {
                if (terms[term].FirstToken > i && terms[term].FirstToken <= i + 3 && terms[term].IsEntity)
                {
                    var verb = terms[term].EndToken;
                    var isBe = tokens[i].Lower is "is" or "are" or "was" or "were" or "been";
                    return verb < tokens.Length && tokens[verb].IsWord && !tokens[verb].IsStopWord
                        && (!isBe || (tokens[verb].Lower.EndsWith("ing", StringComparison.Ordinal) && Verbs.Of(tokens[verb].Lower) is not null)) ? term : -1;
                }
            }

            return -1;
        }

        return -1;
    }

    /// <summary>"X are the ones who ended it", "it was X who ended it".</summary>
    private static int Cleft(Token[] tokens, List<Term> terms)
    {
        for (var term = 0; term < terms.Count; term++)
        {
            var next = terms[term].EndToken;
            if (!terms[term].IsEntity || next + 1 >= tokens.Length)
            {
                continue;
            }

            var isOnes = Interrogative.IsBe(tokens[next].Lower) && next + 3 < tokens.Length && tokens[next + 1].Lower is "the" && tokens[next + 2].Lower is "one" or "ones" && tokens[next + 3].Lower is "who" or "that";
            // "it was the mayor who", and "was it the mayor who"
            var isIt = tokens[next].Lower is "who" or "that" && terms[term].FirstToken is > 1 and var first && (tokens[first - 1].Lower is "the" && first > 2 ? first - 2 : first - 1) is var before
                && (tokens[before].Lower is "it" ? before > 0 && Interrogative.IsBe(tokens[before - 1].Lower) : Interrogative.IsBe(tokens[before].Lower) && Array.Exists(tokens[..first], token => token.Lower is "it"));
            var by = isOnes ? next + 3 : next;
            var asksWho = Enumerable.Range(0, tokens.Length).Any(at => at != by && tokens[at].Lower is "who" or "whose" or "whom");
            if ((isOnes || isIt) && !asksWho)
            {
                return term;
            }
        }

        return -1;
    }

    /// <summary>Whether the word stands for somebody: "president", "residents".</summary>
    public static bool IsSomebody(in Token token) =>
        Interrogative.KindOfNoun(token.Lower) == AskKind.Who || Lexicon.English.IsKindOf(token.Stem, "person");

    /// <summary>The last name within the tokens; a noun that stands for somebody ("the French president") goes before a name that only describes it.</summary>
    private static int NameIn(Token[] tokens, List<Term> terms, int from, int to)
    {
        var head = -1;
        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].FirstToken >= from && terms[term].EndToken <= to && terms[term].Weight >= 0.9f)
            {
                // "the president of France" is the president.
                var isOf = head >= 0 && tokens[terms[term].FirstToken - 1].Lower is "of";
                head = !isOf && (terms[term].IsEntity || IsSomebody(tokens[terms[term].EndToken - 1])) ? term : head;
            }
        }

        return head;
    }
}
