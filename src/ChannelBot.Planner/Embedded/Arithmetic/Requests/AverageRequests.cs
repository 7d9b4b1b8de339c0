using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>So many a day, a month, a year: only where the article or the user gives the length of time.</summary>
internal static class AverageRequests
{
    private const string Missing = "the length of the period";

    /// <param name="Words">As it is said: "your ten months", "the 48 hours".</param>
    private sealed record Span(Quantity Length, string Words, bool IsUsers);

    /// <summary>"The average per month over ten months."</summary>
    public static Calculation? Average(RequestContext context, Captures words)
    {
        if (PerWhat(context) is not { } per)
        {
            return null;
        }

        var amount = words["x"] is { IsEmpty: false } phrase && !context.Resolver.IsPointer(phrase) ? context.Resolve(phrase) : context.ResolveOrMain();
        if (amount is not null && words["x"] is { IsEmpty: false } counted && RequestContext.UnitOf(amount).Dimension is Dimension.Time)
        {
            // "How much rain fell per hour": the hours are what is divided by.
            var other = context.Resolver.Matches(counted).FirstOrDefault(match => OperandResolver.IsFit(match) && match.Figure.Quantity.Unit.Dimension is not (Dimension.Time or Dimension.Calendar));
            amount = other is null ? null : new FigureTerm(other.Entry);
        }

        if (amount is null || Wording.IsPercent(amount) || RequestContext.UnitOf(amount).Dimension is Dimension.Rate or Dimension.Calendar)
        {
            return null;
        }

        var span = words["d"] is { } duration ? Users(context, duration) : amount is FigureTerm { Entry.Figure: var figure } ? Articles(context, figure, per) : null;
        return span is null ? NoLength(context, amount, per) : Over(context, amount, span, per);
    }

    /// <summary>"Assume 310 days": the length that the last answer found missing.</summary>
    public static Calculation? OverSpan(RequestContext context, Captures words)
    {
        var turns = context.Question.Conversation.Turns;
        if (turns is not [.., { Answer.Reason.Missing: Missing } last] || words["d"] is not { } duration || context.Resolver.LastFigure() is not { } figure)
        {
            return null;
        }

        var asked = Tokenizer.Tokenize(last.Question).Select(token => UnitOf(WordClasses.Of(token.Lower))).LastOrDefault(unit => unit is not null);
        return asked is null ? null : Over(context, new FigureTerm(figure), Users(context, duration), asked);
    }

    private static Span Users(RequestContext context, Range duration)
    {
        var mention = context.Question.Numbers[context.Words[duration.From].Number];
        return new Span(mention.Quantity.TakenExactly(), $"your {context.Question.Text[mention.NumberStart..mention.NumberEnd]}", true);
    }

    /// <summary>A length of time that the figure's period or sentence gives, or twelve months for a figure of a whole year.</summary>
    private static Span? Articles(RequestContext context, Core.Knowledge.Figure figure, Unit per)
    {
        if (figure.Period is { } period && QuantityScanner.Scan(period) is [{ Form: NumberForm.Duration } length, ..])
        {
            return new Span(length.Quantity, period[length.NumberStart..length.NumberEnd], false);
        }

        var lengths = context.Resolver.Index.Entries.Where(entry => entry.Figure.Form is NumberForm.Duration && entry.Figure.Sentence == figure.Sentence).ToArray();
        if (lengths is [var only] && only.Figure.Quantity.IsCertain)
        {
            return new Span(only.Figure.Quantity, $"the {QuantityText.Brief(only.Figure.Quantity)}", false);
        }

        return per == Unit.Month && figure.Period is { } year && IsWholeYear(year)
            ? new Span(Quantity.Exact(12, Unit.Month), "the twelve months of the year", false)
            : null;
    }

    private static bool IsWholeYear(string period) =>
        period.Equals("last year", StringComparison.OrdinalIgnoreCase)
        || (period.Length == 7 && period.StartsWith("in ", StringComparison.OrdinalIgnoreCase) && int.TryParse(period.AsSpan(3), CultureInfo.InvariantCulture, out _));

    private static Calculation? Over(RequestContext context, Term amount, Span span, Unit per)
    {
        if (!UnitConversion.CanConvert(span.Length.Unit, per) || UnitConversion.In(span.Length, per).Value is var count && count.IsZero)
        {
            return NoLength(context, amount, per);
        }

        var divisor = new ConstantTerm(count, NumberText.Exact(count));
        var mean = new ComputedTerm("divide", [amount, divisor], ComputedRole.Plain) { Assumption = $"It is spread over {span.Words}." };
        return new Calculation(mean, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(mean)))} {A(per)} {per.Name}: {Wording.Phrase(amount, evaluation)}, spread over {span.Words}",
            [mean],
            evaluation,
            span.IsUsers && Wording.Figures(amount).Any() ? "The length of time is yours; the article does not give it." : null));
    }

    /// <summary>Nothing but the amount is worked out, where it is no figure of the article's.</summary>
    private static Calculation NoLength(RequestContext context, Term amount, Unit per) => new(amount is ComputedTerm ? [amount] : [], evaluation =>
    {
        var reason = new Reason("not_stated", Missing, Wording.Figures(amount).FirstOrDefault()?.Sentence);
        return context.Finish(
            Outcome.NotInArticle,
            $"The article does not say how long the period is, so no average {A(per)} {per.Name} follows. It gives {Wording.Phrase(amount, evaluation)}",
            [amount],
            evaluation,
            "Tell me a length of time and I will divide by it.",
            reason);
    });

    private static string A(Unit unit) => unit.Name is "hour" ? "an" : "a";

    private static Unit? PerWhat(RequestContext context)
    {
        Unit? unit = null;
        for (var i = 1; i < context.Words.Count; i++)
        {
            if (context.Words[i].IsNumber || IsSpan(context.Words, i))
            {
                continue;
            }

            var classes = context.Words[i].Classes;
            var isPer = context.Words[i - 1].Lower is "per" or "a" or "an" or "each" or "every" || context.Words[i].Lower.EndsWith("ly", StringComparison.Ordinal);
            unit = isPer && UnitOf(classes) is { } named ? named : unit;
        }

        return unit;
    }

    public static Unit? UnitOf(WordClass classes) =>
        (classes & WordClass.Day) != 0 ? Unit.Day
        : (classes & WordClass.Month) != 0 ? Unit.Month
        : (classes & WordClass.Year) != 0 ? Unit.YearLong
        : (classes & WordClass.Week) != 0 ? new Unit(Dimension.Time, "week")
        : (classes & WordClass.Hour) != 0 ? new Unit(Dimension.Time, "hour")
        : (classes & WordClass.Minute) != 0 ? new Unit(Dimension.Time, "minute") : null;

    /// <summary>"More than a year", "a year ago", "in a month": a length of time, and not so many to each.</summary>
    private static bool IsSpan(RequestWords words, int at) =>
        words[at - 1].Lower is "a" or "an"
        && ((at > 1 && words[at - 2].Lower is "than" or "over" or "under" or "for" or "within" or "in" or "after" or "about" or "of" or "once" or "nearly" or "almost" or "half")
            || (at + 1 < words.Count && words[at + 1].Lower is "ago" or "earlier" or "before" or "later" or "or"));
}
