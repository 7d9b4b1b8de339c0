using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Requests;

/// <summary>How many more, how many are left, how many are missing from a number.</summary>
internal static class DifferenceRequests
{
    private const string Among = "The article does not say that the one is counted among the other.";

    /// <summary>"How many more {a} than {b}?", "the difference between {a} and {b}".</summary>
    public static Calculation? Difference(RequestContext context, Captures words)
    {
        if (context.BothAlike(words["a"], words["b"]) is not var (first, second) || Wording.IsPercent(first) != Wording.IsPercent(second))
        {
            return null;
        }

        return Of(context, first, second, Asked(context.Words));
    }

    /// <summary>"{a} minus {b}", in this order.</summary>
    public static Calculation? Subtract(RequestContext context, Captures words)
    {
        var both = words["a"] is null && words["b"] is { } taken
            ? context.Resolver.Pointed() is { } last && (OneOfLast(context, taken) ?? context.Resolve(taken)) is { } less ? (last, less) : null
            : context.Both(words["a"], words["b"]);
        if (both is not var (first, second) || Wording.IsPercent(first) != Wording.IsPercent(second))
        {
            return null;
        }

        var left = new ComputedTerm("subtract", [first, second], ComputedRole.Plain);
        return new Calculation(left, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(left)))}: {Wording.Phrase(first, evaluation)} less {Wording.Phrase(second, evaluation)}",
            [left, .. words["a"] is null ? FollowUpRequests.Topic(context) : []],
            evaluation,
            Wording.YourNumbers(first, second)));
    }

    /// <param name="asked">1 where the first is said to be more, -1 where less, 0 where the request does not say.</param>
    public static Calculation Of(RequestContext context, Term first, Term second, int asked)
    {
        // Which of two that the article itself sets against each other is meant first, words such as "this final" do not tell for certain.
        asked = AreRivals(first, second) ? 0 : asked;
        var isMore = RequestContext.Estimate(first) >= RequestContext.Estimate(second);
        var difference = new ComputedTerm("subtract", isMore ? [first, second] : [second, first], ComputedRole.Plain);
        return new Calculation(difference, evaluation =>
        {
            var result = evaluation.Quantity(difference);
            var isOther = asked != 0 && !result.Value.IsZero && asked > 0 != isMore;
            var word = isMore ? "more" : LessWord(result);
            var compared = $"{Wording.Phrase(first, evaluation)}, against {Wording.Phrase(second, evaluation)}";
            var number = Wording.Full(result);
            var text = (isOther, asked) switch
            {
                (true, _) => $"It is the other way round, {number} {word}: {compared}",
                (_, 0) => $"The difference is {number}: {compared}",
                _ => $"{Wording.Capital(number)} {word}: {compared}",
            };
            return context.Finish(isOther ? Outcome.Corrected : Outcome.Computed, text, [difference], evaluation, Wording.YourNumbers(first, second));
        });
    }

    /// <summary>"How many more would it take to reach 40,000?"</summary>
    public static Calculation? Reach(RequestContext context, Captures words)
    {
        if (words["n"] is not { } number || context.ResolveOrMain(words["a"], words["x"], words["y"]) is not { } reached || Wording.IsPercent(reached))
        {
            return null;
        }

        var target = context.Resolver.User(number);
        var isBelow = RequestContext.Estimate(reached) <= target.Quantity.Value;
        var gap = new ComputedTerm("subtract", isBelow ? [target, reached] : [reached, target], ComputedRole.Plain);
        return new Calculation(gap, evaluation =>
        {
            var full = Wording.Full(evaluation.Quantity(gap));
            var text = isBelow
                ? $"{Wording.Capital(full)} more: your {target.Text} less {Wording.Phrase(reached, evaluation)}"
                : $"None: {Wording.Phrase(reached, evaluation)} is already above your {target.Text}, by {full}";
            return context.Finish(Outcome.Computed, text, [gap], evaluation);
        });
    }

    /// <summary>"If another 500 arrive, what is the total?", and with fewer.</summary>
    public static Calculation? Add(RequestContext context, Captures words) => Changed(context, words, "add", "+");

    public static Calculation? Remove(RequestContext context, Captures words) => Changed(context, words, "subtract", "−");

    /// <summary>"How many came before the vote?": what is left without a part, or what it was before the change told of.</summary>
    public static Calculation? Count(RequestContext context, Captures words)
    {
        if (words["x"] is not { IsEmpty: false } phrase)
        {
            return null;
        }

        if (context.Resolver.OtherSide(phrase) is { } rest)
        {
            return Rest(context, rest);
        }

        if (context.Resolver.IsPointer(phrase) || HasNumber(context, phrase))
        {
            return null;
        }

        if (context.Resolver.StillLeft(phrase) is { } left)
        {
            return Rest(context, left);
        }

        return context.Resolver.Resolve(phrase) switch
        {
            ComputedTerm { Role: ComputedRole.Base } before => AsksChange(context, phrase) || BaseRequests.PointsElsewhere(context, before) ? null : BaseRequests.Before(context, before),
            ComputedTerm { Role: ComputedRole.Rest } other => Rest(context, other),
            _ => SumRequests.AllOfThem(context, phrase),
        };
    }

    /// <summary>"How much did it go up compared to last year?" asks for the change, and "how many came before the rise" does not.</summary>
    private static bool AsksChange(RequestContext context, Range phrase)
    {
        for (var i = phrase.From; i < phrase.To; i++)
        {
            var isCompared = (context.Words[i].Classes & (WordClass.More | WordClass.Less)) != 0 && i > 0 && context.Words[i - 1].Lower is "many" or "much";
            if ((isCompared || (context.Words[i].Classes & (WordClass.Rise | WordClass.Fall | WordClass.Change)) != 0)
                && !context.Resolver.Has(new Range(Math.Max(phrase.From, i - 2), i), WordClass.Before))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"How many are left?" after an answer about a part.</summary>
    public static Calculation? Left(RequestContext context, Captures words)
    {
        if (words["y"] is { IsEmpty: false } after && context.Words[after.From - 1].Lower is "left" && context.Words[after.From].Lower is "the" or "a" or "their" or "his" or "her")
        {
            // "How many people left the party?" went away.
            return null;
        }

        foreach (var phrase in (ReadOnlySpan<Range?>)[words["x"], words["y"]])
        {
            if (phrase is { IsEmpty: false } some && context.Resolver.OtherSide(some) is { } other)
            {
                return Rest(context, other);
            }
        }

        if (words["x"] is { IsEmpty: false } kind && context.Resolver.Best(kind) is { } match && context.Resolver.OnlyPart(match.Entry) is { } only)
        {
            return Rest(context, context.Resolver.RestOf(only));
        }

        return context.Resolver.LastFigure() is { Whole: not null } part ? Rest(context, context.Resolver.RestOf(part)) : null;
    }

    public static Calculation Rest(RequestContext context, ComputedTerm rest) => new(rest, evaluation =>
    {
        var whole = (FigureTerm)rest.Operands[0];
        var part = ((FigureTerm)rest.Operands[1]).Entry;
        var less = $"{FigureWords.Value(part.Figure)} {FigureWords.Difference(part, whole.Entry.Figure)}";
        var left = rest.Event is "the rest" || rest.Event!.StartsWith("without", StringComparison.Ordinal) ? "left" : rest.Event;
        var text = $"{Wording.Capital(Wording.Full(evaluation.Quantity(rest)))} {left}: {Wording.Phrase(whole, evaluation)}, less {less}";
        return context.Finish(Outcome.Computed, text, [rest, rest.Operands[1]], evaluation);
    });

    /// <summary>What is left of a whole without a part that the article gives elsewhere.</summary>
    public static Calculation Left(RequestContext context, FigureEntry whole, FigureEntry part)
    {
        Term all = new FigureTerm(whole);
        Term some = new FigureTerm(part);
        var left = new ComputedTerm("subtract", [all, some], ComputedRole.Plain) { Assumption = part.Whole?.Id == whole.Figure.Id ? null : Among };
        return new Calculation(left, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(left)))}: {Wording.Phrase(all, evaluation)}, less {Wording.Phrase(some, evaluation)}",
            [left],
            evaluation,
            left.Assumption));
    }

    /// <summary>"And before?": the other side of the event of the part under discussion.</summary>
    public static Calculation? OtherSide(RequestContext context, Captures words)
    {
        _ = words;
        return context.Resolver.LastFigure() is { Whole: not null, Side: not Side.None } part
            && context.Resolver.SideOf(0, context.Question.Tokens.Length) is var side and not Side.None && side != part.Side
                ? Rest(context, context.Resolver.RestOf(part)) : null;
    }

    /// <summary>The figure among those of the last answer's sum that a phrase means.</summary>
    private static FigureTerm? OneOfLast(RequestContext context, Range phrase)
    {
        var last = context.Question.Conversation.Turns is [.., var turn] && turn.Answer.Working is [.., var working] ? working.Operands : [];
        foreach (var match in context.Resolver.Matches(phrase))
        {
            if (last.Any(operand => operand.Figure == match.Figure.Id))
            {
                return new FigureTerm(match.Entry);
            }
        }

        return null;
    }

    private static Calculation? Changed(RequestContext context, Captures words, string function, string sign)
    {
        if (words["n"] is not { } number || context.ResolveOrMain(words["a"], words["x"], words["q"]) is not { } now || Wording.IsPercent(now)
            || (words["q"] is { } asked && context.Resolver.Has(asked, WordClass.Share | WordClass.Percent | WordClass.Gap)))
        {
            return null;
        }

        var more = context.Resolver.User(number);
        var total = new ComputedTerm(function, [now, more], ComputedRole.Plain);
        return new Calculation(total, evaluation => context.Finish(
            Outcome.Computed,
            $"{Wording.Capital(Wording.Full(evaluation.Quantity(total)))}: {Wording.Phrase(now, evaluation)} {sign} your {more.Text}",
            [total],
            evaluation));
    }

    private static bool AreRivals(Term first, Term second) =>
        first is FigureTerm { Entry: var one } && second is FigureTerm { Entry: var other } && (one.Rival?.Id == other.Figure.Id || other.Rival?.Id == one.Figure.Id);

    private static int Asked(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var classes = words[i].Classes;
            if ((classes & WordClass.Less) != 0)
            {
                return -1;
            }

            if ((classes & WordClass.More) != 0)
            {
                return 1;
            }
        }

        return 0;
    }

    private static bool HasNumber(RequestContext context, Range phrase)
    {
        for (var i = phrase.From; i < phrase.To; i++)
        {
            if (context.Words[i] is { IsNumber: true, Kind: not NumberKind.Year })
            {
                return true;
            }
        }

        return false;
    }

    private static string LessWord(Quantity quantity) => quantity.Unit.Dimension is Dimension.Count ? "fewer" : "less";
}
