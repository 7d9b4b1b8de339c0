using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>Calculations that have no result, or none that the article allows.</summary>
internal static class UndefinedRequests
{
    private const string PercentAndCount = "declined.percent_and_count";

    /// <summary>"Multiply {a} by {b}": done where both are numbers, refused with the reason where one is a name.</summary>
    public static Calculation? Multiply(RequestContext context, Captures words) => Operation(context, words, "multiply", "×", "multiplied");

    public static Calculation? Divide(RequestContext context, Captures words) => Operation(context, words, "divide", "÷", "divided");

    /// <summary>"Add {a} to {b}", where the sums and differences before found no numbers.</summary>
    public static Calculation? Nonsense(RequestContext context, Captures words) =>
        (Named(context, words["a"]) ?? Named(context, words["b"])) is { } name
            ? Declined(context, $"{Wording.Capital(name)} is not a number, so that calculation has no result.", null)
            : Unlike(context, context.Resolve(words["a"]), context.Resolve(words["b"]));

    /// <summary>"The square root of …": not among the calculations, and of a person no number.</summary>
    public static Calculation Root(RequestContext context, Captures words) =>
        Declined(
            context,
            Named(context, words["a"]) is { } name
                ? $"{Wording.Capital(name)} is not a number, so that has no result."
                : "I can add, subtract, multiply, divide and work out shares, rates and changes of the article's figures; roots and powers of them mean nothing.",
            context.Resolve(words["a"]));

    /// <summary>"A percentage increase from zero", "divided by nothing".</summary>
    public static Calculation FromZero(RequestContext context, Captures words)
    {
        _ = words;
        return Declined(context, "That is undefined: nothing can be divided by zero, so there is no percentage of it and no growth from it.", null);
    }

    /// <summary>"How many days lie between … and …?": the article has no dates to count between.</summary>
    public static Calculation? Undated(RequestContext context, Captures words)
    {
        if (context.Knowledge.Figures.Any(figure => figure.Form is NumberForm.Date))
        {
            return null;
        }

        foreach (var phrase in (ReadOnlySpan<Range?>)[words["a"], words["b"]])
        {
            if (phrase is { IsEmpty: false } some && context.Resolver.Best(some) is { Figure.Form: NumberForm.Duration })
            {
                return null;
            }
        }

        return new Calculation([], evaluation => context.Finish(
            Outcome.NotInArticle,
            "The article gives no calendar dates for that, only its own words such as days of the week, so the time between cannot be counted",
            [],
            evaluation,
            reason: new Reason("no_calendar_date", "dates", null)));
    }

    /// <summary>"Split {a} into three equal groups."</summary>
    public static Calculation? Split(RequestContext context, Captures words)
    {
        if (words["n"] is not { } number || context.Resolve(words["a"]) is not { } amount || Wording.IsPercent(amount))
        {
            return null;
        }

        var parts = context.Resolver.User(number);
        var each = new ComputedTerm("divide", [amount, parts], ComputedRole.Plain);
        return new Calculation(each, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(each)))} each: {Wording.Phrase(amount, evaluation)} ÷ your {parts.Text}",
            [each],
            evaluation,
            Wording.YourNumbers(amount, parts)));
    }

    /// <summary>Says why there is no result, and what the article does give.</summary>
    /// <param name="fixedText">Key of the reviewed text that <paramref name="why"/> is; null where it is worded for the request.</param>
    public static Calculation Declined(RequestContext context, string why, Term? nearest, string? fixedText = null) => new([], evaluation =>
    {
        var figure = nearest is null ? null : Wording.Figures(nearest).FirstOrDefault();
        var draft = figure is null
            ? context.Finish(Outcome.Declined, why, [], evaluation, reason: new Reason("undefined", null, null))
            : context.Finish(
                Outcome.Declined,
                $"{why.TrimEnd('.')}. The article gives {FigureWords.Of(context.Resolver.Index[figure.Id])}",
                [nearest!],
                evaluation,
                reason: new Reason("undefined", null, figure.Sentence));
        return draft with { FixedText = fixedText };
    });

    /// <summary>The person, place or body that a phrase names and that is no number; null where it names none.</summary>
    public static string? Named(RequestContext context, Range? range)
    {
        if (range is not { IsEmpty: false } phrase || HasNumber(context, phrase))
        {
            return null;
        }

        var text = context.Words.Text(phrase);
        foreach (var entity in context.Knowledge.Entities)
        {
            if (Names(text, entity.Name) || entity.Aliases.Any(alias => Names(text, alias)))
            {
                return text.Trim();
            }
        }

        return null;
    }

    private static Calculation? Operation(RequestContext context, Captures words, string function, string sign, string done)
    {
        if ((Named(context, words["a"]) ?? Named(context, words["b"])) is { } named)
        {
            return Declined(context, $"Your “{named}” cannot be {done}: it is not a number.", null);
        }

        if ((Unnamed(context, words["a"]) ?? Unnamed(context, words["b"])) is { } unnamed)
        {
            return Declined(context, $"The article counts no “{unnamed}”, so nothing can be {done} with it.", null);
        }

        if (context.Both(words["a"], words["b"]) is not var (first, second))
        {
            return null;
        }

        var result = new ComputedTerm(function, [first, second], ComputedRole.Plain);
        return new Calculation(result, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(result)))}: {Wording.Phrase(first, evaluation)} {sign} {Wording.Phrase(second, evaluation)}",
            [result],
            evaluation,
            Wording.YourNumbers(first, second)));
    }

    /// <summary>A day or a place by which a figure is told from its like, but no figure's own noun: "Tuesdays".</summary>
    private static string? Unnamed(RequestContext context, Range? range) =>
        range is { IsEmpty: false } phrase && context.Resolver.Best(phrase) is { Core: < OperandResolver.Names } && !AnyNumber(context, phrase) && !context.Resolver.Has(phrase, WordClass.Add | WordClass.Asking)
            ? context.Words.Text(phrase).Trim() : null;

    private static bool AnyNumber(RequestContext context, Range phrase)
    {
        for (var i = phrase.From; i < phrase.To; i++)
        {
            if (context.Words[i].IsNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A percentage and a count do not add.</summary>
    private static Calculation? Unlike(RequestContext context, Term? first, Term? second)
    {
        if (first is null || second is null || Wording.IsPercent(first) == Wording.IsPercent(second))
        {
            return null;
        }

        var count = Wording.IsPercent(first) ? second : first;
        return Declined(context, ReviewedText.Of(PercentAndCount, context.Knowledge), count, PercentAndCount);
    }

    private static bool Names(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]))
            && name.Length > 2 && !StopWord(name);
    }

    private static bool StopWord(string name) => Tokenizer.Tokenize(name) is [{ IsStopWord: true }];

    private static bool HasNumber(RequestContext context, Range phrase) => AnyNumber(context, phrase) || context.Resolver.Best(phrase) is not null;
}
