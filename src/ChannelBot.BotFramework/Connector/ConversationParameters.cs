using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Connector;

/// <summary>A conversation that the bot wants to start.</summary>
/// <remarks>Source: botframework-channel.json, definition ConversationParameters. Teams also wants the tenant in
/// <see cref="ChannelData"/> as <c>tenant.id</c>.</remarks>
public sealed class ConversationParameters
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    public IList<ChannelAccount>? Members { get; set; }

    public string? TopicName { get; set; }

    public string? TenantId { get; set; }

    /// <summary>The first message; null for none.</summary>
    public Activity? Activity { get; set; }

    public JsonNode? ChannelData { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation that was started.</summary>
/// <remarks>Source: botframework-channel.json, definition ConversationResourceResponse.</remarks>
public sealed class ConversationResourceResponse
{
    public string? Id { get; set; }

    /// <summary>The id of the first message.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Where to send from now on; null for where the request went.</summary>
    public string? ServiceUrl { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Some members of a conversation.</summary>
/// <remarks>Source: botframework-channel.json, definition PagedMembersResult.</remarks>
public sealed class PagedMembersResult
{
    /// <summary>Asks for the members that follow; null after the last.</summary>
    public string? ContinuationToken { get; set; }

    public IList<ChannelAccount>? Members { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
