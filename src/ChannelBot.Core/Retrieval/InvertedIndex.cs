namespace ChannelBot.Core.Retrieval;

/// <summary>A document that a search found.</summary>
/// <param name="Document">Its number: documents count from 0 in the order they were added.</param>
internal readonly record struct ScoredDocument(int Document, double Score);

/// <summary>A term to search for, and how much it counts.</summary>
internal readonly record struct QueryTerm(int Term, float Weight);

/// <summary>Finds documents by the terms they hold with BM25, rarity taken from the collection at hand.</summary>
/// <remarks>The cost of a search grows with the places where its terms stand, not with the collection. Documents are added by one thread before
/// the first search; searches may then run side by side.</remarks>
internal sealed class InvertedIndex
{
    /// <summary>How fast more of the same word stops counting.</summary>
    public const float Saturation = 1.2f;

    /// <summary>How far a long document is marked down: sentences are chosen for what they hold, less for being short.</summary>
    public const float LengthPenalty = 0.3f;

    [ThreadStatic]
    private static float[]? sums;

    [ThreadStatic]
    private static List<int>? found;

    private readonly List<PostingList> _postings = [];
    private readonly List<int> _lengths = [];
    private long _totalLength;

    /// <summary>How many documents there are.</summary>
    public int Count => _lengths.Count;

    /// <summary>How many terms the document has, counting each time that one stands there.</summary>
    public int LengthOf(int document) => _lengths[document];

    /// <summary>Where the term stands; an empty list for a term that no document has.</summary>
    public PostingList Of(int term) => term >= 0 && term < _postings.Count ? _postings[term] : PostingList.Empty;

    /// <summary>Adds a document of <paramref name="terms"/>; a term may come many times.</summary>
    /// <returns>The document's number.</returns>
    public int Add(ReadOnlySpan<int> terms)
    {
        var document = Count;
        foreach (var term in terms)
        {
            while (_postings.Count <= term)
            {
                _postings.Add(new PostingList());
            }

            _postings[term].Add(document);
        }

        _lengths.Add(terms.Length);
        _totalLength += terms.Length;
        return document;
    }

    /// <summary>The best <paramref name="top"/> documents from <paramref name="first"/> to before <paramref name="end"/>, best first; equal ones in
    /// their order.</summary>
    public ScoredDocument[] Search(IEnumerable<QueryTerm> query, int top, int first, int end)
    {
        var documents = found ??= [];
        var scores = Sums(end - first);
        foreach (var term in query)
        {
            AddScores(term, scores, documents, first, end);
        }

        var best = new BestOf(top);
        foreach (var document in documents)
        {
            best.Offer(document, scores[document - first]);
            scores[document - first] = 0;
        }

        documents.Clear();
        return best.InOrder();
    }

    /// <summary>How rare a term is that so many of the documents have: above 0, the rarer the more.</summary>
    public static float Rarity(int documentsWithTerm, int documents) =>
        MathF.Log(1 + ((documents - documentsWithTerm + 0.5f) / (documentsWithTerm + 0.5f)));

    /// <summary>What a term is worth by how often a document has it, for the document's length: 0 and more, at most 1 + <see cref="Saturation"/>.</summary>
    public static float Frequency(int frequency, float length, float averageLength) =>
        frequency * (Saturation + 1) / (frequency + (Saturation * (1 - LengthPenalty + (LengthPenalty * length / averageLength))));

    /// <summary>Adds what the term is worth in each document that has it; a sum is zero where nothing was added.</summary>
    private void AddScores(QueryTerm term, float[] scores, List<int> found, int first, int end)
    {
        var postings = Of(term.Term);
        var documents = postings.Documents;
        var rarity = Rarity(documents.Length, Count) * term.Weight;
        var average = (float)_totalLength / Count;
        for (var i = postings.FirstFrom(first); i < documents.Length && documents[i] < end; i++)
        {
            ref var score = ref scores[documents[i] - first];
            if (score == 0)
            {
                found.Add(documents[i]);
            }

            score += rarity * Frequency(postings.Frequencies[i], _lengths[documents[i]], average);
        }
    }

    /// <summary>Sums of one search, all zero; whoever takes them leaves them so.</summary>
    private static float[] Sums(int count)
    {
        if (sums is null || sums.Length < count)
        {
            sums = new float[count];
        }

        return sums;
    }
}
