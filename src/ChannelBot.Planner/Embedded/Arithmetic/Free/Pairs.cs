using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Free;

/// <summary>Finds the two figures of the article that a request as a whole speaks of.</summary>
internal sealed class Pairs(FigureIndex index, Cover cover, Wanted wanted)
{
    /// <summary>What the best pair must be better by than the next.</summary>
    private const double Margin = 0.04;

    private const double LeastCover = 0.42;

    private readonly record struct Ranked(FigureEntry One, FigureEntry Other, double Score);

    /// <param name="fits">Whether the two, in this order, can be the operands.</param>
    /// <param name="isAny">The two need not be of the kind of number that the request asks for, nor told apart by words of their own.</param>
    /// <returns>Null where no pair stands out.</returns>
    public (FigureEntry One, FigureEntry Other)? Best(Func<FigureEntry, FigureEntry, bool> fits, bool isAny = false)
    {
        Ranked? best = null;
        var next = 0.0;
        if (cover.Count == 0)
        {
            return null;
        }

        foreach (var one in index.Entries)
        {
            var own = cover.OwnShare(one);
            foreach (var other in index.Entries)
            {
                if (one == other || (!isAny && (!wanted.Fits(one) || !wanted.Fits(other))) || !OperandResolver.IsCountable(one.Figure.Form) || !OperandResolver.IsCountable(other.Figure.Form) || !fits(one, other) || cover.Of(one, other) is not { } covered)
                {
                    continue;
                }

                var tie = Tie(one, other);
                var theirs = cover.OwnShare(other);
                if (tie < 0.2 && (own == 0 || theirs == 0 || (!isAny && !cover.Tells(one, other))))
                {
                    continue;
                }

                var score = covered + (0.15 * (own + theirs)) + tie;
                if (covered < LeastCover)
                {
                    continue;
                }

                if (best is null || score > best.Value.Score)
                {
                    next = best is { } former && !IsSame(former, one, other) ? Math.Max(next, former.Score) : next;
                    best = new Ranked(one, other, score);
                }
                else if (!IsSame(best.Value, one, other))
                {
                    next = Math.Max(next, score);
                }
            }
        }

        return best is { } found && found.Score >= next + Margin ? (found.One, found.Other) : null;
    }

    /// <summary>The one figure of a kind that answers to all words; null where none or several do.</summary>
    public FigureEntry? Only(Func<FigureEntry, bool> fits)
    {
        var found = index.Entries.Where(entry => fits(entry) && cover.Of(entry, entry) >= LeastCover && cover.OwnShare(entry) > 0).ToArray();
        return found is [var only] ? only : null;
    }

    /// <summary>How closely the article itself ties the two: set against each other, part and whole, of one noun in one sentence.</summary>
    private static double Tie(FigureEntry one, FigureEntry other)
    {
        if (one.Rival?.Id == other.Figure.Id || other.Rival?.Id == one.Figure.Id)
        {
            return 0.3;
        }

        if (one.Whole?.Id == other.Figure.Id || other.Whole?.Id == one.Figure.Id)
        {
            return 0.25;
        }

        if (one.Figure.Sentence == other.Figure.Sentence)
        {
            return AreOfOneNoun(one.Figure, other.Figure) || (one.Figure.Form is NumberForm.Age && other.Figure.Form is NumberForm.Age) ? 0.2 : 0.05;
        }

        return 0;
    }

    private static bool AreOfOneNoun(Figure one, Figure other) =>
        one.Noun is not null && other.Noun is not null && one.Quantity.Unit == other.Quantity.Unit;

    /// <summary>The same two, or two of the same values.</summary>
    private static bool IsSame(Ranked pair, FigureEntry one, FigureEntry other)
    {
        var (a, b) = (pair.One.Figure.Quantity, pair.Other.Figure.Quantity);
        var (c, d) = (one.Figure.Quantity, other.Figure.Quantity);
        return (a.Value == c.Value && b.Value == d.Value) || (a.Value == d.Value && b.Value == c.Value);
    }
}
