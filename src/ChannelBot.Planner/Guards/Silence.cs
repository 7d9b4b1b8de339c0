namespace ChannelBot.Planner.Guards;

/// <summary>Recognises a sentence that says that the article does not say something.</summary>
internal static class Silence
{
    /// <summary>The article, or "it", or nobody in it, and a denied word of saying: "does not mention", "gives no such number", "has nothing on".</summary>
    public static bool IsSaid(GuardedAnswer answer, GuardedSentence sentence)
    {
        var tokens = answer.Tokens;
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] != WordRole.Own || (answer.Kinds[i] & WordKinds.Negator) == 0)
            {
                continue;
            }

            if (IsDeniedSaying(answer, i, sentence) || (tokens[i].Lower is "nothing" or "no" or "none" or "nobody" or "neither" && IsVerbOfArticle(answer, i, sentence)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"not", and a verb of saying or giving within two words.</summary>
    private static bool IsDeniedSaying(GuardedAnswer answer, int at, GuardedSentence sentence)
    {
        for (var i = at + 1; i < Math.Min(at + 3, sentence.Last); i++)
        {
            if ((answer.Kinds[i] & WordKinds.Frame) != 0 && IsSpeech(answer.Tokens[i].Stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"gives no", "has nothing on", "carries no".</summary>
    private static bool IsVerbOfArticle(GuardedAnswer answer, int at, GuardedSentence sentence)
    {
        for (var i = Math.Max(sentence.First, at - 3); i < at; i++)
        {
            if (IsSpeech(answer.Tokens[i].Stem) || answer.Tokens[i].Lower is "has" or "have")
            {
                return true;
            }
        }

        return at == sentence.First && NamesArticle(answer, sentence);
    }

    /// <summary>"Nobody in the article says so."</summary>
    private static bool NamesArticle(GuardedAnswer answer, GuardedSentence sentence)
    {
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] == WordRole.Own && (answer.Kinds[i] & WordKinds.Article) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpeech(string stem) => stem is
        "sai" or "say" or "mention" or "name" or "give" or "state" or "tell" or "carri" or "contain" or "cover" or "speak" or "report" or "put" or "describ"
        or "explain" or "includ" or "hold" or "quot" or "count" or "list" or "go" or "identifi" or "specifi" or "compar";
}
