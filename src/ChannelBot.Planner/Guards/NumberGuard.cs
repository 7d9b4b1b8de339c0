using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Guards;

/// <summary>Each number is in the cited evidence, in the working, or is the user's and called so; and its bounds are the evidence's.</summary>
internal sealed class NumberGuard : IGuard
{
    /// <summary>Up to here a number word may count what the sentence lists.</summary>
    private const double MostListed = 12;

    public string Name => "numbers";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var number in answer.Numbers)
        {
            if (IsPronoun(answer, number))
            {
                continue;
            }

            var sentence = answer.SentenceAt(number.Start);
            if (Problem(answer, sentence, number) is { } problem)
            {
                var written = answer.Text[number.Mention.Start..number.Mention.End];
                findings.Add(sentence.Refused(Name, $"“{written}” {problem}"));
            }
        }
    }

    private static string? Problem(GuardedAnswer answer, GuardedSentence sentence, KnownNumber number)
    {
        var evidence = Find(sentence, number, out var isBoundKept);
        if (evidence && isBoundKept)
        {
            return null;
        }

        if (Workings.Explain(answer, number) || CountsItems(answer, sentence, number))
        {
            return null;
        }

        if (evidence)
        {
            return "has another bound in the article";
        }

        if (!IsUsers(answer, number))
        {
            return "stands neither in the cited places nor in the working nor in the user's words";
        }

        return sentence.NamesUser || sentence.IsSilence || IsSetAside(answer, sentence, number)
            ? null
            : "is the user's number and is not called so";
    }

    /// <summary>Looks for the number in the places cited; one that stands there with its bound makes up for one without.</summary>
    private static bool Find(GuardedSentence sentence, KnownNumber number, out bool isBoundKept)
    {
        var found = false;
        isBoundKept = false;
        foreach (var evidence in sentence.Evidence)
        {
            foreach (var known in evidence.Numbers)
            {
                if (IsCited(sentence, known) && NumberMatch.IsSame(number, known))
                {
                    found = true;
                    isBoundKept |= NumberMatch.KeepsBound(number.Mention.Quantity.Bound, known.Mention.Quantity.Bound);
                }
                else if (IsCited(sentence, known) && NumberMatch.IsRounding(number, known))
                {
                    found = isBoundKept = true;
                }
            }
        }

        return found;
    }

    private static bool IsCited(GuardedSentence sentence, KnownNumber known)
    {
        foreach (var citation in sentence.Citations)
        {
            if (known.Start < citation.End && known.End > citation.Start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUsers(GuardedAnswer answer, KnownNumber number)
    {
        foreach (var known in answer.UserNumbers)
        {
            if (NumberMatch.IsSame(number, known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"18 percent, not 25 percent": the user's number is denied.</summary>
    private static bool IsSetAside(GuardedAnswer answer, GuardedSentence sentence, KnownNumber number)
    {
        var token = answer.TokenAt(number.Mention.Start);
        for (var i = Math.Max(sentence.First, token - 4); i < token; i++)
        {
            if ((answer.Kinds[i] & WordKinds.Negator) != 0 || answer.Tokens[i].Lower is "rather" or "instead")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Three: …" before three names or lines.</summary>
    private static bool CountsItems(GuardedAnswer answer, GuardedSentence sentence, KnownNumber number) =>
        number.Mention is { Form: NumberForm.Count, Quantity.Bound: Bound.Exact } && number.Value is >= 2 and <= MostListed
        && !char.IsAsciiDigit(answer.Text[number.Start])
        && (ListCount.Of(answer, sentence) == (int)number.Value || answer.Answer.Parts?.Count == (int)number.Value);

    /// <summary>"No. 10" and "one of them" count nothing, but a label's digits must still be the article's.</summary>
    private static bool IsPronoun(GuardedAnswer answer, KnownNumber number) =>
        number.Value == 1 && number.Mention.Form == NumberForm.Count && number.Mention.Quantity.Bound == Bound.Exact
        && !char.IsAsciiDigit(answer.Text[number.Start]);
}
