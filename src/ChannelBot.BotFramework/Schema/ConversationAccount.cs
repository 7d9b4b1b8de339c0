using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>A conversation on a channel.</summary>
/// <remarks>Source: Activity specification, "Conversation account".</remarks>
public sealed class ConversationAccount
{
    public ConversationAccount()
    {
    }

    public ConversationAccount(string? id, bool? isGroup = null, string? conversationType = null)
    {
        Id = id;
        IsGroup = isGroup;
        ConversationType = conversationType;
    }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool? IsGroup { get; set; }

    /// <summary>On Teams: personal, groupChat or channel.</summary>
    public string? ConversationType { get; set; }

    public string? TenantId { get; set; }

    public string? AadObjectId { get; set; }

    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
