using System.Globalization;
using System.Text;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Words the result of a calculation, with the places of the article that its figures come from.</summary>
internal sealed class Wording(KnowledgeFile knowledge)
{
    private const int MostSources = 3;

    /// <summary>The result for a sentence, with the finer figure or the interval in brackets: "about 57% (56.96%)".</summary>
    public static string Full(Quantity quantity)
    {
        if (quantity is { Low: { IsZero: true }, LowOpen: true, High: { } most })
        {
            // "At least 60" as a divisor leaves no more than so many, and some.
            quantity = quantity with { Value = most, Low = null, LowOpen = false, Bound = quantity.HighOpen ? Bound.LessThan : Bound.AtMost };
        }

        var brief = QuantityText.WithInterval(quantity);
        if (quantity.Unit == Unit.PercentagePoint)
        {
            brief = brief.Replace(" percentage points to", " to", StringComparison.Ordinal).Replace(" percentage points)", ")", StringComparison.Ordinal);
        }

        if (!quantity.IsCertain || brief.EndsWith(')') || quantity.Unit.Dimension is Dimension.Rate)
        {
            return brief;
        }

        var precise = QuantityText.Precise(quantity).Replace(" percentage points", "", StringComparison.Ordinal);
        return brief.EndsWith(precise, StringComparison.Ordinal) || Plain(brief) == Plain(precise) || Plain(brief) == $"{Plain(precise)} percentage points" ? brief : $"{brief} ({precise})";
    }

    public static bool IsPercent(Term term) => RequestContext.UnitOf(term) == Unit.Percent;

    /// <summary>The upper end, rounded up to a whole number; null where there is none.</summary>
    public static string? Upper(Quantity quantity) =>
        quantity.High is { } high ? NumberText.At(high.Denominator.IsOne ? high : new Fractions.Fraction(high.ToBigInteger() + 1), 0) : null;

    /// <summary>So many containers, the last one not full: "631 boats (630.7, rounded up to whole ones)", "at least 2 boats (…)"; null where the number is whole or has no certain lower end.</summary>
    public static string? RoundedUp(Quantity quantity, string plural)
    {
        if (quantity.Low is not { Denominator.IsOne: false } low || !(quantity.IsCertain || quantity.High is null))
        {
            return null;
        }

        var (whole, exact) = (NumberText.At(new Fractions.Fraction(low.ToBigInteger() + 1), 0), QuantityText.Precise(quantity));
        return $"{(quantity.IsCertain ? "" : "At least ")}{whole} {plural} ({(exact == whole ? "" : $"{exact}, ")}rounded up to whole ones)";
    }

    /// <summary>Said of what is worked out from a supposition.</summary>
    public const string Supposed = "That rests on your assumption; the article does not say so.";

    /// <summary>Says whose the numbers are, where none is the article's.</summary>
    public static string? YourNumbers(params ReadOnlySpan<Term> terms)
    {
        var user = 0;
        foreach (var term in terms)
        {
            user += Figures(term).Any() ? -100 : UsersIn(term);
        }

        return user <= 0 ? null : user == 1 ? "That is your own number, not the article's." : "Those are your own numbers, not the article's.";
    }

    /// <summary>Whether a number of the user's is in it.</summary>
    public static bool IsUsers(Term term) => UsersIn(term) > 0;

    private static int UsersIn(Term term) => term switch
    {
        UserTerm => 1,
        NegativeTerm negative => UsersIn(negative.Of),
        ComputedTerm computed => computed.Operands.Sum(UsersIn),
        _ => 0,
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A term with its number: "12,400 arrivals this year", "your 40,000", "5,100 before the election".</summary>
    public static string Phrase(Term term, Evaluation evaluation) => term switch
    {
        FigureTerm { Label: { } label } figure => $"{FigureWords.Of(figure.Entry)} ({label})",
        FigureTerm figure => FigureWords.Of(figure.Entry),
        UserTerm user => $"your {user.Text}",
        ConstantTerm constant => constant.Words,
        EarlierTerm earlier => $"{QuantityText.Brief(evaluation.Quantity(term))} from {(earlier.IsOlder ? "an earlier" : "the last")} answer",
        ComputedTerm { Role: ComputedRole.Rest } rest => $"{QuantityText.Brief(evaluation.Quantity(rest))} {rest.Event}",
        ComputedTerm { Role: ComputedRole.Base } before => $"{QuantityText.WithInterval(evaluation.Quantity(before))} {ComparedWith(before)}",
        ComputedTerm { Role: ComputedRole.Total, Operands: [FigureTerm { Entry: var first }, ..] } total =>
            $"{evaluation.Of(total).Working.Expression} {FigureWords.Noun(first)}".TrimEnd(),
        ComputedTerm { Role: ComputedRole.PartOf } part => $"{(part.Event!.Any(char.IsAsciiDigit) ? "your " : "")}{part.Event} of {Phrase(part.Operands[1], evaluation)}",
        _ => QuantityText.Brief(evaluation.Quantity(term)),
    };

    /// <summary>The same without the number, for "the …".</summary>
    public static string What(Term term) => term switch
    {
        FigureTerm figure => FigureWords.What(figure.Entry),
        ComputedTerm { Role: ComputedRole.Rest, Event: { } rest } => rest,
        _ => "",
    };

    public static string ComparedWith(ComputedTerm before)
    {
        var change = Figures(before.Operands[1]).FirstOrDefault();
        return change is null ? "before" : FigureWords.ComparedWith(change);
    }

    /// <param name="text">The sentence that the figures show, without its full stop.</param>
    /// <param name="terms">What the sentence stands on.</param>
    /// <param name="after">Further sentences, such as an assumption.</param>
    public Draft Draft(Outcome outcome, string text, IReadOnlyList<Term> terms, Evaluation evaluation, string? after = null, Reason? reason = null)
    {
        var sources = new List<Span>();
        var topic = new List<string>();
        var marks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var figure in terms.SelectMany(Figures))
        {
            if (!topic.Contains(figure.Id))
            {
                topic.Add(figure.Id);
                Cite(figure, sources, marks);
            }
        }

        topic.AddRange(sources.Select(source => knowledge.Sentences.First(sentence => sentence.Start == source.Start).Id));
        var workings = evaluation.Workings.Select(working => Cited(working, marks)).ToArray();
        return new Draft(outcome, Ended(text, sources.Count, after), sources, topic, workings, reason);
    }

    /// <summary>The figures that a term stands on.</summary>
    public static IEnumerable<Figure> Figures(Term term) => term switch
    {
        FigureTerm figure => [figure.Entry.Figure],
        EarlierTerm earlier => earlier.Figures,
        NegativeTerm negative => Figures(negative.Of),
        ComputedTerm computed => computed.Operands.SelectMany(Figures),
        _ => [],
    };

    private void Cite(Figure figure, List<Span> sources, Dictionary<string, int> marks)
    {
        var sentence = knowledge.Sentences.First(candidate => candidate.Id == figure.Sentence);
        var at = sources.FindIndex(source => source.Start == sentence.Start);
        if (at < 0 && sources.Count < MostSources)
        {
            at = sources.Count;
            sources.Add(sentence.Span);
        }

        if (at >= 0)
        {
            marks[figure.Id] = at + 1;
        }
    }

    private static Working Cited(Working working, Dictionary<string, int> marks) => working with
    {
        Operands = [.. working.Operands.Select(operand =>
            operand.Figure is not null && marks.TryGetValue(operand.Figure, out var mark) ? operand with { Citation = mark } : operand)],
    };

    private static string Ended(string text, int sources, string? after)
    {
        var ended = new StringBuilder(text.TrimEnd('.'));
        for (var n = 1; n <= sources; n++)
        {
            ended.Append(CultureInfo.InvariantCulture, $"{(n == 1 ? " " : "")}[{n}]");
        }

        ended.Append('.');
        return after is null ? ended.ToString() : ended.Append(' ').Append(after).ToString();
    }

    private static string Plain(string text) => text.StartsWith("about ", StringComparison.Ordinal) ? text["about ".Length..] : text;
}
