using System.Collections.Frozen;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Words that a "yes" has to answer for: they compare ("deadlier", "worse"), or speak of all or none.</summary>
internal static class Comparison
{
    private static readonly FrozenSet<string> s_comparatives =
        "worse better more less fewer higher lower bigger larger smaller greater older younger later longer shorter faster slower tougher stronger weaker cheaper louder colder hotter warmer wetter drier safer nearer closer"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsComparative(string word) => s_comparatives.Contains(word) || (word.Length > 5 && word.EndsWith("ier", StringComparison.Ordinal) && word is not ("barrier" or "carrier" or "soldier" or "premier" or "supplier" or "frontier" or "courier" or "terrier"));

    /// <summary>"Were all the bodies found in the sea?": that two were does not answer yes.</summary>
    public static bool IsOfAll(string word) => word is "all" or "every" or "everyone" or "everybody" or "each" or "only" or "always" or "entirely" or "most" or "nobody" or "none";
}
