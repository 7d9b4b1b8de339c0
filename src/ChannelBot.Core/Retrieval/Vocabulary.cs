namespace ChannelBot.Core.Retrieval;

/// <summary>The stems of a collection, numbered from 0 in the order they came.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _stems = [];
    private readonly Lock _sorting = new();
    private string[]? _sorted;

    public int Count => _stems.Count;

    public string this[int number] => _stems[number];

    /// <summary>The number of <paramref name="stem"/>; -1 where the collection does not have it.</summary>
    public int Find(string stem) => _numbers.GetValueOrDefault(stem, -1);

    public int Add(string stem)
    {
        if (!_numbers.TryGetValue(stem, out var number))
        {
            number = _stems.Count;
            _numbers.Add(stem, number);
            _stems.Add(stem);
            _sorted = null;
        }

        return number;
    }

    /// <summary>The stems that begin so, in order.</summary>
    public ReadOnlySpan<string> StartingWith(ReadOnlySpan<char> beginning)
    {
        var sorted = Sorted();
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].AsSpan().SequenceCompareTo(beginning) < 0 ? (middle + 1, high) : (low, middle);
        }

        var end = low;
        while (end < sorted.Length && sorted[end].AsSpan().StartsWith(beginning))
        {
            end++;
        }

        return sorted.AsSpan(low..end);
    }

    private string[] Sorted()
    {
        if (Volatile.Read(ref _sorted) is { } known)
        {
            return known;
        }

        lock (_sorting)
        {
            var sorted = _stems.ToArray();
            Array.Sort(sorted, StringComparer.Ordinal);
            Volatile.Write(ref _sorted, sorted);
            return sorted;
        }
    }
}
