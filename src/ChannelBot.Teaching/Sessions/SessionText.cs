using System.Globalization;
using ChannelBot.Core;

namespace ChannelBot.Teaching.Sessions;

/// <summary>What an educator types: a session's title, an answer in their own words.</summary>
public static class SessionText
{
    public const int LongestTitle = 100;

    public const int LongestAnswer = 2_000;

    /// <exception cref="BadInputException">It is empty or too long.</exception>
    public static string Title(string? typed) => Required("title", "The title", DisplayName.OneLine(Short(typed, LongestTitle)), LongestTitle);

    /// <exception cref="BadInputException">It is empty or too long.</exception>
    public static string Answer(string? typed) => Required(
        "answer", "The answer", string.Join('\n', Short(typed, LongestAnswer).ReplaceLineEndings("\n").Split('\n').Select(DisplayName.OneLine)).Trim(), LongestAnswer);

    /// <summary>Enough of it to see that it is too long.</summary>
    private static string Short(string? typed, int most) => typed is { Length: var length } && length > 4 * most ? typed[..(4 * most)] : typed ?? "";

    private static string Required(string field, string what, string text, int most) => text.Length switch
    {
        0 => throw new BadInputException(field, $"{what} is empty."),
        var length when length > most => throw new BadInputException(field, string.Create(CultureInfo.InvariantCulture, $"{what} is longer than {most:N0} characters, which is the most.")),
        _ => text,
    };
}
