using System.Collections.Frozen;

namespace ChannelBot.Core.Language;

/// <summary>The word lists by which a full stop is told from the end of a sentence.</summary>
internal static class Abbreviations
{
    private static readonly Dictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Groups =
        LanguageData.Lines("abbreviations.txt")
            .Select(line => line.Split(": ", 2))
            .ToDictionary(
                parts => parts[0],
                parts => parts[1].Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());

    public static bool IsTitle(ReadOnlySpan<char> word) => Groups["title"].Contains(word);

    public static bool IsBeforeNumber(ReadOnlySpan<char> word) => Groups["number"].Contains(word);

    public static bool IsEither(ReadOnlySpan<char> word) => Groups["either"].Contains(word);

    public static bool FollowsClock(ReadOnlySpan<char> word) => Groups["after-clock"].Contains(word);

    public static bool OpensSentence(ReadOnlySpan<char> word) => Groups["opener"].Contains(word);

    public static bool IsSaying(ReadOnlySpan<char> word) => Groups["saying"].Contains(word);
}
