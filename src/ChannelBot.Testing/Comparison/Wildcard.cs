using System.Text.RegularExpressions;

namespace ChannelBot.Testing.Comparison;

/// <summary>Expected texts in which <c>***</c> stands for any words, none and line breaks included.</summary>
public static class Wildcard
{
    public const string Any = "***";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static bool IsIn(string expected) => expected.Contains(Any, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="actual"/> is <paramref name="expected"/>, letter by letter but for the wildcards.</summary>
    public static bool Matches(string expected, string actual)
    {
        if (!IsIn(expected))
        {
            return string.Equals(expected, actual, StringComparison.Ordinal);
        }

        var pattern = string.Join(".*", expected.Split(Any).Select(Regex.Escape));
        return Regex.IsMatch(actual, $@"\A{pattern}\z", RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience);
    }
}
