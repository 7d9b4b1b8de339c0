using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>A number, and what becomes of it step by step. A step is taken only where its unit fits: a price a head is of people, not of money.</summary>
internal sealed class Chain
{
    private readonly ClauseWords _words;
    private readonly Goal _goal;
    private readonly Term _start;
    private readonly ThingNames _things;
    private readonly bool _isRestated;
    private readonly List<string> _said = [];
    private Term _now;
    private string? _container;
    private string _lead = "";
    private string _suffix = "";

    /// <param name="isRestated">The request gives the number itself: "all 48,200", whoever or whatever they are.</param>
    public Chain(ClauseWords words, Goal goal, Term start, ThingNames things, bool isRestated)
    {
        _isRestated = isRestated;
        _words = words;
        _goal = goal;
        _start = start;
        _now = start;
        _things = things;
    }

    private RequestContext Context => _words.Context;

    /// <summary>The calculation with all of the steps; null where one of them does not fit, or the result is not what is asked for.</summary>
    /// <param name="within">The whole that is asked for, where the steps are of a part of it; else null.</param>
    public Calculation? With(IReadOnlyList<ChainStep> steps, FigureEntry? within)
    {
        var left = steps.OrderBy(Rank).ThenBy(step => step.At).ToList();
        while (left.Count > 0)
        {
            var at = left.FindIndex(Take);
            if (at < 0)
            {
                return null;
            }

            left.RemoveAt(at);
        }

        if (within is not null && _start is FigureTerm { Entry: var part })
        {
            Become("add", [Context.Resolver.RestOf(part), _now], $", and the rest of {FigureWords.Of(within)}");
        }

        if (_now == _start || !IsAsked(steps))
        {
            return null;
        }

        var isSupposed = Context.Words.Classes.HasFlag(WordClass.If) || steps.Any(step => step is MoreStep or PercentStep or EachStep);
        return new Calculation(_now, evaluation => Context.Finish(
            Outcome.Computed,
            $"{Result(evaluation.Quantity(_now))}: {_lead}{Wording.Phrase(_start, evaluation)}{string.Concat(_said)}",
            [_now],
            evaluation,
            !Wording.Figures(_start).Any() ? Wording.YourNumbers(_start, new UserTerm(Quantity.Exact(1), "")) : isSupposed ? Wording.Supposed
                : steps.Any(step => step is SpanStep) ? "The length of time is yours; the article does not give it." : null));
    }

    /// <summary>What changes a number comes before what makes another kind of number of it, and a length of time last.</summary>
    private static int Rank(ChainStep step) => step switch
    {
        EachStep => 1,
        SpanStep => 2,
        _ => 0,
    };

    private bool Take(ChainStep step) => step switch
    {
        MoreStep more => TakeMore(more),
        PercentStep percent => TakePercent(percent),
        TimesStep times => Become("multiply", [new ConstantTerm(times.Factor, times.Words), _now], $", times {times.Words}"),
        PartStep part => TakePart(part),
        EachStep each => TakeEach(each),
        SpanStep span => TakeSpan(span),
        _ => false,
    };

    private bool TakeMore(MoreStep more)
    {
        if (IsMoney(more.Number) != IsMoney(_now) || !(more.Noun is null or "people" || _things.AreCounted(more.Noun, _now)))
        {
            return false;
        }

        if (more.IsLess && RequestContext.Estimate(_now) is var most && most.IsPositive && more.Number.Quantity.Value > most)
        {
            return false;
        }

        return Become(more.IsLess ? "subtract" : "add", [_now, more.Number], $" {(more.IsLess ? "−" : "+")} your {more.Number.Text}");
    }

    private bool TakePercent(PercentStep change)
    {
        if (change.Number is UserTerm percent)
        {
            return Become("value_after_change", [_now, change.IsLess ? new NegativeTerm(percent) : percent], $", {(change.IsLess ? "less" : "plus")} your {percent.Text}");
        }

        var part = new ComputedTerm("multiply", [change.Number, _now], ComputedRole.Plain);
        return Become(change.IsLess ? "subtract" : "add", [_now, part], $", {(change.IsLess ? "less" : "plus")} {((ConstantTerm)change.Number).Words}");
    }

    private bool TakePart(PartStep part)
    {
        var taken = part.OutOf is { } of
            ? new ComputedTerm("multiply", [new ComputedTerm("divide", [_now, of], ComputedRole.Plain), part.Number], ComputedRole.Plain)
            : new ComputedTerm("multiply", [part.Number, _now], ComputedRole.Plain);
        var words = (part.Number, part.OutOf) switch
        {
            (UserTerm some, { } all) => $"your {some.Text} of every {all.Text}",
            (UserTerm some, _) => $"your {some.Text}",
            (ConstantTerm some, _) => some.Words.Any(char.IsAsciiDigit) ? $"your {some.Words}" : some.Words,
            _ => "",
        };
        if (part.IsLost && _goal.AsksRest)
        {
            return Become("subtract", [_now, taken], $", less {words}");
        }

        // "A tenth are turned away: how many get in?" asks neither for the part nor plainly for the rest.
        if (part.IsLost && _goal.AsksDeed)
        {
            return false;
        }

        var isFirst = _now == _start;
        _lead = isFirst ? $"{words} of " : _lead;
        return Become(taken.Function, taken.Operands, isFirst ? "" : $", {words} of that");
    }

    private bool TakeEach(EachStep each)
    {
        if (IsMoney(_now) && !IsMoney(each.Number))
        {
            return false;
        }

        var isTimeOnly = each.Each is "";
        if (isTimeOnly)
        {
            return false;
        }

        // A village of so many people is none of them, like as the words are.
        var isOfThem = each.Noun is not null && each.Each is not null && !ThingNames.Same(each.Noun, each.Each) && _things.AreCounted(each.Noun, _start);
        var isContainer = each.Each is not null && _goal.Noun is not null && ThingNames.Same(each.Each, _goal.Noun) && (isOfThem || !_things.AreCounted(each.Each, _start));
        if (!isContainer && (_things.AreCounted(each.Each, _now) || (_isRestated && StepWords.Is(each.Each!, StepWord.Person))))
        {
            _suffix = each.PerTime is { } time && _goal.PerTime is null ? $" a {time.Name}" : _suffix;
            return Become("multiply", [_now, each.Number], $", times your {each.Number.Text} each", each.Noun is { } made && !IsMoney(each.Number) && !_things.AreCounted(made, _now) ? ThingNames.Singular(made) : null);
        }

        if (_goal.Noun is null || each.PerTime is not null || IsMoney(each.Number) != IsMoney(_now) || !(each.Noun is null || _things.AreCounted(each.Noun, _now)) || (!isOfThem && _things.AreCounted(_goal.Noun, _now)))
        {
            return false;
        }

        _container = ThingNames.Singular(_goal.Noun);
        return Become("divide", [_now, each.Number], $", divided by your {each.Number.Text} to each", _container);
    }

    private bool TakeSpan(SpanStep span)
    {
        var per = _goal.PerTime ?? (_words.Words.Classes.HasFlag(WordClass.Divide) || Context.Says("evenly", "share", "average") ? span.Length.Unit : null);
        if (per is null || !UnitConversion.CanConvert(span.Length.Unit, per) || UnitConversion.In(span.Length, per).Value is var count && count.IsZero)
        {
            return false;
        }

        _suffix = $" {(per.Name is "hour" ? "an" : "a")} {per.Name}";
        return Become("divide", [_now, new ConstantTerm(count, NumberText.Exact(count))], $", spread over your {span.Text}");
    }

    private bool Become(string function, IReadOnlyList<Term> operands, string said, string? unit = null)
    {
        _now = new ComputedTerm(function, operands, ComputedRole.Plain) { Unit = unit };
        _said.Add(said);
        return true;
    }

    /// <summary>The result is of the kind that the question names.</summary>
    private bool IsAsked(IReadOnlyList<ChainStep> steps)
    {
        if (_goal.PerTime is not null && !steps.Any(step => step is SpanStep or EachStep { PerTime: not null }))
        {
            return false;
        }

        return IsMoney(_now) || !Context.Says("money", "cash", "cost", "costs", "pounds", "euros", "dollars", "earn", "earned");
    }

    private string Result(Quantity quantity)
    {
        if (_container is null)
        {
            return Wording.Capital(Wording.Full(quantity)) + _suffix;
        }

        return Wording.RoundedUp(quantity, ThingNames.Plural(_container))
            ?? $"{Wording.Capital(QuantityText.Brief(quantity))} {(quantity.Value.ToDouble() == 1 ? _container : ThingNames.Plural(_container))}";
    }

    /// <summary>The unit of a term as far as it matters here: a product with money is money.</summary>
    private static bool IsMoney(Term term) => term switch
    {
        ComputedTerm computed => computed.Unit is null && computed.Operands.Any(IsMoney),
        _ => RequestContext.UnitOf(term).Dimension is Dimension.Money,
    };
}
