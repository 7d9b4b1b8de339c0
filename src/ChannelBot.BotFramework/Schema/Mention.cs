using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.BotFramework.Schema;

/// <summary>A mention of someone in a message's text.</summary>
/// <param name="Mentioned">Who.</param>
/// <param name="Text">The words in the message's text that are the mention, as they stand there; null where the channel leaves them out.</param>
/// <remarks>Source: Activity specification, "Mention" (entity type "mention").</remarks>
public sealed record Mention(ChannelAccount Mentioned, string? Text)
{
    private const string EntityType = "mention";

    /// <summary>The mention that an entity holds; null where it holds none, or one that cannot be read.</summary>
    public static Mention? From(Entity entity)
    {
        if (!string.Equals(entity.Type, EntityType, StringComparison.OrdinalIgnoreCase) || entity.Properties["mentioned"] is not JsonObject who)
        {
            return null;
        }

        var mentioned = new ChannelAccount(StringAt(who, "id"), StringAt(who, "name"), StringAt(who, "role"));
        return new Mention(mentioned, StringAt(entity.Properties, "text"));
    }

    public Entity ToEntity() => new(EntityType, new JsonObject
    {
        ["mentioned"] = JsonSerializer.SerializeToNode(Mentioned, ProtocolJson.Wire.ChannelAccount),
        ["text"] = Text,
    });

    private static string? StringAt(JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
