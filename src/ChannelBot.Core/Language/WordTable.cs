namespace ChannelBot.Core.Language;

/// <summary>A table from words to what is known of them: asked by many threads at once without a lock, and with a slice of a text.</summary>
/// <remarks>The framework's concurrent dictionary does the same, but its lookup by slice has to be compiled at every cold start (10 ms).</remarks>
internal sealed class WordTable<T>(int mostWords)
    where T : class
{
    private readonly Lock _writing = new();
    private Entry?[] _buckets = new Entry?[1024];
    private int _count;

    public T? Find(ReadOnlySpan<char> word)
    {
        var hash = string.GetHashCode(word);
        var buckets = Volatile.Read(ref _buckets);
        for (var entry = Volatile.Read(ref buckets[hash & (buckets.Length - 1)]); entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && word.SequenceEqual(entry.Word))
            {
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>Remembers <paramref name="value"/>, unless the table is full.</summary>
    public void Add(string word, T value)
    {
        lock (_writing)
        {
            if (_count == mostWords || Find(word) is not null)
            {
                return;
            }

            if (++_count > _buckets.Length)
            {
                Grow();
            }

            Put(_buckets, word, string.GetHashCode(word), value);
        }
    }

    private void Grow()
    {
        var larger = new Entry?[_buckets.Length * 4];
        foreach (var bucket in _buckets)
        {
            for (var entry = bucket; entry is not null; entry = entry.Next)
            {
                Put(larger, entry.Word, entry.Hash, entry.Value);
            }
        }

        Volatile.Write(ref _buckets, larger);
    }

    private static void Put(Entry?[] buckets, string word, int hash, T value)
    {
        ref var bucket = ref buckets[hash & (buckets.Length - 1)];
        Volatile.Write(ref bucket, new Entry(word, hash, value, bucket));
    }

    private sealed class Entry(string word, int hash, T value, Entry? next)
    {
        public readonly string Word = word;
        public readonly int Hash = hash;
        public readonly T Value = value;
        public readonly Entry? Next = next;
    }
}
