using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>The word lists and patterns of this folder, built into the program.</summary>
internal static class Resource
{
    /// <summary>The lines that say something: comments and empty lines are left out.</summary>
    public static IEnumerable<string> Lines(string name) => EmbeddedText.RequiredLines($"Embedded/Arithmetic/{name}")
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line[0] != '#');
}
