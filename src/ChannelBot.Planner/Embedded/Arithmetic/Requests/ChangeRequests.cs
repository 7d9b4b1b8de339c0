using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>What comes after a change, and what a change is in numbers.</summary>
internal static class ChangeRequests
{
    /// <summary>"In absolute numbers, how many more than last year?"</summary>
    public static Calculation? Absolute(RequestContext context, Captures words)
    {
        if (words["x"] is { IsEmpty: false } changed && context.Groups.Like(changed) is [var one, var other] && (one.IsFormer || other.IsFormer))
        {
            return DifferenceRequests.Of(context, new FigureTerm(one.IsFormer ? other : one), new FigureTerm(one.IsFormer ? one : other), 0);
        }

        var before = words["q"] is { IsEmpty: false } phrase ? context.Resolver.Base(phrase) : BaseOfWhat(context, words["x"]);
        if (before is null || !SpeaksOf(context, before, words["a"]) || !SpeaksOf(context, before, words["x"]))
        {
            return null;
        }

        return Absolute(context, before);
    }

    /// <summary>"How many people is that?", after a change in percent.</summary>
    public static Calculation? InNumbers(RequestContext context, Captures words)
    {
        _ = words;
        return context.Resolver.LastFigure() is { Figure: { Direction: not 0, BaseOf: { } id } } change && change.Figure.Quantity.Unit == Unit.Percent
            && context.Resolver.Index.Find(id) is { } after ? Absolute(context, OperandResolver.BaseOf(after, change)) : null;
    }

    /// <summary>The phrase names nothing, or the thing that changed.</summary>
    private static bool SpeaksOf(RequestContext context, ComputedTerm before, Range? phrase)
    {
        if (phrase is not { IsEmpty: false } some || context.Resolver.IsPointer(some))
        {
            return true;
        }

        var figures = Wording.Figures(before).ToArray();
        if (!context.Resolver.IsAbout(some, [.. figures.Select(figure => context.Resolver.Index[figure.Id])]))
        {
            return false;
        }

        var matches = context.Resolver.Matches(some);
        return matches.Count == 0
            ? context.Resolver.UnknownWord(some) is null
            : matches.Any(match => figures.Contains(match.Figure) && match.Core >= OperandResolver.Names && match.Score > matches[0].Score - 0.2);
    }

    private static Calculation Absolute(RequestContext context, ComputedTerm before)
    {
        var change = Change(before);
        var isRise = change.Direction > 0;
        var after = before.Operands[0];
        var difference = new ComputedTerm("subtract", isRise ? [after, before] : [before, after], ComputedRole.Plain);
        return new Calculation(difference, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(QuantityText.WithInterval(evaluation.Quantity(difference)))} {(isRise ? "more" : "fewer")}: "
            + $"{Wording.Phrase(after, evaluation)}, against {Wording.Phrase(before, evaluation)}, going by the {Word(change)} of {FigureWords.Value(change)}",
            [difference],
            evaluation));
    }

    /// <summary>"Suppose {a} grows by the same 18% again: what would it be?"</summary>
    public static Calculation? Grow(RequestContext context, Captures words)
    {
        var now = words["a"] is { IsEmpty: false } phrase && context.Resolve(phrase) is { } named && !Wording.IsPercent(named) ? named : null;
        if (StatedChange(context) is null && words["a"] is { IsEmpty: false } changing && words["q"] is { IsEmpty: false } asked
            && context.Resolver.Matches(changing).FirstOrDefault(match => match.Figure is { Direction: not 0, Form: NumberForm.Percent } && match.Core >= OperandResolver.Names) is { Entry: { } told2 }
            && context.Resolve(asked) is { } amount && !Wording.IsPercent(amount) && amount is not UserTerm)
        {
            return Grown(context, amount, OperandResolver.Signed(told2), null);
        }

        if (StatedChange(context) is not var (change, factor))
        {
            if (OnlyChange(context) is not { } told || !context.Says("same", "again", "another", "similar"))
            {
                return null;
            }

            (change, factor) = (told.Operands[1], null);
            now ??= told.Operands[0];
        }

        if (now is null && words["a"] is { } pointer && context.Words.Count <= 3 && context.Resolver.IsPointer(pointer))
        {
            // "Double that", with nothing said before.
            return null;
        }

        if (now is null && words["a"] is { IsEmpty: false } unknown && !context.Resolver.Has(unknown, ~WordClass.None) && context.Resolver.NamesUnknown(unknown))
        {
            // "What would unemployment be after a rise of 3%?": of something that the article gives no number of.
            return null;
        }

        // "Twice as many had died": what changes may stand anywhere in the request.
        now ??= factor is not null && context.Resolver.Best(new Range(0, context.Words.Count)) is { Core: >= OperandResolver.Names } best ? new FigureTerm(best.Entry) : null;
        now ??= words["a"] is null && context.Resolver.NamesUnknown(new Range(0, context.Words.Count)) ? null : OnlyChange(context)?.Operands[0] ?? context.ResolveOrMain();
        if (now is null || (now is FigureTerm { Entry.Figure.Form: NumberForm.Percent }))
        {
            return null;
        }

        // "Suppose the 18% were a fall: what was it the year before?" works back.
        return (context.Resolver.Base(new Range(0, context.Words.Count)) is { } before ? BaseRequests.Supposed(context, before) : null) ?? Grown(context, now, change, factor);
    }

    /// <summary>The change that a base was worked out from.</summary>
    public static Core.Knowledge.Figure Change(ComputedTerm before) => Wording.Figures(before.Operands[1]).First();

    private static Calculation Grown(RequestContext context, Term now, Term change, Fraction? factor)
    {
        var isGiven = change is UserTerm or ConstantTerm or NegativeTerm { Of: UserTerm };
        var result = factor is not null
            ? new ComputedTerm("multiply", [change, now], ComputedRole.Plain)
            : new ComputedTerm("value_after_change", [now, change], ComputedRole.Plain) { Assumption = "It changes by that percentage." };
        return new Calculation(result, evaluation =>
        {
            var how = factor is not null ? $"times {change switch { ConstantTerm constant => constant.Words, _ => "" }}" : Changed(change);
            var note = Wording.Figures(now).Any() ? isGiven ? Wording.Supposed : "That rests on the same change coming again; the article does not say so." : Wording.YourNumbers(now);
            return context.Finish(
                Outcome.Computed, $"{Wording.Capital(Wording.Full(evaluation.Quantity(result)))}: {Wording.Phrase(now, evaluation)}, {how}", [result], evaluation, note);
        });
    }

    private static string Changed(Term change) => change switch
    {
        UserTerm user => $"plus your {user.Text}",
        NegativeTerm { Of: UserTerm user } => $"less your {user.Text}",
        _ => Wording.Figures(change).FirstOrDefault() is { } figure ? $"{(figure.Direction < 0 ? "less" : "plus")} the same {FigureWords.Value(figure)}" : "changed",
    };

    /// <summary>The change that the request states: so many percent, a quarter, doubled.</summary>
    private static (Term Change, Fraction? Factor)? StatedChange(RequestContext context)
    {
        var words = context.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if ((word.Classes & (WordClass.Double | WordClass.Triple | WordClass.Quadruple | WordClass.Halve)) != 0 || word.Kind == NumberKind.Times)
            {
                var factor = word.IsNumber ? words.Question.Numbers[word.Number].Quantity.Value
                    : (word.Classes & WordClass.Double) != 0 ? new Fraction(2)
                    : (word.Classes & WordClass.Triple) != 0 ? new Fraction(3)
                    : (word.Classes & WordClass.Quadruple) != 0 ? new Fraction(4) : new Fraction(1, 2);
                return (new ConstantTerm(factor, NumberText.Exact(factor)), factor);
            }

            if (word.IsNumber && (word.Kind & NumberKind.Share) != 0)
            {
                var user = context.Resolver.User(new Range(i, i + 1));
                var percent = user with { Quantity = Quantity.Exact(RatioRequests.Percent(user), Unit.Percent), Text = $"{NumberText.Exact(RatioRequests.Percent(user))}%" };
                return (Direction(words) < 0 ? Negative(percent) : percent, null);
            }
        }

        return null;
    }

    public static NegativeTerm Negative(UserTerm percent) => new(percent);

    /// <summary>-1 where the words speak of a fall, else 1.</summary>
    public static int Direction(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i].Classes & WordClass.Rise) != 0)
            {
                return 1;
            }

            if ((words[i].Classes & (WordClass.Fall | WordClass.Less)) != 0)
            {
                return -1;
            }
        }

        return 1;
    }

    /// <summary>The base of the one change that the article tells of; null where it tells of none, or several.</summary>
    private static ComputedTerm? OnlyChange(RequestContext context)
    {
        ComputedTerm? found = null;
        foreach (var entry in context.Resolver.Index.Entries)
        {
            if (entry.Figure is { Direction: not 0, BaseOf: { } id } && entry.Figure.Quantity.Unit == Unit.Percent && context.Resolver.Index.Find(id) is { } after)
            {
                if (found is not null)
                {
                    return null;
                }

                found = OperandResolver.BaseOf(after, entry);
            }
        }

        return found;
    }

    /// <summary>"Rise" or "fall".</summary>
    public static string Word(Core.Knowledge.Figure change) => change.Direction < 0 ? "fall" : "rise";

    /// <summary>"Write the rise as a multiplier."</summary>
    public static Calculation? Multiplier(RequestContext context, Captures words)
    {
        var change = context.Resolve(words["a"]) is FigureTerm { Entry: { Figure: { Direction: not 0 } } named } ? named
            : OnlyChange(context) is { } told ? context.Resolver.Index[Change(told).Id] : null;
        if (change is null)
        {
            return null;
        }

        var factor = new ComputedTerm("value_after_change", [new ConstantTerm(Fraction.One, "1"), OperandResolver.Signed(change)], ComputedRole.Plain);
        return new Calculation(factor, evaluation => context.Finish(
            Outcome.Computed, $"{Wording.Capital(Wording.Full(evaluation.Quantity(factor) with { Unit = Unit.Ratio }))} times: {FigureWords.An(change)}", [factor], evaluation));
    }

    /// <summary>"Suppose growth had been 10% rather than 18%": from what it was before the change that the article gives.</summary>
    public static Calculation? Regrow(RequestContext context, Captures words)
    {
        if (words["p"] is not { } number || OnlyChange(context) is not { } before)
        {
            return null;
        }

        var percent = context.Resolver.User(number);
        Term change = Direction(context.Words) < 0 ? Negative(percent) : percent;
        var now = new ComputedTerm("value_after_change", [before, change], ComputedRole.Plain);
        return new Calculation(now, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(now)))}: {Wording.Phrase(before, evaluation)}, {Changed(change)}",
            [now],
            evaluation,
            Wording.Supposed));
    }

    /// <summary>The base of the change that a phrase speaks of, or of the only change there is.</summary>
    private static ComputedTerm? BaseOfWhat(RequestContext context, Range? phrase)
    {
        if (phrase is { IsEmpty: false } some && !context.Resolver.IsPointer(some))
        {
            foreach (var match in context.Resolver.Matches(some))
            {
                if (match is { Score: >= OperandResolver.Fits, Core: >= OperandResolver.Names, Figure: { Direction: not 0, BaseOf: { } id, Form: NumberForm.Percent } } && context.Resolver.Index.Find(id) is { } after)
                {
                    return OperandResolver.BaseOf(after, match.Entry);
                }
            }
        }

        return OnlyChange(context);
    }
}
