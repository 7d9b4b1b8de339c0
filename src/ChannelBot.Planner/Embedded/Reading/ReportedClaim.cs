using System.Collections.Frozen;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What the asker has from somebody and wants checked: "My neighbour swears it was closed in May. Is she right?" asks whether it was.</summary>
internal static class ReportedClaim
{
    /// <summary>"the bloke in the shop down the road": so many words at most say who claims it.</summary>
    private const int LongestSource = 8;

    private const int LeastClaimed = 2;

    /// <summary>"does the article back that up".</summary>
    private const int LongestCheck = 8;

    private static readonly FrozenSet<string> s_claiming =
        ("swears swear swore says say said saying reckons reckon reckoned claims claim claimed insists insist insisted thinks think thought believes believe believed maintains maintain argues argue "
        + "told tells tell heard hear read saw seen convinced adamant certain sure posted wrote going telling claiming insisting assures assured")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words between who claims it and the claim: "swears blind to me that".</summary>
    private static readonly FrozenSet<string> s_between =
        "blind down to me us that everyone everybody people keeps kept always just is are was were has have been be i'm he's she's they're around round about somewhere online on facebook twitter tiktok whatsapp"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How whoever is none of the article's people begins: "my nan", "someone online".</summary>
    private static readonly FrozenSet<string> s_askers =
        "my our your his her their i we they he she some someone somebody people everyone everybody one this these those lots loads apparently".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_verdicts = "right correct true wrong accurate mistaken lying false legit fact".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_judged = "he she they it that this i we".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_tail = "or not then though really actually even about that there this it false wrong on".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the claim stands among the tokens of a request; null where nothing is claimed, or nothing asks for it to be checked.</summary>
    /// <param name="isOfTheArticle">Whether the article, or its curation, has the word: what its people say is asked as ever.</param>
    public static (int Start, int End)? In(Token[] tokens, Func<Token, bool> isOfTheArticle)
    {
        var (from, isAsked) = AfterOpening(tokens);
        var to = BeforeCheck(tokens, from);
        isAsked |= to < tokens.Length;
        to = to == tokens.Length ? EndOfWords(tokens) : to;
        if (!isAsked)
        {
            return null;
        }

        var start = AfterSource(tokens, from, to, isOfTheArticle);
        var claimed = 0;
        for (var i = start; i < to; i++)
        {
            claimed += tokens[i] is { IsWord: true, IsStopWord: false } ? 1 : 0;
        }

        return claimed < LeastClaimed || Interrogative.IsAsk(tokens.AsSpan(start, to - start), "") ? null : (start, to);
    }

    /// <summary>"True or false:", "fact check:".</summary>
    private static (int From, bool IsAsked) AfterOpening(Token[] tokens)
    {
        var first = Interrogative.FirstMeaning(tokens, 0);
        var asks = first + 3 < tokens.Length
            && ((tokens[first].Lower is "true" or "right" or "fact" or "correct" && tokens[first + 1].Lower is "or" && tokens[first + 2].Lower is "false" or "wrong" or "not" or "fiction" or "myth")
                || (tokens[first].Lower is "fact" && tokens[first + 1].Lower is "check"));
        return asks ? (Interrogative.FirstMeaning(tokens, first + (tokens[first + 1].Lower is "or" ? 3 : 2)), true) : (first, false);
    }

    /// <summary>Where "is she right?", "true or false?", "does the article say that?" begins; the number of tokens where nothing of the kind ends the request.</summary>
    private static int BeforeCheck(Token[] tokens, int from)
    {
        var end = EndOfWords(tokens);
        for (var at = Math.Max(from + 2, end - LongestCheck); at < end; at++)
        {
            if (IsCheck(tokens.AsSpan(at, end - at)))
            {
                while (at > from && (!tokens[at - 1].IsWord || tokens[at - 1].Lower is "so" or "and" or "but" or "now"))
                {
                    at--;
                }

                return at;
            }
        }

        return tokens.Length;
    }

    private static bool IsCheck(ReadOnlySpan<Token> words)
    {
        if (words.Length < 3)
        {
            return false;
        }

        if (words.Length == 3 && words[0].Lower is "true" or "right" or "fact" or "correct" && words[1].Lower is "or" && words[2].Lower is "false" or "wrong" or "not" or "fiction" or "myth")
        {
            return true;
        }

        // "does the article say so", "does the piece back that up"
        if (words.Length <= 7 && words[0].Lower is "does" or "is" or "did" && words.Length > 3 && words[1].Lower is "the" or "this" or "that" && IsArticle(words[0].Lower is "is" ? words[^2] : words[2]))
        {
            return words[0].Lower is "is" ? words[1].Lower is "that" && words[2].Lower is "what"
                : words[3].Lower is "say" or "back" or "agree" or "support" or "confirm" or "bear" && words[^1].Lower is "so" or "that" or "this" or "it" or "up" or "out" or "him" or "her" or "them" or "agree";
        }

        var at = 1;
        if (Interrogative.IsBe(words[0].Lower) || words[0].Lower is "am")
        {
            // "is my nan right": a possessive and one word.
            at = s_judged.Contains(words[1].Lower) ? 2 : words[1].Lower is "my" or "the" && words.Length > 3 ? 3 : 0;
        }
        else if (words[0].Lower is "has" or "have" or "did" or "does" or "do" && s_judged.Contains(words[1].Lower) && words[2].Lower is "got" or "get" or "have" && words.Length > 4 && words[3].Lower is "it" or "that" or "this")
        {
            at = 4;
        }
        else
        {
            return false;
        }

        while (at > 0 && at < words.Length && words[at].Lower is "really" or "actually" or "even" or "the" or "a")
        {
            at++;
        }

        if (at == 0 || at >= words.Length || !s_verdicts.Contains(words[at].Lower))
        {
            return false;
        }

        foreach (var word in words[(at + 1)..])
        {
            if (!s_tail.Contains(word.Lower))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsArticle(in Token token) => token.Lower is "article" or "story" or "text" or "piece" or "report" or "says" or "said";

    /// <summary>Behind "my nan swears blind it…", "I read somewhere that…"; <paramref name="from"/> where nobody, or somebody of the article, is to have said it.</summary>
    private static int AfterSource(Token[] tokens, int from, int to, Func<Token, bool> isOfTheArticle)
    {
        var isOfTheAsker = s_askers.Contains(tokens[from].Lower) || (tokens[from].Lower is "a" or "an" or "the" && from + 1 < to && !isOfTheArticle(tokens[from + 1]));
        for (var i = from + 1; isOfTheAsker && i < Math.Min(to, from + LongestSource); i++)
        {
            if (!s_claiming.Contains(tokens[i].Lower))
            {
                continue;
            }

            while (i + 1 < to && (s_between.Contains(tokens[i + 1].Lower) || s_claiming.Contains(tokens[i + 1].Lower) || !tokens[i + 1].IsWord))
            {
                i++;
            }

            return i + 1;
        }

        return from;
    }

    private static int EndOfWords(Token[] tokens) => Array.FindLastIndex(tokens, token => token.IsWord) + 1;
}
