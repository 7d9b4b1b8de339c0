using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Import;

/// <summary>Words of another tool as expectations and comments write them.</summary>
internal static class Quoted
{
    /// <summary>Between quotation marks, on one line.</summary>
    public static string Words(string words) =>
        $"\"{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"";

    /// <summary>As a regular expression that is found where the words stand.</summary>
    public static string Pattern(string words) => Regex.Escape(words.ReplaceLineEndings("\n"));

    /// <summary>A message of the user as JSON on one line.</summary>
    public static string Activity(string words) =>
        new JsonObject { ["type"] = ActivityTypes.Message, ["text"] = words }.ToJsonString(ProtocolJson.Wire.Options);
}
