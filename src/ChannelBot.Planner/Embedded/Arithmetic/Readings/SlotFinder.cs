using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Requests;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Finds the numbers that a request may be about: those that stand in it, figures of the article that it may speak of, and what the last
/// calculation took and gave.</summary>
internal sealed class SlotFinder(RequestContext context, int goal)
{
    private const int MostFigures = 6;

    /// <summary>So many figures of the likeliest sentences are looked at besides.</summary>
    private const int MostTold = 8;

    /// <summary>A number as small as this may stand for anything, whatever figure has it too.</summary>
    private const int SmallNumber = 20;

    private const int MostPercent = 100;

    private readonly List<Slot> _slots = [];
    private readonly List<(FigureEntry Entry, double Cover)> _figures = [];

    private FigureEntry? _bestOfAll, _bestOfGoal, _bestBefore;

    private RequestWords Words => context.Words;

    private OperandResolver Resolver => context.Resolver;

    public Slot[] Find()
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i].IsNumber)
            {
                AddNumber(i);
            }
            else if (WordNumbers.Of(Words[i].Lower) is var number && !number.IsZero)
            {
                _slots.Add(new Slot(new ConstantTerm(number, WordNumbers.Said(number)), number.ToDouble(), Measure.Factor, SlotSource.Word, i, []));
            }
            else
            {
                foreach (var (lot, link) in LotWords.At(context, i))
                {
                    _slots.Add(new Slot(new ConstantTerm(lot, NumberText.Exact(lot)), lot.ToDouble(), Measure.Factor, SlotSource.Lot, i, [link]));
                }
            }
        }

        AddFigures();
        _slots.AddRange(new PastNumbers(context).Besides(_slots));
        return [.. _slots.Select((slot, at) => slot with { Index = at, Figures = [.. Wording.Figures(slot.Term).Select(figure => Resolver.Index[figure.Id])] })];
    }

    private void AddNumber(int at)
    {
        var mention = context.Question.Numbers[Words[at].Number];
        if (mention.Form is NumberForm.Year)
        {
            return;
        }

        var value = mention.Quantity.Value.ToDouble();
        foreach (var entry in Resolver.Index.Entries)
        {
            if (entry.Figure.Quantity.Value == mention.Quantity.Value && OperandResolver.IsShare(entry.Figure.Form) == OperandResolver.IsShare(mention.Form) && OperandResolver.IsCountable(entry.Figure.Form)
                && !_slots.Exists(slot => slot.At == at && slot.Value.Equals(value)))
            {
                _slots.Add(new Slot(new FigureTerm(entry), value, Measures.Of(entry.Figure.Quantity.Unit, entry.Figure.Form), SlotSource.Said, at, [Math.Abs(value) > SmallNumber ? Links.Large : Links.Small]));
            }
        }

        if (Math.Abs(value) > SmallNumber && _slots.Exists(slot => slot.At == at))
        {
            return;
        }

        var text = context.Question.Text[mention.NumberStart..mention.NumberEnd];
        switch (mention.Form)
        {
            case NumberForm.Fraction or NumberForm.OneIn or NumberForm.Multiplier:
                _slots.Add(new Slot(new ConstantTerm(mention.Quantity.Value, text), value, Measure.Factor, SlotSource.User, at, []));
                break;
            case NumberForm.Duration:
                AddSpan(at, mention, text);
                break;
            default:
                _slots.Add(new Slot(Resolver.User(new Range(at, at + 1)), value, Measures.Of(mention.Quantity.Unit, mention.Form), SlotSource.User, at, []));
                AddBarePercent(at, mention, text);
                break;
        }
    }

    /// <summary>"And if it had been 25?", after so many percent: it may be a percentage as well.</summary>
    private void AddBarePercent(int at, NumberMention mention, string text)
    {
        if (mention is { Form: NumberForm.Count, Quantity: { Unit.Dimension: Dimension.None or Dimension.Count, Value: var value } } && value > 0 && value <= MostPercent
            && context.Question.Conversation.Turns is [.., var last] && (last.Question.Contains('%') || last.Answer.AllWorking().Any(working => working.Operands.Any(operand => operand.Value <= MostPercent) && working.Function.Contains("change", StringComparison.Ordinal))
                || last.Question.Contains("percent", StringComparison.OrdinalIgnoreCase) || last.Question.Contains("per cent", StringComparison.OrdinalIgnoreCase)))
        {
            _slots.Add(new Slot(new UserTerm(Quantity.Exact(value, Unit.Percent), text), value.ToDouble(), Measure.Percent, SlotSource.User, at, [Links.Bare]));
        }
    }

    /// <summary>A length of time, as it is said and in the unit that the request asks for.</summary>
    private void AddSpan(int at, NumberMention mention, string text)
    {
        _slots.Add(new Slot(new ConstantTerm(mention.Quantity.Value, text), mention.Quantity.Value.ToDouble(), Measure.Time, SlotSource.User, at, [Links.Span]));
        for (var i = 0; i < Words.Count; i++)
        {
            if (!Words[i].IsNumber && AverageRequests.UnitOf(Words[i].Classes) is { } unit && unit != mention.Quantity.Unit && UnitConversion.CanConvert(mention.Quantity.Unit, unit)
                && UnitConversion.In(mention.Quantity, unit).Value is var count && !_slots.Exists(slot => slot.At == at && slot.Value.Equals(count.ToDouble())))
            {
                _slots.Add(new Slot(new ConstantTerm(count, NumberText.Exact(count)), count.ToDouble(), Measure.Time, SlotSource.User, at, [Links.TurnedSpan]));
            }
        }
    }

    private void AddFigures()
    {
        foreach (var entry in Resolver.Index.Entries)
        {
            if (OperandResolver.IsCountable(entry.Figure.Form) && !OperandResolver.IsStray(entry.Figure) && context.Cover.Of(entry) is > 0 and var cover)
            {
                _figures.Add((entry, cover));
            }
        }

        (_bestOfAll, _bestOfGoal, _bestBefore) = (BestOf(0, Words.Count), BestOf(goal, Words.Count), BestOf(0, goal));
        _figures.Sort((one, other) => other.Cover.CompareTo(one.Cover));
        var last = Resolver.LastFigure();
        var cited = context.Question.Conversation.Turns is [.., { Answer: var answer }] ? answer.AllCitations() : [];
        var told = Resolver.Index.Entries.Where(entry => context.Sentences.RankOf(entry) is var rank && (rank == 1 || (rank == 2 && !OperandResolver.IsStray(entry.Figure)))).OrderBy(context.Sentences.RankOf).Take(MostTold);
        var near = Resolver.Index.Entries.Where(entry => entry == context.Main() || entry == last || cited.Any(citation => entry.Figure.Start >= citation.Start && entry.Figure.End <= citation.End));
        foreach (var entry in _figures.Take(MostFigures).Select(figure => figure.Entry).Concat(told.Concat(near).Where(entry => OperandResolver.IsCountable(entry.Figure.Form))).Distinct())
        {
            AddFigure(entry, entry == last, cited.Any(citation => entry.Figure.Start >= citation.Start && entry.Figure.End <= citation.End));
        }
    }

    private FigureEntry? BestOf(int from, int to) => from < to ? Resolver.Best(new Range(from, to))?.Entry : null;

    private void AddFigure(FigureEntry entry, bool isLast, bool isCited)
    {
        var figure = entry.Figure;
        var links = LinksOf(entry, isLast, isCited);
        if (!_slots.Exists(slot => slot.Source is SlotSource.Said && slot.Term is FigureTerm said && said.Entry == entry))
        {
            _slots.Add(new Slot(new FigureTerm(entry), figure.Quantity.Value.ToDouble(), Measures.Of(figure.Quantity.Unit, figure.Form), SlotSource.Figure, -1, links));
        }

        if (entry.Whole is { } whole)
        {
            _slots.Add(new Slot(Resolver.RestOf(entry), (whole.Quantity.Value - figure.Quantity.Value).ToDouble(), Measures.Of(whole.Quantity.Unit, whole.Form), SlotSource.Rest, -1, links));
        }

        if (figure is { Direction: not 0, BaseOf: { } id } && figure.Quantity.Unit == Unit.Percent && Resolver.Index.Find(id) is { } after)
        {
            var before = OperandResolver.BaseOf(after, entry);
            _slots.Add(new Slot(before, RequestContext.Estimate(before).ToDouble(), Measures.Of(after.Figure.Quantity.Unit, after.Figure.Form), SlotSource.Base, -1, links));
        }
    }

    private Sign[] LinksOf(FigureEntry entry, bool isLast, bool isCited)
    {
        var cover = context.Cover.Of(entry);
        var best = _figures.Count > 0 ? _figures[0].Cover : 0;
        var matches = Resolver.Matches(new Range(0, Words.Count));
        var match = matches.FirstOrDefault(candidate => candidate.Entry == entry);
        var links = new List<Sign>();
        for (var step = 1; step <= Links.Cover.Length; step++)
        {
            if (cover * 6 >= step)
            {
                links.Add(Links.Cover[step - 1]);
            }
        }

        Add(cover >= best - 0.02 && cover > 0, Links.Best);
        Add(cover >= best - 0.15, Links.Near);
        Add(context.Cover.Names(entry), Links.Named);
        Add(best < 0.2, Links.NothingNamed);
        Add(entry == context.Main(), best < 0.2 ? Links.MainAlone : Links.Main);
        Add(isLast, best < 0.2 ? Links.LastAlone : Links.Last);
        Add(isCited, Links.Cited);
        Add(match is { EventMatched: true }, Links.Event);
        Add(match is { IsOpposed: true }, Links.Opposed);
        Add(match is { MarksMatched: > 0 }, Links.Marks);
        Add(match is { NounMatched: true }, Links.Noun);
        Add(match is not { EventMatched: true } && matches.Any(other => other.EventMatched), Links.OthersEvent);
        Add(match is not { NounMatched: true } && matches.Any(other => other.NounMatched), Links.OthersNoun);
        Add(match is { Core: >= OperandResolver.Names }, Links.Core);
        Add(match is not { Core: >= OperandResolver.Names } && matches.Any(other => other.Core >= OperandResolver.Names && !other.IsOpposed), Links.OthersCore);
        Add(matches.Count > 0 && matches[0] == match, Links.First);
        Add(match is not null && match.Score >= matches[0].Score - OperandResolver.Alike, Links.NearlyFirst);
        Add(_bestOfAll == entry, Links.Best);
        Add(_bestOfGoal == entry, Links.BestOfQuestion);
        Add(_bestBefore == entry, Links.BestBefore);
        Add(entry.Whole is not null, Links.Part);
        Add(entry.IsTotal, Links.Total);
        Add(entry.Figure.Direction != 0, Links.Change);
        Add(entry.IsFormer, Links.Former);
        Add(entry.Side != Side.None, Links.Sided);
        return [.. links];

        void Add(bool isSo, Sign link)
        {
            if (isSo)
            {
                links.Add(link);
            }
        }
    }
}
