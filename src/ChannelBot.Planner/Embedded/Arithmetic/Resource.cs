namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>The word lists and patterns of this folder, built into the program.</summary>
internal static class Resource
{
    /// <summary>The lines that say something: comments and empty lines are left out.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream($"Embedded/Arithmetic/{name}")
            ?? throw new InvalidOperationException($"The program was built without its word list {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var said = line.Trim();
            if (said.Length > 0 && said[0] != '#')
            {
                yield return said;
            }
        }
    }
}
