using System.Security.Cryptography;

namespace ChannelBot.Teaching.Sessions;

/// <summary>What learners type to join: six letters and digits of which none looks like another, and which spell no word.</summary>
public static class JoinCode
{
    public const int Length = 6;

    /// <summary>No vowels; of 0 O Q D, 1 I L, 2 Z, 5 S, 6 G, 8 B and U V only D and 6.</summary>
    private const string Letters = "CDFHJKMNPRTWXY34679";

    /// <summary>One of 47 million.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>A letter of codes for any number.</summary>
    public static char LetterOf(byte number) => Letters[number % Letters.Length];

    /// <summary>What somebody typed as a code: without spaces and hyphens, in capitals.</summary>
    /// <returns>Null where it can be none.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
        {
            return null;
        }

        var code = string.Concat(typed.Where(letter => letter is not (' ' or '-'))).ToUpperInvariant();
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }
}
