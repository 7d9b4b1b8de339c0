namespace ChannelBot.Core.Language;

/// <summary>The word lists that come with the program: text files, one entry a line, '#' before a comment.</summary>
internal static class LanguageData
{
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(LanguageData).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The word list {file} is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    public static Stream Open(string file) => typeof(LanguageData).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The data {file} is not in the program.");
}
