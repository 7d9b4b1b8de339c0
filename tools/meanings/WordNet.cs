using System.Globalization;
using System.Text.RegularExpressions;

namespace ChannelBot.Meanings;

/// <summary>The files of WordNet, read for its words and for the short texts that explain them.</summary>
internal sealed partial class WordNet(string folder)
{
    private const int ShortestText = 12;
    private const int LongestText = 160;
    private const int MostOtherWords = 2;

    private static readonly string[] s_parts = ["noun", "verb", "adj", "adv"];

    /// <summary>Lexicographer's files of animals and plants: their names explain nothing else.</summary>
    private static readonly string[] s_leftOut = ["05", "20"];

    /// <summary>Verbs of several words ("carry_out"), and words that occur in its tagged texts.</summary>
    public IEnumerable<string> Words()
    {
        foreach (var part in s_parts)
        {
            foreach (var fields in Lines($"index.{part}").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                var isTagged = int.Parse(fields[5 + int.Parse(fields[3], CultureInfo.InvariantCulture)], CultureInfo.InvariantCulture) > 0;
                var words = fields[0].Split('_');
                if (words.All(word => word.Length > 0 && word.All(char.IsAsciiLetterLower)) && (words.Length == 1 ? isTagged : part == "verb" && words.Length <= 3))
                {
                    yield return fields[0];
                }
            }
        }
    }

    /// <summary>Definitions, each with a word that it defines, and examples; in an order that is always the same.</summary>
    public IReadOnlyList<string> Texts()
    {
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in s_parts)
        {
            foreach (var line in Lines($"data.{part}"))
            {
                AddTexts(line, part, texts);
            }
        }

        return [.. texts];
    }

    private static void AddTexts(string line, string part, SortedSet<string> texts)
    {
        var fields = line.Split(' ');
        var words = Enumerable.Range(0, int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Select(word => fields[4 + (2 * word)].Replace('_', ' ').Split('(')[0]).ToArray();
        if (part == "noun" && (words.All(word => char.IsUpper(word[0])) || s_leftOut.Contains(fields[1])))
        {
            return;
        }

        var gloss = line[(line.IndexOf('|', StringComparison.Ordinal) + 1)..];
        texts.UnionWith(Example().Matches(gloss).Select(match => match.Groups[1].Value).Where(text => text.Length is >= ShortestText and <= LongestText));
        var definition = Quoted().Replace(gloss, "").Trim(' ', ';');
        if (definition.Length < LongestText)
        {
            texts.Add($"{words[0]}: {definition}");
            texts.UnionWith(words.Skip(1).Take(MostOtherWords).Select(word => $"{word} {definition}"));
        }
    }

    private IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(folder, file)).Where(line => !line.StartsWith(' '));

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Example();

    [GeneratedRegex("\"[^\"]*\"?")]
    private static partial Regex Quoted();
}
