using System.Text.RegularExpressions;

namespace ChannelBot.Teaching.Sessions;

/// <summary>What an educator can say to the bot about sessions.</summary>
public enum SessionVerb
{
    Help,

    /// <summary><c>session start "Title" KEY</c>; the key may be left out by those who need none.</summary>
    Start,

    /// <summary><c>session here CDF346-HJKMNPRT</c>: the session runs in this chat too.</summary>
    Here,

    /// <summary>Asks for the links of one's own boards.</summary>
    Board,
}

/// <summary>A message that is a command about sessions.</summary>
/// <param name="Title">With <see cref="SessionVerb.Start"/>: what the session is called; null where nothing was said.</param>
/// <param name="Key">With <see cref="SessionVerb.Start"/>: what stands behind the title in quotation marks.</param>
/// <param name="Code">With <see cref="SessionVerb.Here"/>: the session's code; null where it can be none.</param>
/// <param name="Ticket">With <see cref="SessionVerb.Here"/>: what stands behind the code, in capitals.</param>
public sealed partial record SessionCommand(SessionVerb Verb, string? Title = null, string? Key = null, string? Code = null, string? Ticket = null)
{
    /// <returns>Null where the message is something else.</returns>
    public static SessionCommand? Read(string? said)
    {
        if (Command().Match(said?.Trim() ?? "") is not { Success: true } match)
        {
            return null;
        }

        var rest = match.Groups["rest"].Value.Trim();
        return match.Groups["verb"].Value.ToUpperInvariant() switch
        {
            "START" => Start(rest),
            "HERE" => Here(string.Concat(rest.Where(char.IsLetterOrDigit)).ToUpperInvariant()),
            "BOARD" => new SessionCommand(SessionVerb.Board),
            _ => new SessionCommand(SessionVerb.Help),
        };
    }

    private static SessionCommand Start(string rest) => Quoted().Match(rest) is { Success: true } quoted
        ? new SessionCommand(SessionVerb.Start, quoted.Groups["title"].Value, quoted.Groups["key"].Value is { Length: > 0 } key ? key : null)
        : new SessionCommand(SessionVerb.Start, rest.Length > 0 ? rest : null);

    private static SessionCommand Here(string letters) => letters.Length <= JoinCode.Length
        ? new SessionCommand(SessionVerb.Here, Code: JoinCode.Read(letters))
        : new SessionCommand(SessionVerb.Here, Code: JoinCode.Read(letters[..JoinCode.Length]), Ticket: letters[JoinCode.Length..]);

    [GeneratedRegex(@"^/?session(?:\s+(?<verb>start|here|board|help)\b(?<rest>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Command();

    /// <summary>Whatever a keyboard or a chat makes of quotation marks.</summary>
    [GeneratedRegex(@"^[""“”„«‘'](?<title>.+)[""“”»’']\s*(?<key>\S*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
