using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Bot;

/// <summary>What a user said, by typing it or with a card's button.</summary>
internal static class Said
{
    /// <summary>The words of a message without the bot's own mention; of a submitted card, what its button stands for.</summary>
    /// <returns>Empty where nothing was said that can be read.</returns>
    public static string In(IMessageActivity message)
    {
        var text = message.AsActivity().RemoveRecipientMention();
        return string.IsNullOrWhiteSpace(text) ? InValue(message.Value) : text.Trim();
    }

    /// <summary>The data of a card's action: <c>{"say": "…"}</c>, or the words alone.</summary>
    public static string InValue(JsonNode? value) => value switch
    {
        JsonValue words when words.TryGetValue(out string? text) => text.Trim(),
        JsonObject data when data["say"] is JsonValue words && words.TryGetValue(out string? text) => text.Trim(),
        _ => "",
    };
}
