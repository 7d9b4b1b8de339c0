using System.Runtime.CompilerServices;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>How well a figure fits a phrase.</summary>
/// <param name="Score">From 0 to about 1: the share of the phrase's words that the figure answers to, less what it says and the phrase does not.</param>
/// <param name="Known">The share of the phrase's words that any figure answers to, rarer words weighing more.</param>
/// <param name="NounMatched">The phrase names what the figure counts.</param>
/// <param name="MarksMatched">How many words of its period and place the phrase has.</param>
/// <param name="IsOpposed">The phrase speaks of the other side of the figure's event: before, where the figure counts since.</param>
internal readonly record struct FigureMatch(
    FigureEntry Entry, double Score, double Known, bool NounMatched, int MarksMatched, bool IsOpposed)
{
    public Figure Figure => Entry.Figure;
}

/// <summary>Finds the figures of the article that a phrase of a question speaks of.</summary>
internal static class FigureMatcher
{
    private const double LeastScore = 0.08;

    private static readonly ConditionalWeakTable<FigureIndex, Neighbours> Cache = [];

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
        var phrase = Phrase.Read(tokens);
        var count = index.Entries.Count;
        if (phrase.Stems.Count == 0 || count == 0)
        {
            return [];
        }

        var sums = new double[count];
        var best = new float[count];
        var noun = new bool[count];
        var marks = new int[count];
        double total = 0, known = 0;
        for (var i = 0; i < phrase.Stems.Count; i++)
        {
            Array.Clear(best);
            var stem = phrase.Stems[i];
            var rarity = index.Rarity(stem);
            total += rarity;
            var reached = Spread(index, phrase, i, best);
            known += rarity * Math.Min(1, reached);
            for (var f = 0; f < count; f++)
            {
                sums[f] += rarity * best[f];
                if (best[f] < 0.5f)
                {
                    continue;
                }

                // A word answers to the noun or to the period through its synonyms too: weight says how nearly.
                noun[f] |= best[f] >= 0.8f && IsNoun(index, index.Entries[f], phrase, i);
                marks[f] += IsMark(index, index.Entries[f], phrase, i) ? 1 : 0;
            }
        }

        return Collect(index, phrase, sums, noun, marks, total, known / total);
    }

    private static List<FigureMatch> Collect(
        FigureIndex index, Phrase phrase, double[] sums, bool[] noun, int[] marks, double total, double known)
    {
        var matches = new List<FigureMatch>(sums.Length);
        for (var f = 0; f < sums.Length; f++)
        {
            if (sums[f] <= 0)
            {
                continue;
            }

            var entry = index.Entries[f];
            var score = sums[f] / total;
            var isOpposed = marks[f] > 0 && entry.Side != Side.None && phrase.Side != Side.None && phrase.Side != entry.Side;
            score *= isOpposed ? 0.5 : 1;
            score *= FitOfForm(phrase, entry.Figure);
            if (marks[f] == 0 && entry.Marks.Length > 0)
            {
                score -= entry.Whole is not null ? 0.12 : 0.02;
            }

            if (score >= LeastScore)
            {
                matches.Add(new FigureMatch(entry, score, known, noun[f], marks[f], isOpposed));
            }
        }

        matches.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Entry.Index.CompareTo(b.Entry.Index));
        return matches;
    }

    /// <summary>Gives each figure the weight that the word has for it, itself or through its like; returns the highest.</summary>
    private static float Spread(FigureIndex index, Phrase phrase, int i, float[] best)
    {
        var reached = Raise(index.Postings(phrase.Stems[i]), 1f, best);
        var (others, length) = index.Synonyms.At(phrase.Stems, i);
        if (length > 0)
        {
            foreach (var other in others)
            {
                reached = Math.Max(reached, Raise(index.Postings(other), 0.95f, best));
            }
        }

        foreach (var (other, similarity) in Cache.GetValue(index, static built => new Neighbours(built)).Of(phrase.Stems[i]))
        {
            reached = Math.Max(reached, Raise(index.Postings(other), similarity, best));
        }

        return reached;
    }

    private static float Raise(IReadOnlyList<(int Figure, float Weight)> postings, float factor, float[] best)
    {
        var reached = 0f;
        for (var i = 0; i < postings.Count; i++)
        {
            var weight = postings[i].Weight * factor;
            best[postings[i].Figure] = Math.Max(best[postings[i].Figure], weight);
            reached = Math.Max(reached, weight);
        }

        return reached;
    }

    private static bool IsNoun(FigureIndex index, FigureEntry entry, Phrase phrase, int i) => Touches(index, entry.Noun, phrase, i);

    private static bool IsMark(FigureIndex index, FigureEntry entry, Phrase phrase, int i) => Touches(index, entry.Marks, phrase, i);

    private static bool Touches(FigureIndex index, string[] stems, Phrase phrase, int i)
    {
        if (stems.Length == 0)
        {
            return false;
        }

        if (Array.IndexOf(stems, phrase.Stems[i]) >= 0)
        {
            return true;
        }

        var (others, length) = index.Synonyms.At(phrase.Stems, i);
        if (length > 0 && others.Any(other => Array.IndexOf(stems, other) >= 0))
        {
            return true;
        }

        foreach (var (other, similarity) in Cache.GetValue(index, static built => new Neighbours(built)).Of(phrase.Stems[i]))
        {
            if (similarity >= 0.7f && Array.IndexOf(stems, other) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static double FitOfForm(Phrase phrase, Figure figure) => figure.Form switch
    {
        NumberForm.Percent => phrase.AsksShare ? 1 : phrase.AsksCount ? 0.5 : 0.9,
        NumberForm.Money => phrase.AsksShare ? 0.7 : 1,
        NumberForm.Count or NumberForm.Measure => phrase.AsksShare ? 0.7 : 1,
        NumberForm.Fraction or NumberForm.OneIn or NumberForm.Multiplier => phrase.AsksCount ? 0.7 : 0.9,
        NumberForm.Date or NumberForm.Clock or NumberForm.Year or NumberForm.Ordinal => 0.5,
        _ => phrase.AsksShare ? 0.7 : 0.9,
    };

    /// <summary>The content words of a phrase, and what kind of number it asks for.</summary>
    private sealed record Phrase(IReadOnlyList<string> Stems, Side Side, bool AsksShare, bool AsksCount)
    {
        public static Phrase Read(ReadOnlySpan<Token> tokens)
        {
            var stems = new List<string>(tokens.Length);
            var side = Side.None;
            bool asksShare = false, asksCount = false;
            for (var i = 0; i < tokens.Length; i++)
            {
                var token = tokens[i];
                var classes = WordClasses.Of(token.Lower);
                side = side != Side.None ? side
                    : (classes & WordClass.After) != 0 ? Side.After
                    : (classes & WordClass.Before) != 0 ? Side.Before : Side.None;
                asksShare |= (classes & (WordClass.Share | WordClass.Percent)) != 0 || token.Lower is "%";
                asksCount |= token.Lower is "many";
                if (token.IsWord && !token.IsStopWord && !char.IsAsciiDigit(token.Lower[0]) && (classes & Grammar) == 0)
                {
                    stems.Add(token.Stem);
                }
            }

            return new Phrase(stems, side, asksShare, asksCount);
        }

        /// <summary>Words that say what to do with figures, and not which.</summary>
        private const WordClass Grammar = WordClass.Share | WordClass.Percent | WordClass.Asking | WordClass.More | WordClass.Less | WordClass.Compared
            | WordClass.Gap | WordClass.Question | WordClass.Calculate | WordClass.If | WordClass.Before | WordClass.After | WordClass.Each
            | WordClass.Per | WordClass.Add | WordClass.Subtract;
    }

    /// <summary>Words of an article's figures that are near in meaning to a word of a question. Each word is looked up once.</summary>
    private sealed class Neighbours(FigureIndex index)
    {
        private const int MostRemembered = 20_000;
        private const double LeastSimilarity = 0.5;

        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (string Stem, float Similarity)[]> _known =
            new(StringComparer.Ordinal);

        public (string Stem, float Similarity)[] Of(string stem)
        {
            if (_known.TryGetValue(stem, out var near))
            {
                return near;
            }

            near = [.. index.Words
                .Select(other => (other, (float)Lexicon.English.Similarity(stem, other)))
                .Where(pair => pair.Item2 >= LeastSimilarity && pair.Item2 < 1)];
            if (_known.Count < MostRemembered)
            {
                _known[stem] = near;
            }

            return near;
        }
    }
}
