using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Cards that are written out in a message: a property a line.</summary>
/// <remarks>Source: bf-chatdown 4.15.0, addCard; its spelling "connectioname" included.</remarks>
internal static class ChatCards
{
    /// <summary>What every content type of a card begins with.</summary>
    public const string ContentType = "application/vnd.microsoft.card.";

    public static IReadOnlyList<string> Kinds { get; } =
        ["herocard", "thumbnailcard", "animationcard", "mediacard", "audiocard", "videocard", "signincard", "oauthcard"];

    private static readonly string[] Texts = ["title", "subtitle", "text", "aspect", "value", "connectioname"];
    private static readonly string[] Switches = ["autostart", "sharable", "autoloop"];
    private static readonly string[] Others = ["image", "images", "media", "buttons"];

    public static Attachment Read(ChatCommand command, List<ScriptError> errors)
    {
        var card = new JsonObject { ["buttons"] = new JsonArray() };
        foreach (var (line, offset) in command.Lines())
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : ChatWhiteSpace.Trim(line[..equals]).ToLowerInvariant();
            if (name.Length is 0)
            {
                continue;
            }

            if (!Set(card, name, ChatWhiteSpace.Trim(line[(equals + 1)..])))
            {
                errors.Add(new ScriptError(
                    command.PlaceIn(offset + ChatWhiteSpace.TrimmedStart(line)),
                    $"'{name}' is no property of a card. Expected one of: {string.Join(", ", [.. Texts, .. Others, .. Switches])}."));
            }
        }

        return new Attachment { ContentType = ContentType + command.Name[..^"card".Length], Content = card };
    }

    private static bool Set(JsonObject card, string name, string value)
    {
        switch (name)
        {
            case "image":
                card["image"] = new JsonObject { ["url"] = value };
                return true;
            case "images" or "media":
                (card[name] as JsonArray ?? (JsonArray)(card[name] = new JsonArray())!).Add((JsonNode)new JsonObject { ["url"] = value });
                return true;
            case "buttons":
                foreach (var button in value.Split('|').Select(ChatWhiteSpace.Trim))
                {
                    ((JsonArray)card["buttons"]!).Add((JsonNode)new JsonObject { ["title"] = button, ["type"] = ActionTypes.ImBack, ["value"] = button });
                }

                return true;
            case var text when Texts.Contains(text):
                card[text] = value;
                return true;
            case var onOrOff when Switches.Contains(onOrOff):
                card[onOrOff] = string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
                return true;
            default:
                return false;
        }
    }
}
