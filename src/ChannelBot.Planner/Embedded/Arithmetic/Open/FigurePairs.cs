using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Open;

/// <summary>Finds the two figures of the article that a request speaks of, where no phrase of its own stands for each.</summary>
internal sealed class FigurePairs(RequestContext context)
{
    /// <summary>Below this share of its words, two figures are not what a request is about.</summary>
    private const double Covers = 0.56;

    /// <summary>The same for two that the article itself sets against each other: fewer words tell them.</summary>
    private const double CoversLinked = 0.5;

    /// <summary>The same where the request, too, sets now against then.</summary>
    private const double CoversFormer = 0.36;

    /// <summary>The same where a single word tells what was and what is now: "what have kittiwakes dropped by".</summary>
    private const double CoversAlone = 0.7;

    /// <summary>Two pairs that score so near say nothing about which is meant.</summary>
    private const double Alike = 0.03;

    private const double Related = 0.12;

    /// <summary>A figure must answer to so much of the request by itself, or be set beside the other by the article.</summary>
    private const double Least = 0.22;

    /// <summary>So much of the request must speak of the one and not of the other.</summary>
    private const double Apart = 0.05;

    private readonly FigureCover _cover = context.Cover;
    private readonly AskedMeasure _asked = new(context);

    public FigureCover Cover => _cover;

    /// <summary>The request speaks of what was before.</summary>
    public bool AsksFormer { get; } = context.Says("last", "previous", "previously", "earlier", "before", "ago", "former", "formerly", "used", "old");

    private IReadOnlyList<FigureEntry> Entries => context.Resolver.Index.Entries;

    /// <summary>The pair that fits best, if it fits well and no other fits as well.</summary>
    /// <param name="isNamed">The request names the second in a phrase of its own.</param>
    public (FigureEntry First, FigureEntry Second)? Best(Func<FigureEntry, FigureEntry, bool> mayBe, bool isNamed = false)
    {
        (FigureEntry, FigureEntry)? best = null;
        double bestScore = 0, next = 0;
        foreach (var one in Entries)
        {
            foreach (var other in Entries)
            {
                if (one == other || !_asked.MayBe(one) || !_asked.MayBe(other) || !mayBe(one, other))
                {
                    continue;
                }

                var score = Score(one, other, isNamed);
                if (score > bestScore)
                {
                    (best, bestScore, next) = ((one, other), score, best is (var a, var b) && AreSame(a, b, one, other) ? next : bestScore);
                }
                else if (score > next && !(best is (var c, var d) && AreSame(c, d, one, other)))
                {
                    next = score;
                }
            }
        }

        return bestScore - next >= Alike && best is not null ? best : new ToldPairs(context, _asked).Of(mayBe);
    }

    /// <summary>The one figure that fits best by itself, if it fits well and no other fits as well.</summary>
    public FigureEntry? Best(Func<FigureEntry, bool> mayBe)
    {
        var ranked = Entries.Where(entry => _asked.MayBe(entry) && mayBe(entry)).Select(entry => (Entry: entry, Cover: _cover.Of(entry)))
            .OrderByDescending(candidate => candidate.Cover).Take(2).ToArray();
        return ranked is [var best, .. var others] && _cover.Count > 1 && best.Cover >= Covers && !others.Any(other => other.Cover > best.Cover - (2 * Alike)) ? best.Entry : null;
    }

    /// <summary>The article itself gives what the figure was before.</summary>
    public bool HasFormer(FigureEntry after) =>
        Entries.Any(entry => entry.IsFormer && entry.Figure.Sentence == after.Figure.Sentence && AreOfOneKind(entry, after));

    /// <summary>The one may be counted among the other: things of one name, or of names that mean nearly the same; money told of side by side.</summary>
    public bool AreAlike(FigureEntry part, FigureEntry whole) => AreLinked(part, whole)
        || (part.Figure.Form is NumberForm.Money && Math.Abs(Paragraph(part) - Paragraph(whole)) <= 1)
        || (part.Noun.Length > 0 && whole.Noun.Length > 0 && (part.Noun[^1] == whole.Noun[^1] || context.Resolver.Index.Near(part.Noun[^1]).Any(near => near.Stem == whole.Noun[^1] && near.Similarity >= 0.6f)));

    public int Paragraph(FigureEntry entry) => context.Knowledge.Sentences.First(sentence => sentence.Id == entry.Figure.Sentence).Paragraph;

    /// <summary>One figure of the article answers to as much of the request as the two together: it is the answer.</summary>
    public bool IsGiven(FigureEntry one, FigureEntry other) =>
        Entries.Any(entry => entry != one && entry.Figure.Form == other.Figure.Form && _asked.MayBe(entry) && _cover.Of(entry) >= _cover.Of(one, other) - Alike);

    /// <summary>The article sets the two against each other, makes one a part of the other, or tells the one as a change that led to the other.</summary>
    public static bool AreLinked(FigureEntry one, FigureEntry other) => IsLinked(one, other.Figure.Id) || IsLinked(other, one.Figure.Id) || IsListed(one.Figure, other.Figure) || IsListed(other.Figure, one.Figure);

    /// <summary>"Aged 23 and 41".</summary>
    private static bool IsListed(Figure one, Figure other) =>
        one.Sentence == other.Sentence && one.Form == other.Form && other.Start > one.End && other.Start - one.End <= " and ".Length;

    private static bool IsLinked(FigureEntry entry, string id) => entry.Rival?.Id == id || entry.Whole?.Id == id || entry.Figure.BaseOf == id;

    /// <summary>They are linked, or named in one breath.</summary>
    private static bool AreRelated(FigureEntry one, FigureEntry other) => AreLinked(one, other)
        || (one.Figure.Sentence == other.Figure.Sentence && one.Figure.Form == other.Figure.Form && one.Figure.Quantity.Unit == other.Figure.Quantity.Unit);

    private double Score(FigureEntry one, FigureEntry other, bool isNamed)
    {
        var isRelated = AreRelated(one, other);
        var together = _cover.Of(one, other);
        if (!isRelated && IsOfOtherTime(one, other))
        {
            return 0;
        }

        if (together < Needed(one, other) || (_cover.Count < 2 && one.Figure.Form is not NumberForm.Age && !((one.IsFormer || other.IsFormer) && AreLinked(one, other) && together >= CoversAlone)) || (!isRelated && (_cover.Of(one) < Least || _cover.Of(other) < Least || _cover.Own(one, other) < Apart || (!isNamed && _cover.Own(other, one) < Apart))))
        {
            return 0;
        }

        if (isNamed)
        {
            return _cover.Of(one) + (isRelated ? Related : 0);
        }

        // Both answer to what is asked; a figure whose like answers better is another one.
        return together + (0.25 * Math.Min(_cover.Of(one), _cover.Of(other))) + (isRelated ? Related : 0);
    }

    /// <summary>The request sets a number against that of last year or of another year, and neither figure is of that time.</summary>
    private bool IsOfOtherTime(FigureEntry one, FigureEntry other)
    {
        for (var i = 0; i < context.Words.Count; i++)
        {
            var isLast = context.Words[i].Lower is "last" or "previous" && i + 1 < context.Words.Count && (context.Words[i + 1].Classes & WordClass.Date) != 0;
            if ((isLast || context.Words[i].Kind is NumberKind.Year) && !IsOf(context.Words[i].Lower, one) && !IsOf(context.Words[i].Lower, other))
            {
                return true;
            }
        }

        return false;

        bool IsOf(string time, FigureEntry entry) =>
            context.Knowledge.Sentences.First(sentence => sentence.Id == entry.Figure.Sentence).Text.Contains(time, StringComparison.OrdinalIgnoreCase);
    }

    private double Needed(FigureEntry one, FigureEntry other) =>
        !AreLinked(one, other) ? Covers : AsksFormer && (one.IsFormer || other.IsFormer) ? CoversFormer : CoversLinked;

    private static bool AreSame(FigureEntry a, FigureEntry b, FigureEntry c, FigureEntry d) =>
        (Same(a, c) && Same(b, d)) || (Same(a, d) && Same(b, c));

    private static bool Same(FigureEntry one, FigureEntry other) =>
        one == other || (one.Figure.Quantity.Value == other.Figure.Quantity.Value && one.Figure.Form == other.Figure.Form);

    public static bool AreOfOneKind(FigureEntry one, FigureEntry other) =>
        one.Each == other.Each && Kind(one.Figure) == Kind(other.Figure) && (one.Figure.Quantity.Unit.Dimension is not Dimension.Money || one.Figure.Quantity.Unit == other.Figure.Quantity.Unit);

    private static (Dimension, bool) Kind(Figure figure)
    {
        var dimension = figure.Quantity.Unit.Dimension;
        return (dimension is Dimension.None ? Dimension.Count : dimension, figure.Form is NumberForm.Age);
    }
}
