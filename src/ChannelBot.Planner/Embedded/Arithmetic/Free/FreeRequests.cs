using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Requests;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Free;

/// <summary>Answers a request that no pattern fits: its words tell the operation, and two figures answer to all the others.</summary>
internal sealed class FreeRequests
{
    private readonly RequestContext _context;
    private readonly Cover _cover;
    private readonly Pairs _pairs;

    private FreeRequests(RequestContext context)
    {
        _context = context;
        _cover = new Cover(context.Resolver.Index, context.Words);
        _pairs = new Pairs(context.Resolver.Index, _cover, new Wanted(context.Words));
    }

    public static Calculation? Answer(RequestContext context)
    {
        var operation = OperationReader.Read(context.Words);
        if (operation is Operation.None)
        {
            return null;
        }

        if (UsersNumbers(context) is { Length: > 0 } given)
        {
            return operation is Operation.Rate && given is [var only] ? new FreeRequests(context).ToEach(only) : null;
        }

        var free = new FreeRequests(context);
        return operation switch
        {
            Operation.Difference => free.Difference(),
            Operation.Points => free.Points(),
            Operation.PercentChange => free.PercentChange(),
            Operation.Share => free.Share(),
            Operation.ShareWithout => free.ShareWithout(),
            Operation.Times => free.Times(),
            Operation.Rate => free.Rate(),
            Operation.Mean => free.Mean(),
            Operation.Sum => free.Sum(),
            Operation.Without => free.Without(),
            _ => null,
        };
    }

    private Calculation? Difference() =>
        Before() is { } before ? ChangeRequests.Absolute(_context, before)
        : _pairs.Best(AreOfOneKind) is var (one, other) ? DifferenceRequests.Of(_context, new FigureTerm(one), new FigureTerm(other), 0) : null;

    /// <summary>What the article compares a figure with and gives only the change from, where the request names that time.</summary>
    private ComputedTerm? Before() =>
        _context.Resolver.Base(new Range(0, _context.Words.Count)) is { Operands: [FigureTerm after, ..] } before && _cover.Of(after.Entry, _context.Resolver.Index[ChangeRequests.Change(before).Id]) is not null
            ? before : null;

    /// <summary>"If each customer got £10, what would that cost?": the user's number, times those who are counted.</summary>
    private Calculation? ToEach(UserTerm each)
    {
        if (PerWhat() is not { } per || !_context.Says("if", "suppose", "imagine", "say", "assuming", "supposing"))
        {
            return null;
        }

        var counted = _context.Resolver.Index.Entries.Where(entry => IsCountOf(entry, per) && entry.Figure.Direction == 0).ToArray();
        return counted is [var only] ? PerUnitRequests.Product(_context, new FigureTerm(only), each) : null;
    }

    private Calculation? Points() =>
        _pairs.Best(static (one, other) => IsPercent(one) && IsPercent(other)) is var (one, other) ? PercentRequests.PointsBetween(_context, new FigureTerm(one), new FigureTerm(other)) : null;

    private Calculation? PercentChange()
    {
        if (_pairs.Only(static entry => IsPercent(entry)) is not null || _pairs.Best(static (one, other) => AreOfOneKind(one, other) && !IsPercent(one) && !ArePartAndWhole(one, other)) is not var (one, other))
        {
            return null;
        }

        var falls = _context.Resolver.Has(new Range(0, _context.Words.Count), WordClass.Fall | WordClass.Less);
        var isOneFormer = one.IsFormer || other.Rival?.Id == one.Figure.Id;
        var isOtherFormer = other.IsFormer || one.Rival?.Id == other.Figure.Id;
        var isOneLess = one.Figure.Quantity.Value < other.Figure.Quantity.Value;
        var (before, after) = isOneFormer != isOtherFormer ? (isOneFormer ? (one, other) : (other, one)) : isOneLess != falls ? (one, other) : (other, one);
        return PercentRequests.Percent(_context, new FigureTerm(before), new FigureTerm(after));
    }

    private Calculation? Share() =>
        _pairs.Best((part, whole) => AreComparable(part, whole) && !IsPercent(part) && part.Figure.Quantity.Value < whole.Figure.Quantity.Value && (part.Whole?.Id == whole.Figure.Id || _cover.Tells(part, whole)), isAny: true)
            is var (one, all) ? ShareRequests.Of(_context, new FigureTerm(one), new FigureTerm(all)) : null;

    /// <summary>"What share of the workers did not vote?": what is left of a hundred percent.</summary>
    private Calculation? ShareWithout()
    {
        if (_pairs.Only(static entry => IsPercent(entry) && entry.Figure.Direction == 0) is not { } share)
        {
            return null;
        }

        var rest = new ComputedTerm("subtract", [new ConstantTerm(new Fraction(100), "100%"), new FigureTerm(share)], ComputedRole.Plain);
        return new Calculation(rest, evaluation => _context.Finish(
            Outcome.Computed, $"{Wording.Capital(Wording.Full(evaluation.Quantity(rest)))}: 100% less {FigureWords.Of(share)}", [rest], evaluation));
    }

    private Calculation? Times() =>
        _pairs.Best((more, less) => AreComparable(more, less) && IsPercent(more) == IsPercent(less) && more.Figure.Quantity.Value > less.Figure.Quantity.Value)
            is var (one, other) ? RatioRequests.TimesOf(_context, new FigureTerm(one), new FigureTerm(other)) : null;

    private Calculation? Rate()
    {
        if (PerWhat() is not { } per)
        {
            return null;
        }

        var time = (_context.Words[per].Classes & WordClass.Date) != 0;
        return !time && _pairs.Best((amount, count) => IsCountOf(count, per) && !IsPercent(amount) && amount.Figure.Quantity.Unit != count.Figure.Quantity.Unit
            && IsAskedFor(amount) && _cover.OwnShare(amount) > 0, isAny: true)
            is var (one, other) ? RatioRequests.PerOne(_context, new FigureTerm(one), new FigureTerm(other)) : null;
    }

    private Calculation? Mean() =>
        _pairs.Best(static (one, other) => AreOfOneKind(one, other) && one.Figure.Direction == 0) is var (one, other) ? SumRequests.MeanOf(_context, InOrder(one, other)) : null;

    private Calculation? Sum() =>
        _pairs.Best(static (one, other) => AreOfOneKind(one, other) && !IsPercent(one) && one.Figure.Quantity.Unit.Dimension is not Dimension.Time && !ArePartAndWhole(one, other))
            is var (one, other) ? SumRequests.Of(_context, InOrder(one, other)) : null;

    private Calculation? Without() =>
        _pairs.Best((whole, part) => (part.Whole?.Id == whole.Figure.Id || (AreAlike(part, whole) && _cover.HasMore(part, whole))) && !IsPercent(part) && part.Figure.Quantity.Value < whole.Figure.Quantity.Value, isAny: true)
            is var (all, one) ? DifferenceRequests.Without(_context, all, one) : null;

    private static IReadOnlyList<Term> InOrder(FigureEntry one, FigureEntry other) =>
        one.Index < other.Index ? [new FigureTerm(one), new FigureTerm(other)] : [new FigureTerm(other), new FigureTerm(one)];

    /// <summary>The word that says what each is had by: "object" of "per object", "every stolen object".</summary>
    private int? PerWhat()
    {
        var words = _context.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (!words[i].IsNumber && (words[i].Classes & (WordClass.Per | WordClass.Each)) != 0)
            {
                var at = i + 1;
                while (at < words.Count && (words[at].IsNumber || words[at].Lower is "of" or "the" or "one"))
                {
                    at++;
                }

                return at < words.Count ? at : null;
            }
        }

        return null;
    }

    /// <summary>Money and measures by whatever words; things and times by the word for them.</summary>
    private bool IsAskedFor(FigureEntry amount) => amount.Figure.Form switch
    {
        NumberForm.Money or NumberForm.Measure => true,
        NumberForm.Count => amount.Noun.Length > 0 && _cover.HasWord(amount.Noun[^1]),
        NumberForm.Duration => _cover.HasWord(Core.Language.Tokenizer.Tokenize(amount.Figure.Quantity.Unit.Name)[0].Stem),
        _ => false,
    };

    private bool IsCountOf(FigureEntry entry, int at)
    {
        for (var i = at; i < Math.Min(_context.Words.Count, at + 3); i++)
        {
            if (entry.Figure is { Form: NumberForm.Count, Noun: not null } && entry.Figure.Quantity.Value > 1 && _cover.At(i, entry) >= 0.8f
                && Array.IndexOf(entry.Noun, _context.Question.Tokens[_context.Words[i].Token].Stem) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Numbers of the request, but for small ones in words: "the two hospitals".</summary>
    private static UserTerm[] UsersNumbers(RequestContext context)
    {
        var numbers = new List<UserTerm>();
        for (var i = 0; i < context.Words.Count; i++)
        {
            var word = context.Words[i];
            if (word.IsNumber && (word.Kind & (NumberKind.Amount | NumberKind.Times)) != 0 && !(char.IsLetter(word.Lower[0]) && (word.Kind & NumberKind.Count) != 0 && context.Question.Numbers[word.Number].Quantity.Value <= 12))
            {
                numbers.Add(context.Resolver.User(new Range(i, i + 1)));
            }
        }

        return [.. numbers];
    }

    private static bool IsPercent(FigureEntry entry) => entry.Figure.Quantity.Unit == Unit.Percent;

    private static bool ArePartAndWhole(FigureEntry one, FigureEntry other) => one.Whole?.Id == other.Figure.Id || other.Whole?.Id == one.Figure.Id;

    private static bool AreComparable(FigureEntry one, FigureEntry other) =>
        !RequestContext.AreUnlike(new FigureTerm(one), new FigureTerm(other)) && one.Each == other.Each && one.Figure.Direction == 0 && other.Figure.Direction == 0
        && !IsOneOff(one) && !IsOneOff(other) && (one.Figure.Quantity.Unit.Dimension is not Dimension.Money || one.Figure.Quantity.Unit == other.Figure.Quantity.Unit);

    /// <summary>A small number of nothing that is named says nothing.</summary>
    private static bool IsOneOff(FigureEntry entry) => entry.Figure is { Form: NumberForm.Count, Noun: null } && entry.Figure.Quantity.Value <= 12 && entry.Rival is null;

    /// <summary>They count the same thing, or one leaves out what it counts.</summary>
    private static bool AreOfOneKind(FigureEntry one, FigureEntry other) =>
        AreComparable(one, other) && IsPercent(one) == IsPercent(other) && (one.Figure.Form is NumberForm.Age) == (other.Figure.Form is NumberForm.Age)
        && (one.Figure.Quantity.Unit.Dimension is not (Dimension.Count or Dimension.None) || AreAlike(one, other));

    private static bool AreAlike(FigureEntry one, FigureEntry other) =>
        AreComparable(one, other) && (one.Figure.Quantity.Unit == other.Figure.Quantity.Unit || one.Rival?.Id == other.Figure.Id || other.Rival?.Id == one.Figure.Id || one.Noun.Length == 0 != (other.Noun.Length == 0) || one.Noun.Intersect(other.Noun).Any() || AreNear(one, other));

    /// <summary>"Objects" and "pieces": nouns of one meaning.</summary>
    private static bool AreNear(FigureEntry one, FigureEntry other) =>
        one.Noun.Length > 0 && other.Noun.Length > 0 && Core.Language.Lexicon.English.Similarity(one.Noun[^1], other.Noun[^1]) >= 0.6;
}
