namespace ChannelBot.Planner.Guards;

/// <summary>Each name is in the cited evidence, or means somebody who is, or is the user's in a sentence that says so.</summary>
internal sealed class NameGuard : IGuard
{
    public string Name => "names";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var sentence in answer.Sentences)
        {
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                if (answer.Roles[i] == WordRole.Own && IsName(answer, sentence, i) && Problem(answer, sentence, i) is { } problem)
                {
                    findings.Add(sentence.Refused(Name, $"“{answer.Text[answer.Tokens[i].Start..answer.Tokens[i].End]}” {problem}"));
                }
            }
        }
    }

    private static string? Problem(GuardedAnswer answer, GuardedSentence sentence, int at)
    {
        var token = answer.Tokens[at];
        if (sentence.Has(token) || sentence.MeansSomebodyPresent(answer, token) || answer.Book.TitleWords.Contains(token.Stem))
        {
            return null;
        }

        if (!answer.UserSaid(token))
        {
            return "stands neither in the cited places nor in the user's words";
        }

        return sentence.IsSilence || sentence.NamesUser || sentence.IsQuestion || sentence.Denies(answer, at)
            ? null
            : "is a name of the user's that the cited places do not have";
    }

    /// <summary>A capitalised word, and at the beginning of a sentence not one that any sentence may begin with.</summary>
    private static bool IsName(GuardedAnswer answer, GuardedSentence sentence, int at)
    {
        var token = answer.Tokens[at];
        if (!token.IsCapitalised || token.Lower is "i" or "i'm" or "i'll" or "channelbot")
        {
            return false;
        }

        return !BeginsSentence(answer, sentence, at) || !IsOrdinary(answer, at);
    }

    private static bool BeginsSentence(GuardedAnswer answer, GuardedSentence sentence, int at) =>
        at == sentence.First || answer.Tokens[at - 1].Lower is ":" or "“" or "\"" or "—" or "–" or "•" or "-" or "*" or "(" or ")" or "”"
        || answer.Roles[at - 1] is WordRole.Mark;

    private static bool IsOrdinary(GuardedAnswer answer, int at)
    {
        var token = answer.Tokens[at];
        const WordKinds Plain = WordKinds.Ordinary | WordKinds.Frame | WordKinds.Saying | WordKinds.Hedge | WordKinds.Auxiliary | WordKinds.Yours;
        var isFollowedByName = at + 1 < answer.Tokens.Length && answer.Tokens[at + 1] is { IsCapitalised: true, IsWord: true };
        return token.IsStopWord || (answer.Kinds[at] & Plain) != 0 || (!isFollowedByName && HasCommonEnding(token.Lower));
    }

    private static bool HasCommonEnding(string word) =>
        word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal)
        || word.EndsWith("tion", StringComparison.Ordinal) || word.EndsWith("tions", StringComparison.Ordinal) || word.EndsWith("ment", StringComparison.Ordinal)
        || word.EndsWith("ments", StringComparison.Ordinal) || word.EndsWith("ness", StringComparison.Ordinal) || word.EndsWith("ity", StringComparison.Ordinal);
}
