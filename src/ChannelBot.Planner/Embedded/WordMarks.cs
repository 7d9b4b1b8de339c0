namespace ChannelBot.Planner.Embedded;

/// <summary>Bits that tell most numbered words apart: where two sets of words share none, they have no word in common.</summary>
internal static class WordMarks
{
    /// <param name="words">Their numbers; a word without one, below 0, has no mark.</param>
    public static ulong Of(params ReadOnlySpan<int> words)
    {
        var marks = 0UL;
        foreach (var word in words)
        {
            marks |= word < 0 ? 0 : 1UL << (word & 63);
        }

        return marks;
    }
}
