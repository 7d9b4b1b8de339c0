using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>What part of a whole something is, as a percentage.</summary>
internal static class ShareRequests
{
    private const string NotAmong = "The two count different things: the article does not say that the one is counted among the other.";

    /// <summary>The part and the whole stand in phrases of their own.</summary>
    public static Calculation? Share(RequestContext context, Captures words) =>
        Operands(context, words["a"], words["b"]) is { } operands ? Of(context, operands.Part, operands.Whole) : null;

    /// <summary>One phrase speaks of both.</summary>
    public static Calculation? Pair(RequestContext context, Captures words) =>
        words["m"] is { IsEmpty: false } phrase && !AsksForGivenShare(context, phrase) && context.Groups.Pair(phrase) is { } pair && !RequestContext.AreWorldsApart(pair.Part, pair.Whole)
            ? Of(context, pair.Part, pair.Whole)
            : null;

    public static (Term Part, Term Whole)? Operands(RequestContext context, Range? part, Range? whole)
    {
        if (part is not { IsEmpty: false } a || whole is not { IsEmpty: false } b || AsksForGivenShare(context, new Range(Math.Min(a.From, b.From), Math.Max(a.To, b.To))))
        {
            return null;
        }

        if (b.To <= a.From && a.From - b.To <= 2 && context.Groups.Subset(new Range(b.From, a.To)) is { } subset)
        {
            return subset;
        }

        // "… of arrivals since the election": the phrase of the whole may hold the part as well, and the other one nothing.
        if (context.Both(a, b) is { } both && !RequestContext.AreUnlike(both.First, both.Second))
        {
            var own = OwnWhole(context, both.First, b) ?? both.Second;
            var isOdd = IsOfAnotherKind(both.First, own) && !HasNumber(context, a) && RequestContext.Estimate(both.First) > RequestContext.Estimate(own);
            var isMoreThanAll = both.First is FigureTerm && own is FigureTerm && !context.Says("as", "than", "compared", "relative", "next")
                && RequestContext.Estimate(both.First) > RequestContext.Estimate(own);
            return IsPercent(both.First) != IsPercent(own) || isOdd || isMoreThanAll ? null : (both.First, own);
        }

        return null;
    }

    public static Calculation Of(RequestContext context, Term part, Term whole)
    {
        var share = Computed(part, whole);
        return new Calculation(share, evaluation =>
        {
            var text = $"{Wording.Capital(Wording.Full(evaluation.Quantity(share)))}: {Compared(part, whole, evaluation)}";
            return context.Finish(Outcome.Computed, text, [share], evaluation, Note(part, whole));
        });
    }

    /// <summary>So many percent, or a third, of an amount, both as the article gives them.</summary>
    public static Calculation Portion(RequestContext context, FigureEntry share, FigureEntry amount)
    {
        Term part = new FigureTerm(share);
        Term whole = new FigureTerm(amount);
        var portion = new ComputedTerm("multiply", [part, whole], ComputedRole.Plain);
        return new Calculation(portion, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(portion)))}: {(share.Figure.Form is NumberForm.Percent ? Wording.Phrase(part, evaluation) : share.Figure.Text)}, of {Wording.Phrase(whole, evaluation)}",
            [portion],
            evaluation,
            share.Whole?.Id == amount.Figure.Id ? null : "The article does not say that the share is of that number."));
    }

    /// <summary>What is left of a hundred per cent without the share that the article gives.</summary>
    public static Calculation Complement(RequestContext context, FigureEntry share)
    {
        Term part = new FigureTerm(share);
        var rest = new ComputedTerm("subtract", [new ConstantTerm(new Fractions.Fraction(100), "100%"), part], ComputedRole.Plain);
        return new Calculation(rest, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(rest) with { Unit = Unit.Percent }))}: 100% less {Wording.Phrase(part, evaluation)}",
            [rest],
            evaluation));
    }

    public static ComputedTerm Computed(Term part, Term whole) => new("share", [part, whole], ComputedRole.Plain)
    {
        Assumption = IsOfAnotherKind(part, whole) ? NotAmong : null,
    };

    /// <summary>"7,300 since the vote, out of 12,400 arrivals this year".</summary>
    public static string Compared(Term part, Term whole, Evaluation evaluation)
    {
        var all = Wording.Phrase(whole, evaluation);
        return part switch
        {
            ComputedTerm { Role: ComputedRole.Rest } rest => $"{evaluation.Of(rest).Working.Expression} {rest.Event}, out of {all}",
            FigureTerm { Entry: { Whole: { } own } entry } when whole is FigureTerm figure && figure.Entry.Figure.Id == own.Id =>
                $"{FigureWords.Value(entry.Figure)} {FigureWords.Difference(entry, own)}, out of {all}",
            _ when IsOfAnotherKind(part, whole) => $"{Wording.Phrase(part, evaluation)}, set against {all}",
            _ => $"{Wording.Phrase(part, evaluation)}, out of {all}",
        };
    }

    /// <summary>What a reader must know of the two: that they count different things, or whose numbers they are.</summary>
    public static string? Note(Term part, Term whole) =>
        IsOfAnotherKind(part, whole) ? NotAmong : Wording.Figures(part).Any() || Wording.Figures(whole).Any() ? null : Wording.YourNumbers(part, whole);

    /// <summary>Two figures of which the article makes neither a part of the other.</summary>
    public static bool IsOfAnotherKind(Term part, Term whole)
    {
        if (part is not FigureTerm { Entry: var one } || whole is not FigureTerm { Entry: var other })
        {
            return false;
        }

        return one.Whole?.Id != other.Figure.Id && other.Whole?.Id != one.Figure.Id
            && (one.Figure.Quantity.Unit != other.Figure.Quantity.Unit || !string.Equals(one.Figure.Noun, other.Figure.Noun, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The article itself gives the percentage that is asked for: to be looked up, not worked out.</summary>
    public static bool AsksForGivenShare(RequestContext context, Range phrase)
    {
        foreach (var match in context.Resolver.Matches(phrase))
        {
            if (!OperandResolver.IsFit(match))
            {
                continue;
            }

            // A change may share most of its words with what changed; it is asked for where a word of change stands there.
            var isShare = match.Figure.Form is NumberForm.Percent or NumberForm.Fraction or NumberForm.OneIn;
            if (isShare && match.Figure.Direction == 0)
            {
                return !HasNumber(context, phrase);
            }

            if (isShare && HasChange(context, phrase))
            {
                return true;
            }

            if (!isShare)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The whole that a part has of its own, where the phrase may mean it as well as the figure it fits best.</summary>
    private static FigureTerm? OwnWhole(RequestContext context, Term part, Range phrase)
    {
        var id = part switch
        {
            FigureTerm { Entry.Whole: { } whole } => whole.Id,
            ComputedTerm { Role: ComputedRole.Rest, Operands: [FigureTerm { Entry.Figure: var whole }, ..] } => whole.Id,
            _ => null,
        };
        foreach (var match in context.Resolver.Matches(phrase))
        {
            if (match.Figure.Id == id && OperandResolver.IsFit(match) && !HasNumber(context, phrase))
            {
                return new FigureTerm(match.Entry);
            }
        }

        return null;
    }

    private static bool HasNumber(RequestContext context, Range phrase)
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

    private static bool HasChange(RequestContext context, Range phrase) =>
        context.Resolver.Has(phrase, WordClass.Rise | WordClass.Fall | WordClass.Change);

    public static bool IsPercent(Term term) => RequestContext.UnitOf(term) == Unit.Percent;
}
