using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>Buttons under a message that go away once one is used.</summary>
/// <remarks>Source: Activity specification, "Suggested actions".</remarks>
public sealed class SuggestedActions
{
    /// <summary>Ids of the people who see them; nobody named means everybody.</summary>
    public IList<string>? To { get; set; }

    public IList<CardAction>? Actions { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>One button.</summary>
/// <remarks>Source: Activity specification, "Card action".</remarks>
public sealed class CardAction
{
    /// <summary>One of <see cref="ActionTypes"/>.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Image { get; set; }

    public string? ImageAltText { get; set; }

    /// <summary>What is put into the conversation's log when the button is used.</summary>
    public string? Text { get; set; }

    public string? DisplayText { get; set; }

    public JsonNode? Value { get; set; }

    public JsonNode? ChannelData { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A button that says <paramref name="text"/> in the user's name.</summary>
    public static CardAction Say(string text) => new() { Type = ActionTypes.ImBack, Title = text, Value = text };
}
