using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Guards;

/// <summary>Each sentence rests on evidence, and speaks of what its evidence speaks of.</summary>
internal sealed class SupportGuard : IGuard
{
    public string Name => "evidence";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var sentence in answer.Sentences)
        {
            if (sentence.HasOwnWords && Problem(answer, sentence) is { } problem)
            {
                findings.Add(sentence.Refused(Name, problem));
            }
        }
    }

    private static string? Problem(GuardedAnswer answer, GuardedSentence sentence)
    {
        var (supported, foreign, users) = Count(answer, sentence);
        if (sentence.IsSilence)
        {
            // "The article does not say that … [1]" where the cited place says it.
            return sentence.Marks.Count > 0 && !sentence.Quotes && supported >= 2 ? "says that the article is silent, and cites where it speaks" : null;
        }

        var content = supported + foreign;
        if (sentence.Evidence.Count == 0)
        {
            return content + users == 0 || sentence.IsQuestion || Workings.Bear(answer, sentence) || (!Claims(answer.Answer.Outcome) && answer.Answer.Citations.Count + content == 0)
                ? null
                : "has no evidence";
        }

        // A sentence without a mark of its own has to keep closer to its neighbour's.
        var isTooForeign = sentence.Marks.Count == 0 ? foreign > 0 && foreign >= supported : foreign > 1 && foreign > supported;
        if (isTooForeign && !Workings.Bear(answer, sentence))
        {
            return "speaks of what the cited places do not";
        }

        return sentence.Marks.Count > 0 && !sentence.Quotes && supported == 0 && users + foreign > 0 && !Workings.Bear(answer, sentence)
            ? "has no word of the cited places"
            : null;
    }

    /// <summary>Whether an answer of this kind says that something is so.</summary>
    private static bool Claims(Outcome outcome) => outcome is Outcome.Answered or Outcome.Computed or Outcome.Corrected;

    /// <summary>Content words that the evidence has, that nobody has, and that only the user has.</summary>
    private static (int Supported, int Foreign, int Users) Count(GuardedAnswer answer, GuardedSentence sentence)
    {
        var (supported, foreign, users) = (0, 0, 0);
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] != WordRole.Own || !Polarity.IsContent(answer.Tokens[i], answer.Kinds[i]))
            {
                continue;
            }

            var token = answer.Tokens[i];
            if (sentence.Has(token) || sentence.MeansSomebodyPresent(answer, token))
            {
                supported++;
            }
            else if ((answer.Kinds[i] & (WordKinds.Frame | WordKinds.Saying | WordKinds.Hedge)) == 0 && !char.IsAsciiDigit(token.Lower[0]))
            {
                var isUsers = answer.UserSaid(token);
                users += isUsers ? 1 : 0;
                foreign += isUsers ? 0 : 1;
            }
        }

        return (supported, foreign, users);
    }
}
