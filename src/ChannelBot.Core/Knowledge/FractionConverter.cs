using System.Text.Json;
using System.Text.Json.Serialization;
using Fractions;

namespace ChannelBot.Core.Knowledge;

/// <summary>An exact number in JSON: see <see cref="FractionText"/>.</summary>
internal sealed class FractionConverter : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FractionText.Parse(reader.GetString() ?? throw new JsonException("null is no number"));

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) =>
        writer.WriteStringValue(FractionText.Of(value));
}
