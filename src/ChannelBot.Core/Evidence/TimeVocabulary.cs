
namespace ChannelBot.Core.Evidence;

/// <summary>Words that place a thing in time.</summary>
internal static class TimeVocabulary
{
    private static readonly HashSet<string> s_words =
        ("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        + "today tomorrow yesterday tonight overnight morning afternoon evening night noon midnight dawn weekend week month year decade century "
        + "spring summer autumn winter earlier later recently now soon immediately promptly before after during until since when while am pm gmt bst")
        .Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a lower-case word of time, and for a year.</summary>
    public static bool Contains(string word) =>
        s_words.Contains(word) || (word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsAsciiDigit));
}
