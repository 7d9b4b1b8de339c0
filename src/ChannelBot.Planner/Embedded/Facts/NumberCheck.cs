using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>A number of the question beside the figure that its words speak of.</summary>
internal sealed record NumberFinding(NumberMention Number, Figure Figure, bool IsEqual);

/// <summary>Sets each number of a question against the figure that the words around it speak of.</summary>
internal static class NumberCheck
{
    private const double Sure = 0.5;

    /// <summary>One finding for each number whose words speak plainly of a figure, in order.</summary>
    public static IReadOnlyList<NumberFinding> Of(QuestionReading reading)
    {
        var question = reading.Question;
        if (question.Numbers.Count == 0 || OffersAlternatives(question))
        {
            return [];
        }

        var findings = new List<NumberFinding>();
        foreach (var number in question.Numbers)
        {
            if (!IsAmount(number.Form) || SaysWhen(question, number) || Around(question, number) is not { } around)
            {
                continue;
            }

            var known = findings.Count;
            foreach (var match in FigureMatcher.Match(question, around.From, around.To))
            {
                if (match.Score < Sure || !(match.NounMatched || match.MarksMatched > 0))
                {
                    break;
                }

                if ((match.Figure.Form == NumberForm.Percent) == (number.Form == NumberForm.Percent) && IsAmount(match.Figure.Form) && !CountsOther(question, number, match.Figure))
                {
                    var figure = Quotes(reading) ? EqualBeside(question, number, match.Figure) ?? match.Figure : match.Figure;
                    findings.Add(new NumberFinding(number, figure, figure.Quantity.Value == number.Quantity.Value));
                    break;
                }
            }

            if (findings.Count == known && OfSubject(reading, number) is { } subject)
            {
                findings.Add(new NumberFinding(number, subject, subject.Quantity.Value == number.Quantity.Value));
            }
        }

        return findings;
    }

    /// <summary>"two years ago" is no claim of a number.</summary>
    private static bool SaysWhen(Question question, NumberMention number) =>
        number.Form is NumberForm.Duration && Array.Find(question.Tokens, token => token.Start >= number.End) is { Lower: "ago" or "earlier" };

    /// <summary>What is asked is when, where or why of it: the number only says of what.</summary>
    private static bool Quotes(QuestionReading reading) => reading.Kind is AskKind.When or AskKind.Where or AskKind.Why or AskKind.Who && !reading.Question.IsReported;

    /// <summary>"Since when have 120 come?" quotes a figure of the sentence, though another stands in it that its words fit better.</summary>
    private static Figure? EqualBeside(Question question, NumberMention number, Figure figure) =>
        question.Knowledge.Figures.FirstOrDefault(other => other.Sentence == figure.Sentence && AreEqual(number, other));

    /// <summary>Whether a number has the form and the value of a figure, whatever their bounds.</summary>
    public static bool AreEqual(NumberMention number, Figure figure) =>
        number.Form == figure.Form && number.Quantity.Value == figure.Quantity.Value;

    /// <summary>"the 3 countries" are no 31,000 arrivals: the noun behind the number is none by which the figure's is known, and is of another kind.</summary>
    private static bool CountsOther(Question question, NumberMention number, Figure figure)
    {
        var at = Array.FindIndex(question.Tokens, token => token.Start >= number.NumberEnd);
        if (number.Form != NumberForm.Count || figure.Noun is null || at < 0 || question.Tokens[at] is not { IsWord: true, IsStopWord: false } || Interrogative.IsAuxiliary(question.Tokens[at].Lower))
        {
            return false;
        }

        var counted = question.Tokens[at];
        var kinds = Lexicon.English.KindsOf(counted.Stem);
        return Lexicon.English.Knows(counted.Stem) && Tokenizer.Tokenize($"{figure.Noun} {figure.Name}").All(token => token.IsCapitalised || !IsLike(token));

        bool IsLike(Token token) => token.Stem == counted.Stem || Lexicon.English.Similarity(token.Stem, counted.Stem) > 0 || Lexicon.English.KindsOf(token.Stem).Any(kinds.Contains)
            || question.Knowledge.Synonyms.Any(group => Has(group, token) && Has(group, counted));

        static bool Has(IReadOnlyList<string> group, Token token) => group.Contains(token.Lower) || group.Contains(token.Stem);
    }

    /// <summary>"revenue fell 2%": the one figure of that form whose name has the noun before the number; null where several or none have.</summary>
    private static Figure? OfSubject(QuestionReading reading, NumberMention number)
    {
        // "the two people": a count counts the noun behind it, whatever noun stands before.
        if (number.Form == NumberForm.Count)
        {
            return null;
        }

        var subject = -1;
        for (var term = 0; term < reading.Terms.Count && reading.TokenOf(term).Start < number.Start; term++)
        {
            subject = reading.Parts[term] is PartOfSpeech.Noun && !reading.Terms[term].IsConcept ? term : subject;
        }

        if (subject < 0)
        {
            return null;
        }

        Figure? found = null;
        foreach (var figure in reading.Question.Knowledge.Figures)
        {
            if (figure.Form == number.Form && Tokenizer.Tokenize(figure.Name).Any(token => token.Stem == reading.Terms[subject].Key))
            {
                if (found is not null)
                {
                    return null;
                }

                found = figure;
            }
        }

        return found;
    }

    private static bool IsAmount(NumberForm form) =>
        form is NumberForm.Count or NumberForm.Percent or NumberForm.Money or NumberForm.Measure or NumberForm.Age or NumberForm.Duration;

    /// <summary>"two, or just one?": a choice of numbers asserts none of them.</summary>
    private static bool OffersAlternatives(Question question)
    {
        for (var i = 1; i < question.Numbers.Count; i++)
        {
            var between = question.Text.AsSpan(question.Numbers[i - 1].End, Math.Max(0, question.Numbers[i].Start - question.Numbers[i - 1].End));
            if (between.Contains(" or ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The clause that holds the number: up to an "and", a "but", a comma or another number.</summary>
    private static (int From, int To)? Around(Question question, NumberMention number)
    {
        var tokens = question.Tokens;
        var at = Array.FindIndex(tokens, token => token.Start >= number.NumberStart);
        if (at < 0)
        {
            return null;
        }

        var from = at;
        while (from > 0 && !Ends(question, number, from - 1))
        {
            from--;
        }

        var to = at + 1;
        while (to < tokens.Length && !Ends(question, number, to))
        {
            to++;
        }

        return (from, to);
    }

    private static bool Ends(Question question, NumberMention number, int at)
    {
        var token = question.Tokens[at];
        if (token.Lower is "and" or "but" or "while" or "whereas" || (!token.IsWord && token.Lower is "," or ";" or "-" or "–" or "—"))
        {
            return true;
        }

        foreach (var other in question.Numbers)
        {
            if (other != number && token.Start >= other.NumberStart && token.End <= other.NumberEnd)
            {
                return true;
            }
        }

        return false;
    }
}
