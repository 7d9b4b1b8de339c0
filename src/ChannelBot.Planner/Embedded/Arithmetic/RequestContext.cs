using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Open;
using ChannelBot.Planner.Embedded.Arithmetic.Readings;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>One request for a calculation, with what is needed to find its numbers and to word its answer.</summary>
internal sealed class RequestContext(RequestWords words, bool isClaim)
{
    public RequestWords Words { get; } = words;

    /// <summary>The request states a result and wants it confirmed: "… isn't it?".</summary>
    public bool IsClaim { get; } = isClaim;

    public OperandResolver Resolver { get; } = new(words);

    public OperandGroups Groups => field ??= new OperandGroups(Resolver);

    public FigureCover Cover => field ??= new FigureCover(this);

    /// <summary>Which sentences with figures it is likeliest about.</summary>
    public FigureSentences Sentences => field ??= new FigureSentences(this);

    public Wording Wording { get; } = new(words.Question.Knowledge);

    /// <summary>The pattern at hand asks for a share or a rate: where one number is missing, no other reading will do.</summary>
    public bool IsShareLike { get; set; }

    public Question Question => Words.Question;

    public KnowledgeFile Knowledge => Words.Question.Knowledge;

    /// <summary>Words for which no number was found, though the rest of a request stood; the first of them.</summary>
    public Range? Lacking { get; private set; }

    /// <summary>The number that was found beside <see cref="Lacking"/>.</summary>
    public Term? Beside { get; private set; }

    public Term? Resolve(Range? range) => range is { IsEmpty: false } some ? Resolver.Resolve(some) : null;

    /// <summary>Both numbers of a calculation with two; notes which one the article lacks.</summary>
    public (Term First, Term Second)? Both(Range? first, Range? second)
    {
        if (first is not { } one || second is not { } two || IsSpan(one) || IsSpan(two))
        {
            return null;
        }

        if (Resolver.Sides(one, two) is { } sides)
        {
            return sides;
        }

        var left = Requests.SumRequests.Together(this, one) ?? Resolver.Resolve(one);
        var right = Requests.SumRequests.Together(this, two) ?? Resolver.Resolve(two);
        left ??= WholeOf(right, one);
        right ??= WholeOf(left, two);
        if (left is not null && right is not null && !Same(left, right))
        {
            return (OfTheTime(left, one), OfTheTime(right, two)) is ({ } first2, { } second2) && EachOf(first2) == EachOf(second2) && !AreWorldsApart(first2, second2) ? (first2, second2) : null;
        }

        if (left is null != right is null)
        {
            Lack(left is null ? one : two, left ?? right);
        }

        return null;
    }

    /// <summary>"A year" in "waited more than a year" is no number to compare with.</summary>
    private bool IsSpan(Range range) =>
        range.To - range.From is 1 or 2 && (Words[range.To - 1].Classes & WordClass.Date) != 0 && Words[range.From].Lower is "a" or "an" or "one" or "1"
        || (range.To - range.From == 1 && Words[range.From].Kind == NumberKind.Duration);

    /// <summary>"The total", said beside a part, is its whole.</summary>
    private FigureTerm? WholeOf(Term? part, Range phrase) => !Resolver.IsPointer(phrase) ? null : part switch
    {
        FigureTerm { Entry.Whole: { } whole } => new FigureTerm(Resolver.Index[whole.Id]),
        ComputedTerm { Role: ComputedRole.Rest, Operands: [FigureTerm all, ..] } => all,
        _ => null,
    };

    /// <summary>One of these words stands in the request.</summary>
    public bool Says(params ReadOnlySpan<string> any)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (any.Contains(Words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    public void Lack(Range range, Term? beside)
    {
        if (Lacking is null && IsShareLike && Resolver.UnknownWord(range) is not null)
        {
            Lacking = range;
            Beside = beside;
        }
    }

    /// <summary>The figure that the article's other figures turn on: the whole of a part, or what a change is told of.</summary>
    public FigureEntry? Main() => Resolver.Index.Main;

    /// <summary>The number that a phrase speaks of; where it says none, the one under discussion, else the main figure.</summary>
    public Term? ResolveOrMain(params ReadOnlySpan<Range?> ranges)
    {
        foreach (var range in ranges)
        {
            if (range is { IsEmpty: false } named && Main() is { } turning && Resolver.Matches(named) is [var best, ..] matches
                && matches.Any(match => match.Entry == turning && OperandResolver.IsFit(match) && (match.Score > best.Score - 0.15 || best.Entry.Whole is null)) && !NamesPart(named))
            {
                return new FigureTerm(turning);
            }

            if (range is { IsEmpty: false } some && !Resolver.IsPointer(some) && Resolver.Resolve(some) is { } term && term is not UserTerm && !Wording.IsPercent(term))
            {
                return term;
            }
        }

        return Resolver.LastFigure() is { } last ? Resolver.Pointed() ?? new FigureTerm(last) : Main() is { } main ? new FigureTerm(main) : null;
    }

    /// <summary>The phrase speaks of a part by its event or place.</summary>
    private bool NamesPart(Range range) =>
        Resolver.OtherSide(range) is not null || Resolver.Matches(range).Any(match => match is { Entry.Whole: not null, MarksMatched: > 0 } && (match.EventMatched || match.Entry.Side == Side.None));

    /// <summary>About what a term comes to, to know which of two is the larger before they are worked out.</summary>
    public static Fraction Estimate(Term term) => term switch
    {
        FigureTerm figure => figure.Entry.Figure.Quantity.Value,
        UserTerm user => user.Quantity.Value,
        ConstantTerm constant => constant.Value,
        NegativeTerm negative => -Estimate(negative.Of),
        EarlierTerm earlier => Fraction.FromDoubleRounded(earlier.Working.Value),
        ComputedTerm { Function: "subtract" } computed => Estimate(computed.Operands[0]) - Estimate(computed.Operands[1]),
        ComputedTerm { Function: "sum" or "add" } computed => computed.Operands.Aggregate(Fraction.Zero, (sum, operand) => sum + Estimate(operand)),
        ComputedTerm { Function: "multiply", Operands: [var first, var second] } =>
            Estimate(first) * Estimate(second) / (UnitOf(first) == Unit.Percent ? 100 : 1),
        ComputedTerm { Function: "value_before_change" } computed => Estimate(computed.Operands[0]) * 100 / (100 + Estimate(computed.Operands[1])),
        ComputedTerm { Function: "value_after_change" } computed => Estimate(computed.Operands[0]) * (100 + Estimate(computed.Operands[1])) / 100,
        _ => Fraction.Zero,
    };

    public static Unit UnitOf(Term term) => term switch
    {
        FigureTerm figure => figure.Entry.Figure.Quantity.Unit,
        UserTerm user => user.Quantity.Unit,
        NegativeTerm negative => UnitOf(negative.Of),
        EarlierTerm earlier => Plugins.WorkingQuantity.Of(earlier.Working).Unit,
        ComputedTerm { Function: "share" } => Unit.Percent,
        ComputedTerm { Operands: [var first, ..] } => UnitOf(first),
        _ => Unit.None,
    };

    /// <summary>The article's figures only, none of the user's: the answer needs no word about whose numbers they are.</summary>
    public static bool IsArticles(Term term) => term switch
    {
        UserTerm => false,
        ComputedTerm computed => computed.Operands.All(IsArticles),
        _ => true,
    };

    public Draft Finish(Outcome outcome, string text, IReadOnlyList<Term> terms, Evaluation evaluation, string? after = null, Reason? reason = null) =>
        Wording.Draft(outcome, text, terms, evaluation, after, reason);

    /// <summary>What a figure is so many to: an amount a share and an amount by itself are no pair.</summary>
    private static string? EachOf(Term term) => term is FigureTerm figure ? figure.Entry.Each : null;

    /// <summary>"More this year than was offered": where the request names this year or next, each of its numbers is of that time.</summary>
    private Term? OfTheTime(Term term, Range phrase)
    {
        var which = FigurePhrase.WhichOf(Question.Tokens);
        if (which is not ("this" or "next") || Says("this") == Says("next") || term is not FigureTerm { Entry: { Which: "this" or "next" } entry } || entry.Which == which)
        {
            return term;
        }

        foreach (var match in Resolver.Matches(phrase))
        {
            if (match.Entry.Which == which && OperandResolver.IsFit(match) && match.Figure.Quantity.Unit == entry.Figure.Quantity.Unit)
            {
                return new FigureTerm(match.Entry);
            }
        }

        return null;
    }

    /// <summary>Both numbers where they measure one kind of thing, to be set against each other; a whole beside what is left of it means its part.</summary>
    public (Term First, Term Second)? BothAlike(Range? first, Range? second)
    {
        if (Both(first, second) is not var (one, other) || IsGuess(one, first) || IsGuess(other, second) || (!Resolver.Has(new Range(0, Words.Count), WordClass.Subtract | WordClass.Divide | WordClass.Multiply) && AreUnlike(one, other)))
        {
            return null;
        }

        return (one, other) switch
        {
            (FigureTerm whole, ComputedTerm { Role: ComputedRole.Rest } rest) when rest.Operands[0] == whole => (rest.Operands[1], rest),
            (ComputedTerm { Role: ComputedRole.Rest } rest, FigureTerm whole) when rest.Operands[0] == whole => (rest, rest.Operands[1]),
            _ => (one, other),
        };
    }

    /// <summary>The phrase has a word that no figure knows, and speaks of the figure by little else: "the union's claim".</summary>
    private bool IsGuess(Term term, Range? phrase) =>
        term is FigureTerm figure && phrase is { IsEmpty: false } some && Resolver.UnknownWord(some) is not null
        && Resolver.Matches(some).FirstOrDefault(match => match.Entry == figure.Entry) is { Entry: not null, NounMatched: false, Score: < 0.5 };

    /// <summary>Two figures of the article that measure different kinds of thing: money and people.</summary>
    public static bool AreUnlike(Term one, Term other) =>
        one is FigureTerm && other is FigureTerm && Kind(UnitOf(one)) != Kind(UnitOf(other));

    /// <summary>Counts of whatever things are of one kind, with bare numbers: whether they may be set against each other, the calculator says.</summary>
    private static Dimension Kind(Unit unit) => unit.Dimension is Dimension.None ? Dimension.Count : unit.Dimension;

    /// <summary>Two amounts of money of which one is a hundred thousand times the other are not of one kind: a price, and a turnover.</summary>
    public static bool AreWorldsApart(Term left, Term right) =>
        UnitOf(left).Dimension is Dimension.Money && UnitOf(right).Dimension is Dimension.Money
        && Estimate(left).Abs() is var one && Estimate(right).Abs() is var other && !one.IsZero && !other.IsZero && (one / other > 100_000 || other / one > 100_000);

    private static bool Same(Term left, Term right) => left.Reference is { } reference && reference == right.Reference;
}
