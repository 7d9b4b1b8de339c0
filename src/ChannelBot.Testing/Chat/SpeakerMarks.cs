using System.Text.RegularExpressions;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>What begins a message: "Ann:", "bot:", "bot-&gt;Ann:", whatever the case of the letters.</summary>
internal sealed class SpeakerMarks(ScriptHeader header)
{
    private readonly Regex _mark = new(
        $"^({Any([.. header.Users, header.Bot, "bot", "user"])})(?:->({Any(header.Users)}))?:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10));

    /// <summary>The mark at the start of a line.</summary>
    /// <returns>Null where the line goes on with what was said before.</returns>
    public (string Speaker, string? Recipient, int End)? Read(string line, int indent)
    {
        var match = _mark.Match(line[indent..]);
        return match.Success
            ? (match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : null, indent + match.Length)
            : null;
    }

    private static string Any(IReadOnlyList<string> names) => string.Join('|', names.Select(Regex.Escape));
}
