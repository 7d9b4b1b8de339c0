namespace ChannelBot.Teaching.Quizzes;

/// <summary>Choices that a seed decides: the same on every machine and with every version of .NET, which <see cref="Random"/> does not promise.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, 2014).</remarks>
internal sealed class SeededChoice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to one below <paramref name="count"/>.</summary>
    public int Below(int count) => (int)((UInt128)Next() * (ulong)count >> 64);

    public bool Coin() => Below(2) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The items in an order of chance.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        List<T> shuffled = [.. items];
        for (var i = shuffled.Count - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
