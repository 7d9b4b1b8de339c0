using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Finds, in one phrase, a part and its whole, or all the figures of a kind.</summary>
internal sealed class OperandGroups(OperandResolver resolver)
{
    /// <summary>Figures that fall behind the best by more than this are about something else.</summary>
    private const double Near = 0.15;

    /// <summary>"this year's arrivals came since the election": the part since the election, the whole of this year.</summary>
    public (Term Part, Term Whole)? Pair(Range range)
    {
        if (resolver.OtherSide(range) is { } rest)
        {
            return (rest, rest.Operands[0]);
        }

        var matches = resolver.Matches(range);
        foreach (var match in matches)
        {
            if (match is { IsOpposed: false, Entry.Whole: { } whole } && match.Score >= OperandResolver.Fits
                && (match.MarksMatched > 0 || (match.Entry == matches[0].Entry && match.Core >= OperandResolver.Names)))
            {
                return (new FigureTerm(match.Entry), new FigureTerm(resolver.Index[whole.Id]));
            }
        }

        return Subset(range) ?? Split(range);
    }

    /// <summary>All figures of the kind that the phrase names, with its constraints; none where it is one figure or none.</summary>
    public IReadOnlyList<FigureEntry> Like(Range range)
    {
        var like = new List<FigureMatch>();
        foreach (var match in resolver.Matches(range))
        {
            if (!match.NounMatched || match.IsOpposed || match.Figure.Form is not (NumberForm.Count or NumberForm.Money or NumberForm.Measure))
            {
                continue;
            }

            if (like.Count == 0 || (match.Score >= like[0].Score - Near && match.Figure.Quantity.Unit == like[0].Figure.Quantity.Unit && match.Entry.Each == like[0].Entry.Each))
            {
                like.Add(match);
            }
        }

        // A total of the kind holds the others.
        like.RemoveAll(match => match.Entry.IsTotal && like.Exists(other => !other.Entry.IsTotal));

        // What is part of another figure in the list is counted there already.
        like.RemoveAll(match => match.Entry.Whole is { } whole && like.Exists(other => other.Figure.Id == whole.Id));
        return like.Count < 2 ? [] : [.. like.Select(match => match.Entry).OrderBy(entry => entry.Index)];
    }

    public static ComputedTerm Total(IReadOnlyList<FigureEntry> figures) =>
        new("sum", [.. figures.Select(figure => new FigureTerm(figure))], ComputedRole.Total);

    /// <summary>"arrivals … died": two figures, one for each half of the phrase.</summary>
    private (Term Part, Term Whole)? Split(Range range)
    {
        (Term, Term)? best = null;
        var bestScore = 0.0;
        for (var at = range.From + 1; at < range.To; at++)
        {
            if (resolver.Best(new Range(range.From, at)) is not { } whole || resolver.Best(new Range(at, range.To)) is not { } part
                || whole.Entry == part.Entry || IsShare(whole) || IsShare(part) || part.Figure.Quantity.Value > whole.Figure.Quantity.Value || whole.Score + part.Score <= bestScore)
            {
                continue;
            }

            bestScore = whole.Score + part.Score;
            best = (new FigureTerm(part.Entry), new FigureTerm(whole.Entry));
        }

        return best;
    }

    /// <summary>"the bodies … on the beach": some of the figures of a kind out of all of them.</summary>
    public (Term Part, Term Whole)? Subset(Range range)
    {
        for (var at = range.From + 1; at < range.To; at++)
        {
            var kind = new Range(range.From, at);
            if (resolver.Best(kind) is { Entry: { IsTotal: true } total } && resolver.Best(range) is { } single && single.Entry != total
                && single.Figure.Quantity.Unit == total.Figure.Quantity.Unit && single.Core >= OperandResolver.Names && !single.Entry.IsTotal)
            {
                return (new FigureTerm(single.Entry), new FigureTerm(total));
            }

            var all = Like(kind);
            if (all.Count < 2 || !all.All(entry => entry.Figure.Quantity.IsCertain))
            {
                continue;
            }

            var some = Like(range);
            IReadOnlyList<FigureEntry> part = some.Count > 0 ? some : resolver.Best(range) is { } one ? [one.Entry] : [];
            if (part.Count > 0 && part.Count < all.Count && part.All(entry => all.Contains(entry)))
            {
                return (part.Count == 1 ? new FigureTerm(part[0]) : Total(part), Total(all));
            }
        }

        return null;
    }

    private static bool IsShare(FigureMatch match) => match.Figure.Quantity.Unit == Unit.Percent;
}
