using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <content>What follows from figures: what is left of a whole, what a number was before a change.</content>
internal sealed partial class OperandResolver
{
    /// <summary>What is left of a whole without its part, where the phrase speaks of the other side of the part's event.</summary>
    public ComputedTerm? OtherSide(Range range)
    {
        var (from, to) = words.Tokens(range);
        if (Without(range) is { } without)
        {
            return without;
        }

        var side = SideOf(from, to);
        if (side == Side.None)
        {
            return null;
        }

        FigureEntry? part = null;
        foreach (var match in Matches(range))
        {
            if (!match.EventMatched || match.Entry.Side == Side.None)
            {
                continue;
            }

            if (match.Entry.Side == side)
            {
                return null;
            }

            part ??= match.Entry.Whole is not null ? match.Entry : null;
        }

        part ??= PointsBack(range) ? LastFigure() is { Whole: not null } last && last.Side != side && last.Side != Side.None ? last : null : null;
        return part is null ? null : RestOf(part);
    }

    /// <summary>"Outside the valley", "not by post": a whole without the part that has this place or mark.</summary>
    private ComputedTerm? Without(Range range)
    {
        for (var i = range.From; i + 1 < range.To; i++)
        {
            if ((words[i].Classes & WordClass.Negate) == 0)
            {
                continue;
            }

            foreach (var match in Matches(new Range(i + 1, range.To)))
            {
                if (match is { IsOpposed: false, Entry: { Whole: not null } part } && (match.MarksMatched > 0 || match.Score > 0.6))
                {
                    return new ComputedTerm("subtract", [new FigureTerm(_index[part.Whole.Id]), new FigureTerm(part)], ComputedRole.Rest, FigureWords.Without(part));
                }
            }
        }

        return null;
    }

    /// <summary>The two sides of one event, where one phrase says "before" and the other "since", and either names the event.</summary>
    public (Term First, Term Second)? Sides(Range first, Range second)
    {
        var (from, to) = words.Tokens(first);
        var (from2, to2) = words.Tokens(second);
        var (side, side2) = (SideOf(from, to), SideOf(from2, to2));
        if (side == Side.None || side2 == Side.None || side == side2)
        {
            return null;
        }

        foreach (var range in (ReadOnlySpan<Range>)[second, first])
        {
            foreach (var match in Matches(range))
            {
                if (match is { EventMatched: true, Entry: { Whole: not null, Side: not Side.None } part })
                {
                    Term figure = new FigureTerm(part);
                    return part.Side == side ? (figure, RestOf(part)) : (RestOf(part), figure);
                }
            }
        }

        return null;
    }

    /// <summary>Both sides of one event, in the order in which the request speaks of them: "arrivals after the vote against those before it".</summary>
    public (Term First, Term Second)? BothSides()
    {
        var first = Side.None;
        var isBoth = false;
        for (var i = 0; i < words.Count; i++)
        {
            var side = WordClasses.SideAt(Question.Tokens, words[i].Token);
            first = first == Side.None ? side : first;
            isBoth |= side != Side.None && side != first;
        }

        if (!isBoth)
        {
            return null;
        }

        foreach (var match in Matches(new Range(0, words.Count)))
        {
            if (match is { EventMatched: true, Entry: { Whole: not null, Side: not Side.None } part })
            {
                return part.Side == first ? (new FigureTerm(part), RestOf(part)) : (RestOf(part), new FigureTerm(part));
            }
        }

        return null;
    }

    public ComputedTerm RestOf(FigureEntry part) => new(
        "subtract", [new FigureTerm(_index[part.Whole!.Id]), new FigureTerm(part)], ComputedRole.Rest, FigureWords.OtherSide(part));

    /// <summary>What a figure was before the change that the article gives for it.</summary>
    public ComputedTerm? Base(Range range)
    {
        var (from, to) = words.Tokens(range);
        ComputedTerm? only = null;
        var several = false;
        foreach (var entry in _index.Entries)
        {
            var change = entry.Figure;
            if (change is not { Direction: not 0, BaseOf: { } id } || change.Quantity.Unit != Unit.Percent || _index.Find(id) is not { } after
                || !SpeaksOfComparator(from, to, change) || !IsAbout(range, entry, after))
            {
                continue;
            }

            var matches = Matches(range);
            if (matches.Any(match => (match.Entry == entry || match.Entry == after) && match.Core >= Names && match.Score > matches[0].Score - FarBehind))
            {
                return BaseOf(after, entry);
            }

            several |= only is not null;
            only = BaseOf(after, entry);
        }

        // "A year earlier" by itself is about the one change there is; with another figure's noun it is about that, and "boats" without a figure about none.
        return several || NamesUnknown(range) || Matches(range).Any(match => match.Core >= Names && !match.IsOpposed) ? null : only;
    }

    /// <summary>The figures answer to what the phrase names; to what the whole request names, where the phrase names nothing: "than last year".</summary>
    public bool IsAbout(Range range, params ReadOnlySpan<FigureEntry> figures)
    {
        var (from, to) = words.Tokens(range);
        if (Topic.Names(from, to))
        {
            return Topic.IsOf(from, to, figures);
        }

        (from, to) = words.Tokens(new Range(0, words.Count));
        return Topic.IsOf(from, to, figures);
    }

    public static ComputedTerm BaseOf(FigureEntry after, FigureEntry change) => new(
        "value_before_change", [new FigureTerm(after), Signed(change)], ComputedRole.Base, change.Figure.Comparator);

    /// <summary>The change with its sign: a fall is negative.</summary>
    public static Term Signed(FigureEntry change) =>
        change.Figure.Direction < 0 && change.Figure.Quantity.Value.IsPositive ? new NegativeTerm(new FigureTerm(change)) : new FigureTerm(change);

    private bool PointsBack(Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (words[i].Lower is "that" or "it" or "this" or "then")
            {
                return true;
            }
        }

        return words[range.To - 1].Lower is "before" or "after" or "since" or "beforehand" or "afterwards";
    }

    /// <summary>The phrase breaks off at "before" or "since": it speaks of a time that it does not name.</summary>
    private bool EndsOnSide(Range range) => (words[range.To - 1].Classes & (WordClass.Before | WordClass.After)) != 0;

    private bool IsRest(Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (s_rest.Contains(words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    public Side SideOf(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (WordClasses.SideAt(Question.Tokens, i) is var side and not Side.None)
            {
                return side;
            }
        }

        return Side.None;
    }

    /// <summary>The words name the time that the article compares with: its year, or "last year", "the same period", "a year earlier".</summary>
    private bool SpeaksOfComparator(int from, int to, Figure change)
    {
        var isEarlier = false;
        var isYearly = false;
        for (var i = from; i < to; i++)
        {
            var lower = Question.Tokens[i].Lower;
            var classes = WordClasses.Of(lower);
            if (lower.Length == 4 && char.IsAsciiDigit(lower[0]) && change.Comparator?.Contains(lower, StringComparison.Ordinal) == true)
            {
                return true;
            }

            isEarlier |= (classes & (WordClass.Last | WordClass.Earlier | WordClass.Same)) != 0 || lower is "before" or "ago";
            isYearly |= (classes & WordClass.Year) != 0 || lower is "period" or "time" or "point" or "stage"
                || (lower is "month" or "quarter" or "week" && change.Comparator?.Contains(lower, StringComparison.Ordinal) == true);
        }

        return isEarlier && isYearly;
    }
}
