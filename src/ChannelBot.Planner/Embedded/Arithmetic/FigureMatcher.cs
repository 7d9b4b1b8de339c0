using System.Buffers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>How well a figure fits a phrase.</summary>
/// <param name="Score">From 0 to about 1: the share of the phrase's words that the figure answers to, less what it says and the phrase does not.</param>
/// <param name="Known">The share of the phrase's words that any figure answers to, rarer words weighing more.</param>
/// <param name="NounMatched">The phrase names what the figure counts.</param>
/// <param name="MarksMatched">How many words of its period and place the phrase has.</param>
/// <param name="Core">How well it answers to the best of the phrase's words that are not of its period or place.</param>
/// <param name="EventMatched">The phrase names the event that the figure's period begins or ends with.</param>
/// <param name="IsOpposed">The phrase speaks of the other side of the figure's event: before, where the figure counts since.</param>
internal sealed record FigureMatch(
    FigureEntry Entry, double Score, double Known, bool NounMatched, int MarksMatched, float Core, bool EventMatched, bool IsOpposed)
{
    public Figure Figure => Entry.Figure;
}

/// <summary>Finds the figures of the article that a phrase of a question speaks of.</summary>
internal static class FigureMatcher
{
    private const double LeastScore = 0.08;

    /// <summary>A word answers to a noun, a period or a place through its like only where it is as near as this.</summary>
    private const float Near = 0.7f;

    private const int MostOnStack = 128;

    /// <summary>The figures that fit tokens <paramref name="from"/> to <paramref name="to"/> (exclusive), best first.</summary>
    public static IReadOnlyList<(Figure Figure, double Score)> Rank(Question question, int from, int to)
    {
        var matches = Match(question, from, to);
        var ranked = new (Figure, double)[matches.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            ranked[i] = (matches[i].Figure, matches[i].Score);
        }

        return ranked;
    }

    /// <summary>As <see cref="Rank"/>, with what a score is made of.</summary>
    public static IReadOnlyList<FigureMatch> Match(Question question, int from, int to) =>
        Match(FigureIndex.Of(question.Knowledge), question.Tokens.AsSpan(from, Math.Max(0, to - from)));

    public static IReadOnlyList<FigureMatch> Match(FigureIndex index, ReadOnlySpan<Token> tokens)
    {
        var count = index.Entries.Count;
        if (count == 0 || FigurePhrase.Read(tokens) is not { Stems.Count: > 0 } phrase)
        {
            return [];
        }

        var rented = count > MostOnStack ? ArrayPool<Fit>.Shared.Rent(count) : null;
        var fits = rented is null ? stackalloc Fit[count] : rented.AsSpan(0, count);
        fits.Clear();
        double total = 0, known = 0;
        for (var i = 0; i < phrase.Stems.Count; i++)
        {
            var rarity = index.Rarity(phrase.Stems[i]);
            total += rarity;
            known += rarity * Math.Min(1, Spread(index, phrase, i, fits));
            foreach (ref var fit in fits)
            {
                fit.Take(rarity);
            }
        }

        var matches = Collect(index, phrase, fits, total, known / total);
        if (rented is not null)
        {
            ArrayPool<Fit>.Shared.Return(rented);
        }

        return matches;
    }

    private static List<FigureMatch> Collect(FigureIndex index, FigurePhrase phrase, Span<Fit> fits, double total, double known)
    {
        var matches = new List<FigureMatch>();
        for (var f = 0; f < fits.Length; f++)
        {
            if (fits[f].Sum <= 0)
            {
                continue;
            }

            var entry = index.Entries[f];
            var isOpposed = (phrase.Which is "this" or "next" && entry.Which is "this" or "next" && phrase.Which != entry.Which) || (fits[f].Event && entry.Side != Side.None && phrase.Side != Side.None && phrase.Side != entry.Side);
            var score = Score(entry, fits[f], phrase, total) * (isOpposed ? 0.5 : 1);
            if (score >= LeastScore)
            {
                matches.Add(new FigureMatch(entry, score, known, fits[f].Noun, fits[f].Marks, fits[f].Core, fits[f].Event, isOpposed));
            }
        }

        matches.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Entry.Index.CompareTo(b.Entry.Index));
        return matches;
    }

    private static double Score(FigureEntry entry, in Fit fit, FigurePhrase phrase, double total)
    {
        var score = fit.Sum / total * FitOfForm(phrase, entry.Figure);
        if (fit.Marks == 0 && entry.Marks.Length > 0)
        {
            score -= entry.Whole is not null ? 0.12 : 0.02;
        }

        if (phrase.Which is { } which && entry.Which is { } own && which != own)
        {
            score -= 0.1;
        }

        return entry.IsFormer && phrase.Side != Side.Before && !phrase.AsksFormer ? score - 0.08 : score;
    }

    /// <summary>Gives each figure the weight that the word has for it, itself or through its like; returns the highest.</summary>
    private static float Spread(FigureIndex index, FigurePhrase phrase, int i, Span<Fit> fits)
    {
        var reached = Raise(index.Postings(phrase.Stems[i]), 1f, fits);
        var (others, length) = index.Synonyms.At(phrase.Stems, i);
        if (length > 0)
        {
            foreach (var other in others)
            {
                reached = Math.Max(reached, Raise(index.Postings(other), 0.95f, fits));
            }
        }

        foreach (var (other, similarity) in index.Near(phrase.Stems[i]))
        {
            reached = Math.Max(reached, Raise(index.Postings(other), (float)similarity, fits));
        }

        return reached;
    }

    private static float Raise(List<FigurePosting> postings, float factor, Span<Fit> fits)
    {
        var reached = 0f;
        foreach (var posting in postings)
        {
            var weight = posting.Weight * factor;
            fits[posting.Figure].Raise(weight, factor >= Near ? posting.Part : FigurePart.None);
            reached = Math.Max(reached, weight);
        }

        return reached;
    }

    private static double FitOfForm(FigurePhrase phrase, Figure figure) => figure.Form switch
    {
        NumberForm.Percent => phrase.AsksShare ? 1 : phrase.AsksCount ? 0.5 : 0.9,
        NumberForm.Money => phrase.AsksShare ? 0.7 : 1,
        NumberForm.Count or NumberForm.Measure => phrase.AsksShare ? 0.7 : 1,
        NumberForm.Fraction or NumberForm.OneIn or NumberForm.Multiplier => phrase.AsksCount ? 0.7 : 0.9,
        NumberForm.Date or NumberForm.Clock or NumberForm.Year or NumberForm.Ordinal => 0.5,
        _ => phrase.AsksShare ? 0.7 : 0.9,
    };

    /// <summary>What the words of a phrase add up to for one figure.</summary>
    private struct Fit
    {
        private float _best;
        private FigurePart _parts;

        public double Sum { get; private set; }

        public float Core { get; private set; }

        public int Marks { get; private set; }

        public bool Noun { get; private set; }

        public bool Event { get; private set; }

        public void Raise(float weight, FigurePart part)
        {
            _best = Math.Max(_best, weight);
            _parts |= part;
        }

        /// <summary>Closes a word.</summary>
        public void Take(double rarity)
        {
            if (_best <= 0)
            {
                return;
            }

            Sum += rarity * _best;
            if (_best >= 0.5f && (_parts & FigurePart.Mark) != 0)
            {
                Marks++;
                Event |= (_parts & FigurePart.Event) != 0;
            }
            else
            {
                Core = Math.Max(Core, _best);
                Noun |= _best >= 0.8f && (_parts & FigurePart.Noun) != 0;
            }

            _best = 0;
            _parts = FigurePart.None;
        }
    }
}
