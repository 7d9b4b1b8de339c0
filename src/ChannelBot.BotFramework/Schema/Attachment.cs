using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>A card or a file with a message.</summary>
/// <remarks>Source: Activity specification, "Attachment".</remarks>
public sealed class Attachment
{
    /// <summary>The content type of an Adaptive Card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; set; }

    /// <summary>Where the content is, or the content itself as a data URI.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>The content as JSON, for a card.</summary>
    public JsonNode? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
