using ChannelBot.Core.Language;

namespace ChannelBot.Core.Retrieval;

/// <summary>A term of the collection that a question word may mean.</summary>
/// <param name="Weight">1 for the word itself.</param>
internal readonly record struct ReachedTerm(int Term, float Weight, bool IsDerived);

/// <summary>Finds the terms of a collection that mean what a question word means: itself, synonyms, words of the same root.</summary>
internal sealed class TermReach(Vocabulary vocabulary)
{
    private const int MostRemembered = 20_000;
    private const int ShortestRoot = 4;

    private readonly WordTable<ReachedTerm[]> _known = new(MostRemembered);

    /// <summary>The word itself first, where the collection has it.</summary>
    public ReachedTerm[] Of(string stem)
    {
        if (_known.Find(stem) is { } known)
        {
            return known;
        }

        var reached = Find(stem);
        _known.Add(stem, reached);
        return reached;
    }

    private ReachedTerm[] Find(string stem)
    {
        var reached = new List<ReachedTerm>();
        if (vocabulary.Find(stem) is >= 0 and var same)
        {
            reached.Add(new ReachedTerm(same, 1, false));
        }

        foreach (var (related, similarity) in Lexicon.English.Related(stem))
        {
            if (vocabulary.Find(related) is >= 0 and var term)
            {
                reached.Add(new ReachedTerm(term, (float)similarity, false));
            }
        }

        AddSameRoot(stem, reached);
        return [.. reached];
    }

    /// <summary>Stems that share most of their letters from the beginning: "communist" and "communism".</summary>
    private void AddSameRoot(string stem, List<ReachedTerm> reached)
    {
        if (stem.Length < ShortestRoot || !char.IsAsciiLetter(stem[0]) || stem.Contains('_', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var other in vocabulary.StartingWith(stem.AsSpan(0, ShortestRoot)))
        {
            var longer = Math.Max(stem.Length, other.Length);
            var share = (float)stem.AsSpan().CommonPrefixLength(other) / longer;
            var term = vocabulary.Find(other);
            if (share >= 0.6f && !reached.Exists(known => known.Term == term))
            {
                reached.Add(new ReachedTerm(term, share, true));
            }
        }
    }
}
