using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ChannelBot.Core;

namespace ChannelBot.Teaching.Sessions;

/// <summary>The name by which a learner wants to be called: short, on one line, and no advertisement.</summary>
public static partial class DisplayName
{
    /// <summary>In characters as people count them.</summary>
    public const int Longest = 40;

    /// <summary>In UTF-16 units: a character may have marks upon marks.</summary>
    private const int LongestUnits = 3 * Longest;

    /// <param name="typed">Whatever came in. Markup is text here as everywhere.</param>
    /// <exception cref="BadInputException">It is empty, too long, or holds a link.</exception>
    public static string Read(string? typed)
    {
        var length = typed?.Length ?? 0;
        if (length > 4 * LongestUnits)
        {
            throw TooLong(length);
        }

        var name = OneLine(typed ?? "");
        if (!name.Any(char.IsLetterOrDigit))
        {
            throw new BadInputException("name", $"A name needs a letter or a digit, and has {Longest} characters at most.");
        }

        if (new StringInfo(name).LengthInTextElements > Longest || name.Length > LongestUnits)
        {
            throw TooLong(name.Length);
        }

        return Link().IsMatch(name) ? throw new BadInputException("name", "A name cannot hold a link. Choose one without.") : name;
    }

    /// <summary>A name that a channel gives, made to fit; "Somebody" where nothing is left of it.</summary>
    public static string Of(string? given)
    {
        var name = OneLine(given is { Length: > LongestUnits } ? given[..LongestUnits] : given ?? "");
        name = new StringInfo(name) is { LengthInTextElements: > Longest } letters ? letters.SubstringByTextElements(0, Longest) : name;
        return name.Any(char.IsLetterOrDigit) && !Link().IsMatch(name) ? name : "Somebody";
    }

    /// <summary>A name that nobody else has: "Sam", then "Sam (2)".</summary>
    public static string Free(string name, IEnumerable<string> taken)
    {
        var others = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, others.Count + 1).Select(n => n is 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({n})")).First(free => !others.Contains(free));
    }

    /// <summary>Without what cannot be seen or turns the direction of what follows; white space as single spaces.</summary>
    internal static string OneLine(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                plain.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                plain.Append(rune);
            }
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static BadInputException TooLong(int length) => new(
        "name", string.Create(CultureInfo.InvariantCulture, $"The name has {length:N0} characters; {Longest} are the most."));

    [GeneratedRegex(@"://|\bwww\.|\b[\p{L}\d-]+\.(?:com|net|org|io|co|uk|de|fr|info|biz|me|tv|gg|ly|app|dev|xyz|ru)\b|@[\p{L}\d-]+\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
