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
            if (IsPronoun(answer, number) || IsOneIn(answer, number))
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
        var evidence = Find(answer, sentence, number, out var isBoundKept);
        if (evidence && isBoundKept)
        {
            return null;
        }

        if (Workings.Explain(answer, number) || IsWithName(answer, sentence, number) || CountsItems(answer, sentence, number))
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

        if (!sentence.NamesUser && !sentence.IsSilence && !IsSetAside(answer, sentence, number))
        {
            return "is the user's number and is not called so";
        }

        return IsPutInArticle(answer, sentence, number) ? "is the user's number and not the article's" : null;
    }

    /// <summary>Looks for the number in the places cited; one that stands there with its bound makes up for one without.</summary>
    private static bool Find(GuardedAnswer answer, GuardedSentence sentence, KnownNumber number, out bool isBoundKept)
    {
        var found = false;
        var bound = SaidBound(answer, number);
        isBoundKept = false;
        foreach (var evidence in sentence.Evidence)
        {
            foreach (var known in evidence.Numbers)
            {
                if (IsCited(sentence, known) && NumberMatch.IsSame(number, known))
                {
                    found = true;
                    isBoundKept |= NumberMatch.KeepsBound(bound, known.Bound);
                }
                else if (IsCited(sentence, known) && NumberMatch.IsRounding(number, known))
                {
                    found = isBoundKept = true;
                }
            }

            foreach (var figure in evidence.Figures)
            {
                if (number.Value == figure.Quantity.Value.ToDouble() && NumberMatch.KeepsBound(bound, figure.Quantity.Bound) && NumberMatch.IsPlain(number))
                {
                    found = isBoundKept = true;
                }
            }
        }

        return found;
    }

    /// <summary>"July 14", "Flight 23": the number and the name before it stand so in what is cited.</summary>
    private static bool IsWithName(GuardedAnswer answer, GuardedSentence sentence, KnownNumber number)
    {
        var before = answer.TokenAt(number.Start) - 1;
        if (before < sentence.First || !answer.Tokens[before].IsCapitalised)
        {
            return false;
        }

        foreach (var citation in sentence.Citations)
        {
            if (Verbatim.Holds(citation.Quote, answer.Text.AsSpan(answer.Tokens[before].Start, number.End - answer.Tokens[before].Start), out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In "says about 200" the scanner takes the word for another "about".</summary>
    private static Bound SaidBound(GuardedAnswer answer, KnownNumber number)
    {
        var bound = number.Bound;
        var before = answer.TokenAt(number.Start) - 1;
        return bound is Bound.Exact or Bound.Rounded && before >= 0 && answer.Tokens[before].Lower is "about" ? Bound.About : bound;
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
            // What a person writes as 1943 and the answer as 1,943 may be a year or a count.
            if (NumberMatch.IsSame(number, known)
                || (number.Value == known.Value && known.Unit.Dimension == Dimension.Calendar && NumberMatch.IsPlain(number)))
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

    /// <summary>"Your 40,000 is in the article."</summary>
    private static bool IsPutInArticle(GuardedAnswer answer, GuardedSentence sentence, KnownNumber number)
    {
        for (var i = answer.TokenAt(number.End); i + 2 < sentence.Last && !Polarity.EndsClause(answer.Tokens[i], answer.Kinds[i]); i++)
        {
            if ((answer.Kinds[i] & WordKinds.Negator) != 0)
            {
                return false;
            }

            if (answer.Tokens[i].Lower == "in" && (answer.Kinds[i + 2] & WordKinds.Article) != 0)
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
        && (ListCount.Of(answer, sentence) == (int)number.Value || answer.Answer.Parts?.Count == (int)number.Value || CountsOperands(answer, number));

    /// <summary>"The two count different things": the numbers of the calculation.</summary>
    private static bool CountsOperands(GuardedAnswer answer, KnownNumber number)
    {
        var next = answer.TokenAt(number.End);
        return next < answer.Tokens.Length && (answer.Kinds[next] & (WordKinds.Frame | WordKinds.Auxiliary)) != 0
            && answer.Answer.Working.Any(working => working.Operands.Count - (working.Function == "rate_per" ? 1 : 0) == (int)number.Value);
    }

    /// <summary>"About one in 12.2": the number after it is what is said.</summary>
    private static bool IsOneIn(GuardedAnswer answer, KnownNumber number)
    {
        var next = answer.TokenAt(number.End);
        return number.Value == 1 && next + 1 < answer.Tokens.Length && answer.Tokens[next].Lower == "in" && char.IsAsciiDigit(answer.Tokens[next + 1].Lower[0]);
    }

    /// <summary>"No. 10" and "one of them" count nothing, but a label's digits must still be the article's.</summary>
    private static bool IsPronoun(GuardedAnswer answer, KnownNumber number) =>
        number.Value == 1 && number.Mention.Form == NumberForm.Count && number.Mention.Quantity.Bound == Bound.Exact
        && !char.IsAsciiDigit(answer.Text[number.Start]);
}
