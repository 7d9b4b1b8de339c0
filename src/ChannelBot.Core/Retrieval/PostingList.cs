namespace ChannelBot.Core.Retrieval;

/// <summary>The documents that have a term, in order, and the weight it has in each.</summary>
internal sealed class PostingList
{
    private int[] _documents = new int[2];
    private float[] _weights = new float[2];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Count);

    public void Add(int document, float weight)
    {
        if (Count > 0 && _documents[Count - 1] == document)
        {
            _weights[Count - 1] += weight;
            return;
        }

        if (Count == _documents.Length)
        {
            Array.Resize(ref _documents, Count * 2);
            Array.Resize(ref _weights, Count * 2);
        }

        _documents[Count] = document;
        _weights[Count++] = weight;
    }

    /// <summary>The place of the first document not before <paramref name="document"/>.</summary>
    public int FirstFrom(int document)
    {
        var place = Documents.BinarySearch(document);
        return place < 0 ? ~place : place;
    }
}
