using ChannelBot.Core.Language;

namespace ChannelBot.Teaching.Material;

/// <summary>Tells whether a text speaks of people who died. The words are a list of the language, not of one article.</summary>
public static class Deaths
{
    private static readonly string[] s_lines = TextLines.Of("deaths.txt");

    private static readonly HashSet<string> s_stems =
        [.. s_lines.Where(line => !line.Contains(' ', StringComparison.Ordinal)).Select(word => Tokenizer.Tokenize(word)[0].Stem)];

    private static readonly string[] s_phrases = [.. s_lines.Where(line => line.Contains(' ', StringComparison.Ordinal)).Select(Spaced)];

    public static bool AreIn(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return Array.Exists(tokens, token => s_stems.Contains(token.Stem)) || Array.Exists(s_phrases, Spaced(text).Contains);
    }

    /// <summary>Its words in lower case with a blank around each, so that a phrase is found between whole words.</summary>
    private static string Spaced(string text) => $" {string.Join(' ', Tokenizer.Tokenize(text).Where(token => token.IsWord).Select(token => token.Lower))} ";
}
