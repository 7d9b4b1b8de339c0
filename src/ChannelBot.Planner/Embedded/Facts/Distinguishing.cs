namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Words that tell one thing from another of the same name: "next" and "last" election, "second" and "third" quarter.</summary>
internal static class Distinguishing
{
    private static readonly string[][] s_classes =
    [
        ["next", "upcoming", "coming", "future", "forthcoming"],
        ["last", "previous", "recent", "past", "latest"],
        ["first"], ["second"], ["third"], ["fourth"], ["fifth"], ["sixth"],
        ["new"], ["old"],
    ];

    /// <summary>The class of a word; null for a word that tells nothing apart.</summary>
    public static int? ClassOf(string word)
    {
        for (var of = 0; of < s_classes.Length; of++)
        {
            if (Array.IndexOf(s_classes[of], word) >= 0)
            {
                return of;
            }
        }

        return null;
    }

    /// <summary>Whether a thing of the one class is never one of the other: the old scheme may be the first, but the next is not the last.</summary>
    public static bool Exclude(int one, int other) =>
        one != other && ((one <= 1 && other <= 1) || (one is >= 2 and <= 7 && other is >= 2 and <= 7) || (one >= 8 && other >= 8));
}
