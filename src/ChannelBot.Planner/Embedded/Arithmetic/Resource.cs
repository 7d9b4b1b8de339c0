using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>The word lists and patterns of this folder, built into the program.</summary>
internal static class Resource
{
    /// <summary>The lines that say something: comments and empty lines are left out.</summary>
    public static IEnumerable<string> Lines(string name) => EmbeddedText.RequiredLines($"Embedded/Arithmetic/{name}")
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>The words of a list, each with the name at the head of its line: "name: word word".</summary>
    public static IEnumerable<(string Name, string Word)> Words(string name)
    {
        foreach (var line in Lines(name))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (line[..colon], word);
            }
        }
    }
}
