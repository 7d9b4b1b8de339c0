using System.Reflection;

namespace ChannelBot.Core.Grammar;

/// <summary>The word lists that come with an assembly: text files, one entry or "class: words" a line, '#' before a comment.</summary>
internal static class WordList
{
    public static IEnumerable<string> Lines(string file, Assembly? of = null)
    {
        using var stream = (of ?? typeof(WordList).Assembly).GetManifestResourceStream(file)
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

    /// <summary>The words of a file of "class: words" lines, by class; phrases have '_' for a space.</summary>
    public static Dictionary<string, HashSet<string>> Classes(string file, Assembly? of = null) =>
        Lines(file, of).Select(line => line.Split(": ", 2)).GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.SelectMany(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(word => word.Replace('_', ' ')).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
}
