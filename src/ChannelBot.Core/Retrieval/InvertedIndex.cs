namespace ChannelBot.Core.Retrieval;

/// <summary>A document that a search found.</summary>
/// <param name="Document">Its number: documents count from 0 in the order they were added.</param>
public readonly record struct ScoredDocument(int Document, double Score);

/// <summary>A stem to search for, and how much it counts.</summary>
public readonly record struct QueryTerm(string Stem, double Weight);

/// <summary>Finds documents by their stems with BM25, rarity taken from the collection at hand.</summary>
/// <remarks>The cost of a search grows with the places where its terms stand, not with the collection.</remarks>
public sealed class InvertedIndex
{
    /// <summary>How fast more of the same word stops counting.</summary>
    private const float Saturation = 1.2f;

    /// <summary>How far a long document is marked down: sentences are chosen for what they hold, less for being short.</summary>
    private const float LengthPenalty = 0.3f;

    [ThreadStatic]
    private static float[]? scores;

    private readonly Vocabulary _vocabulary = new();
    private readonly List<PostingList> _postings = [];
    private readonly List<float> _lengths = [];
    private double _totalLength;

    /// <summary>How many documents there are.</summary>
    public int Count => _lengths.Count;

    internal Vocabulary Vocabulary => _vocabulary;

    /// <summary>Adds a document; searches must wait until all are added.</summary>
    /// <param name="terms">Its stems, each with the weight of the field it stands in; a stem may come many times.</param>
    /// <returns>The document's number.</returns>
    public int Add(IEnumerable<QueryTerm> terms)
    {
        var document = Count;
        float length = 0;
        foreach (var (stem, weight) in terms)
        {
            ListOf(_vocabulary.Add(stem)).Add(document, (float)weight);
            length += (float)weight;
        }

        AddLength(length);
        return document;
    }

    /// <summary>The best <paramref name="top"/> documents, best first; equal ones in their order.</summary>
    public IReadOnlyList<ScoredDocument> Search(IReadOnlyList<QueryTerm> query, int top)
    {
        var found = new List<int>();
        var sums = Scores(Count);
        foreach (var (stem, weight) in query)
        {
            if (_vocabulary.Find(stem) is >= 0 and var term)
            {
                AddScores(term, (float)weight, sums, found);
            }
        }

        var best = new BestOf(top);
        foreach (var document in found)
        {
            best.Offer(document, sums[document]);
            sums[document] = 0;
        }

        return best.InOrder();
    }

    /// <summary>How rare the stem is: 0 and more.</summary>
    public double Rarity(string stem) => _vocabulary.Find(stem) is >= 0 and var term ? Rarity(_postings[term].Count, Count) : Rarity(0, Count);

    internal static float Rarity(int documentsWithTerm, int documents) =>
        MathF.Log(1 + ((documents - documentsWithTerm + 0.5f) / (documentsWithTerm + 0.5f)));

    internal PostingList ListOf(int term)
    {
        while (_postings.Count <= term)
        {
            _postings.Add(new PostingList());
        }

        return _postings[term];
    }

    internal void AddLength(float length)
    {
        _lengths.Add(length);
        _totalLength += length;
    }

    /// <summary>Adds what the term is worth in each document that has it; the sums are zero where nothing was added.</summary>
    internal void AddScores(int term, float weight, float[] sums, List<int> found)
    {
        var postings = _postings[term];
        var rarity = Rarity(postings.Count, Count) * weight;
        var average = (float)(_totalLength / Count);
        for (var i = 0; i < postings.Count; i++)
        {
            var document = postings.Documents[i];
            var frequency = postings.Weights[i];
            var norm = Saturation * (1 - LengthPenalty + (LengthPenalty * _lengths[document] / average));
            if (sums[document] == 0)
            {
                found.Add(document);
            }

            sums[document] += rarity * frequency * (Saturation + 1) / (frequency + norm);
        }
    }

    /// <summary>Sums of one search, all zero; whoever takes them leaves them so.</summary>
    internal static float[] Scores(int count)
    {
        if (scores is null || scores.Length < count)
        {
            scores = new float[count];
        }

        return scores;
    }
}
