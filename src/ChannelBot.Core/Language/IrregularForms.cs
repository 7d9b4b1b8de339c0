namespace ChannelBot.Core.Language;

/// <summary>Words whose stem the stemmer's rules cannot tell: "found" is of "find", and "important" is not of "import".</summary>
internal static class IrregularForms
{
    private static readonly Dictionary<string, string> Stems = Load();

    /// <summary>The stem of a word in lower case; null where the rules tell it.</summary>
    public static string? StemOf(string lower) => Stems.GetValueOrDefault(lower);

    private static Dictionary<string, string> Load()
    {
        var stems = new Dictionary<string, string>(1024, StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("irregular.txt"))
        {
            var isKept = line[0] == '!';
            var words = line[(isKept ? 2 : 0)..].Split(' ');
            var stem = isKept ? words[0] : PorterStem.Of(words[0]);
            foreach (var word in words)
            {
                stems.TryAdd(word, stem);
            }
        }

        return stems;
    }
}
