namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Reads a word list that is built into the program: "#" begins a remark, empty lines are nothing.</summary>
internal static class WordFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream("quantities." + name)
            ?? throw new InvalidOperationException($"The word list '{name}' is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    public static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
