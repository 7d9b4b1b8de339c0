namespace ChannelBot.Core.Language;

/// <summary>Lowers a text typed in capitals. Short forms that are always in capitals stay.</summary>
internal static class Shouting
{
    private const int FewestLetters = 6;

    private static readonly HashSet<string> ShortForms =
        new(LanguageData.Lines("short-forms.txt").SelectMany(line => line.Split(' ')), StringComparer.Ordinal);

    public static string Lower(string text)
    {
        int letters = 0, capitals = 0;
        foreach (var c in text)
        {
            letters += char.IsLower(c) || char.IsUpper(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return letters >= FewestLetters && capitals * 10 >= letters * 8 ? LowerWords(text) : text;
    }

    private static string LowerWords(string text)
    {
        var lower = text.ToCharArray();
        var previous = "";
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end == start)
            {
                start++;
                continue;
            }

            var word = text[start..end];
            if (!IsShortForm(word, previous))
            {
                for (var i = start; i < end; i++)
                {
                    lower[i] = char.ToLowerInvariant(text[i]);
                }
            }

            previous = word;
            start = end;
        }

        return new string(lower);
    }

    /// <summary>"TELL US" is not about a country, "THE US" is.</summary>
    private static bool IsShortForm(string word, string previous) => word switch
    {
        "US" => previous is "THE" or "IN" or "FROM" or "AND" or "INTO" or "A",
        _ => ShortForms.Contains(word),
    };
}
