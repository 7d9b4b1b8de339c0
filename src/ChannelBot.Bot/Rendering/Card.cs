using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Bot.Rendering;

/// <summary>What all the bot's Adaptive Cards have in common.</summary>
/// <remarks>Version 1.5, the one that Teams shows in bot messages: protocol checklist 5.5.</remarks>
internal static class Card
{
    /// <param name="name">What it is, for lists of attachments.</param>
    /// <param name="fallbackText">Shown where the card cannot be; null where the message says the same.</param>
    public static Attachment Of(string name, IEnumerable<JsonNode> body, JsonObject? action = null, string? fallbackText = null)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json", ["version"] = "1.5" };
        if (fallbackText is not null)
        {
            card["fallbackText"] = fallbackText;
        }

        card["body"] = new JsonArray([.. body]);
        if (action is not null)
        {
            card["actions"] = new JsonArray(action);
        }

        return new Attachment { ContentType = Attachment.AdaptiveCard, Name = name, Content = card };
    }

    /// <summary>Those that there are; null for none.</summary>
    public static List<Attachment>? All(params IEnumerable<Attachment?> cards) => cards.OfType<Attachment>().ToList() is { Count: > 0 } all ? all : null;

    /// <summary>A text run holds plain text, which no client reads as markup.</summary>
    public static JsonObject Text(string text, bool isStrong = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = TextOfOthers.Clean(text) };
        if (isStrong)
        {
            run["weight"] = "Bolder";
        }

        return new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["spacing"] = isStrong ? "Medium" : "Small",
            ["inlines"] = new JsonArray(run),
        };
    }
}
