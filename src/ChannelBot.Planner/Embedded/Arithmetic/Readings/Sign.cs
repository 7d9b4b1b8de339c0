namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>A part of a feature: a short text, hashed once.</summary>
internal readonly struct Sign(string text)
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    public string Text { get; } = text;

    public ulong Hash { get; } = HashOf(text);

    /// <summary>The hash of a text (FNV-1a).</summary>
    public static ulong HashOf(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    /// <summary>What stands before, and one part more.</summary>
    public static ulong Mixed(ulong before, ulong part)
    {
        var mixed = (before ^ part) * Prime;
        return mixed ^ (mixed >> 29);
    }

    public override string ToString() => Text;
}
