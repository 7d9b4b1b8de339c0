namespace ChannelBot.Core.Retrieval;

/// <summary>The documents that have a term, in order, and how often each has it.</summary>
internal sealed class PostingList
{
    private int[] _documents = [];
    private byte[] _frequencies = [];

    /// <summary>Of a term that no document has.</summary>
    public static PostingList Empty { get; } = new();

    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    /// <summary>At most 255.</summary>
    public ReadOnlySpan<byte> Frequencies => _frequencies.AsSpan(0, Count);

    /// <summary>The last document; -1 where there is none.</summary>
    public int Last => Count == 0 ? -1 : _documents[Count - 1];

    /// <param name="document">The last one again, or a later one.</param>
    public void Add(int document)
    {
        if (Last == document)
        {
            _frequencies[Count - 1] += (byte)(_frequencies[Count - 1] < byte.MaxValue ? 1 : 0);
            return;
        }

        if (Count == _documents.Length)
        {
            // Most terms stand in one document only.
            var size = Math.Max(1, Count + (Count / 2));
            Array.Resize(ref _documents, Math.Max(size, Count + 1));
            Array.Resize(ref _frequencies, _documents.Length);
        }

        _documents[Count] = document;
        _frequencies[Count++] = 1;
    }

    /// <summary>The place of the first document not before <paramref name="document"/>.</summary>
    public int FirstFrom(int document)
    {
        var place = Documents.BinarySearch(document);
        return place < 0 ? ~place : place;
    }
}
