namespace ChannelBot.Core.Language;

/// <summary>The word lists by which a full stop is told from the end of a sentence.</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Groups = Load();

    public static bool IsTitle(ReadOnlySpan<char> word) => Groups["title"].Contains(word);

    public static bool IsBeforeNumber(ReadOnlySpan<char> word) => Groups["number"].Contains(word);

    public static bool IsEither(ReadOnlySpan<char> word) => Groups["either"].Contains(word);

    public static bool FollowsClock(ReadOnlySpan<char> word) => Groups["after-clock"].Contains(word);

    public static bool OpensSentence(ReadOnlySpan<char> word) => Groups["opener"].Contains(word);

    public static bool IsSaying(ReadOnlySpan<char> word) => Groups["saying"].Contains(word);

    private static Dictionary<string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>> Load()
    {
        var groups = new Dictionary<string, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>>(StringComparer.Ordinal);
        foreach (var line in LanguageData.Lines("abbreviations.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var words = new HashSet<string>(line[(colon + 2)..].Split(' '), StringComparer.OrdinalIgnoreCase);
            groups.Add(line[..colon], words.GetAlternateLookup<ReadOnlySpan<char>>());
        }

        return groups;
    }
}
