using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>The settings at the top of a .chat file: who speaks, and on which channel.</summary>
internal static class ChatHeader
{
    private static readonly string[] Names = ["user", "users", "bot", "channelId"];

    public static bool IsSetting(string line) => Names.Any(name => line.StartsWith(name, StringComparison.Ordinal) && line.AsSpan(name.Length).StartsWith('='));

    /// <summary>The header with this line's setting; a line that says nothing usable is an error and changes nothing.</summary>
    public static ScriptHeader Read(ScriptHeader header, string line, ScriptPlace place, List<ScriptError> errors)
    {
        var parts = ChatWhiteSpace.Trim(line).Split('=');
        var value = ChatWhiteSpace.Trim(parts[1]);
        var at = place with { Column = place.Column + parts[0].Length + 1 };
        if (parts.Length > 2)
        {
            errors.Add(new ScriptError(at with { Column = at.Column + parts[1].Length }, "A second '=' stands in a setting. Expected name=value, as in user=Ann."));
            return header;
        }

        if (value.Length is 0)
        {
            errors.Add(new ScriptError(at, $"Nothing stands behind '{parts[0]}='. Expected {(parts[0] is "users" ? "names, as in users=Ann,Ben" : "a name")}."));
            return header;
        }

        string[] names = parts[0] is "user" or "users" ? [.. value.Split(',').Select(ChatWhiteSpace.Trim)] : [value];
        if (names.Contains(""))
        {
            errors.Add(new ScriptError(at, $"A name is missing between commas in '{value}'. Expected names, as in users=Ann,Ben."));
            return header;
        }

        return parts[0] switch
        {
            "bot" => header with { Bot = value },
            "channelId" => header with { ChannelId = value },
            _ => header with { Users = names },
        };
    }
}
