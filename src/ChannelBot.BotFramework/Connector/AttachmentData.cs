using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Connector;

/// <summary>A file that the bot puts into the channel's own store.</summary>
/// <remarks>Source: botframework-channel.json, definition AttachmentData.</remarks>
public sealed class AttachmentData
{
    /// <summary>Its content type.</summary>
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>The file; written as Base64.</summary>
    public byte[]? OriginalBase64 { get; set; }

    /// <summary>A small picture of it; null for none.</summary>
    public byte[]? ThumbnailBase64 { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A file in the channel's store, and the views in which it can be read.</summary>
/// <remarks>Source: botframework-channel.json, definition AttachmentInfo.</remarks>
public sealed class AttachmentInfo
{
    public string? Name { get; set; }

    public string? Type { get; set; }

    public IList<AttachmentView>? Views { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>One view of a file: "original" or "thumbnail".</summary>
/// <remarks>Source: botframework-channel.json, definition AttachmentView.</remarks>
public sealed class AttachmentView
{
    public string? ViewId { get; set; }

    /// <summary>In bytes.</summary>
    public int? Size { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Activities of the past that are put into a conversation.</summary>
/// <remarks>Source: botframework-channel.json, definition Transcript.</remarks>
public sealed class ActivityHistory
{
    public IList<Activity>? Activities { get; set; }
}
