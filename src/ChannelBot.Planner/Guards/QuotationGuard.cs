using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Guards;

/// <summary>What stands between quotation marks is the cited article's words, or the user's.</summary>
internal sealed class QuotationGuard : IGuard
{
    public string Name => "quotations";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var quotation in answer.Quotations)
        {
            var sentence = answer.SentenceAt(quotation.Start);
            var words = answer.Between(quotation);
            if (IsCited(sentence, words, out var place))
            {
                if (CutOff.Before(sentence, place) is { } lost)
                {
                    findings.Add(sentence.Refused(Name, $"“{words}” begins after “{lost}”"));
                }
            }
            else if (!IsOfUser(answer, sentence, quotation))
            {
                findings.Add(sentence.Refused(Name, $"“{words}” stands neither in the cited places nor in the user's words"));
            }
        }
    }

    /// <param name="place">Where in the article; -1 where only other quotation marks make it so.</param>
    private static bool IsCited(GuardedSentence sentence, ReadOnlySpan<char> words, out int place)
    {
        place = -1;
        foreach (var citation in sentence.Citations)
        {
            if (Verbatim.Holds(citation.Quote, words, out var at))
            {
                place = at < 0 ? -1 : citation.Start + at;
                return true;
            }
        }

        return false;
    }

    /// <summary>"The figures on “trains”:" says what was asked for.</summary>
    private static bool IsTopic(GuardedAnswer answer, Span quotation)
    {
        var mark = answer.TokenAt(quotation.Start) - 1;
        return mark > 0 && answer.Tokens[mark - 1].Lower is "on" or "about";
    }

    /// <summary>The user's words are only repeated to say that the article has nothing on them, or as the user's.</summary>
    private static bool IsOfUser(GuardedAnswer answer, GuardedSentence sentence, Span quotation) =>
        (sentence.IsSilence || sentence.NamesUser || IsTopic(answer, quotation)) && Verbatim.Holds(answer.Grounds.UserText, answer.Between(quotation), out _, StringComparison.OrdinalIgnoreCase);
}
