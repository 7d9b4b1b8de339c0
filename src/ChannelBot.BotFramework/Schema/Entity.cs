using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>Something that an activity carries besides its text: a mention, citations, a place, client information. Open: only the
/// type is common, all else is in <see cref="Properties"/>.</summary>
/// <remarks>Source: Activity specification, "Entity".</remarks>
[JsonConverter(typeof(EntityConverter))]
public sealed class Entity
{
    public Entity()
    {
    }

    public Entity(string type, JsonObject? properties = null)
    {
        Type = type;
        Properties = properties ?? [];
    }

    public string? Type { get; set; }

    /// <summary>All but the type.</summary>
    public JsonObject Properties { get; set; } = [];
}

/// <summary>Writes an entity as one object: its type, then its properties.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var properties = JsonSerializer.Deserialize(ref reader, ProtocolJson.Wire.JsonObject) ?? [];
        string? type = null;
        if (properties["type"] is JsonValue value && value.TryGetValue(out type))
        {
            properties.Remove("type");
        }

        return new Entity { Type = type, Properties = properties };
    }

    public override void Write(Utf8JsonWriter writer, Entity entity, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (entity.Type is not null)
        {
            writer.WriteString("type", entity.Type);
        }

        foreach (var (name, value) in entity.Properties)
        {
            writer.WritePropertyName(name);
            if (value is null)
            {
                writer.WriteNullValue();
                continue;
            }

            value.WriteTo(writer, options);
        }

        writer.WriteEndObject();
    }
}
