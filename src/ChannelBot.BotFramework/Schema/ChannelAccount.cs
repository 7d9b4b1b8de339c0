using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>A person or a bot on a channel.</summary>
/// <remarks>Source: Activity specification, "Channel account".</remarks>
public sealed class ChannelAccount
{
    public ChannelAccount()
    {
    }

    public ChannelAccount(string? id, string? name = null, string? role = null)
    {
        Id = id;
        Name = name;
        Role = role;
    }

    /// <summary>Unique on its channel; in a web chat, a claim of the user's unless a token says so.</summary>
    public string? Id { get; set; }

    /// <summary>For display only: people choose it.</summary>
    public string? Name { get; set; }

    /// <summary>The person's id in Entra, where the channel tells it.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user, bot or skill.</summary>
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
