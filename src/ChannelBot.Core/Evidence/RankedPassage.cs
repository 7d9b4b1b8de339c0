namespace ChannelBot.Core.Evidence;

/// <summary>A passage found, by number, and what its place among the others depends on.</summary>
/// <param name="Start">Where its source begins in the article.</param>
/// <param name="Nearness">How near it is by meaning, which counts with the score.</param>
internal readonly record struct RankedPassage(int Passage, float Score, float Nearness, PassageKind Kind, int Start)
{
    private float Rank => Score + Nearness;

    /// <summary>Puts it in its place among the best so far, if it is one of them.</summary>
    /// <param name="best">Room for as many as are wanted; of those there are, the best first.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>How many there are then.</returns>
    public int Join(Span<RankedPassage> best, int count)
    {
        var at = count;
        for (; at > 0 && IsBefore(best[at - 1]); at--)
        {
            if (at < best.Length)
            {
                best[at] = best[at - 1];
            }
        }

        if (at < best.Length)
        {
            best[at] = this;
        }

        return Math.Min(count + 1, best.Length);
    }

    private bool IsBefore(in RankedPassage other) =>
        Rank != other.Rank ? Rank > other.Rank : Kind != other.Kind ? Kind < other.Kind : Start != other.Start ? Start < other.Start : Passage < other.Passage;
}
