namespace ChannelBot.Core.Language;

/// <summary>The regular forms of an English word: enough to know a spelling as right, not to tell a verb from a noun.</summary>
internal static class Inflections
{
    /// <param name="word">Lower case.</param>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return [];
        }

        var last = word[^1];
        var isAfterConsonant = !IsVowel(word[^2]);
        if (last == 'e')
        {
            return [word + "s", word + "d", word[..^1] + "ing", word + "r"];
        }

        if (last == 'y' && isAfterConsonant)
        {
            return [word[..^1] + "ies", word[..^1] + "ied", word + "ing"];
        }

        if (last is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal))
        {
            return [word + "es", word + "ed", word + "ing"];
        }

        var isDoubled = word.Length <= 5 && !IsVowel(last) && last is not ('w' or 'y') && IsVowel(word[^2]) && !IsVowel(word[^3]);
        var stem = isDoubled ? word + last : word;
        return [word + "s", stem + "ed", stem + "ing", word + "ly"];
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
