using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Core.Answers;
using ChannelBot.Planner;

namespace ChannelBot.Cli.Asking;

/// <summary>Answer records as lines of JSON, and what is added to them: the id of a batch line, the explanation.</summary>
internal static class AnswerRecord
{
    public static string Of(TurnResult turn, bool explain)
    {
        var record = Of(turn.Answer);
        if (!explain)
        {
            return record;
        }

        return Join(record, JsonLine.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("explanation");
            JsonSerializer.Serialize(writer, turn.Explanation, ExplanationJsonContext.Default.Explanation);
            writer.WriteEndObject();
        }));
    }

    public static string Of(BatchLine line, Answer answer) =>
        Join(
            JsonLine.Of(writer =>
            {
                writer.WriteStartObject();
                WriteId(writer, line);
                writer.WriteEndObject();
            }),
            Of(answer));

    public static string Of(BatchLine line, BatchError error) => JsonLine.Of(writer =>
    {
        writer.WriteStartObject();
        WriteId(writer, line);
        writer.WriteStartObject("error");
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public static string Of(Answer answer) => Encoding.UTF8.GetString(AnswerJson.ToUtf8Bytes(answer));

    private static void WriteId(Utf8JsonWriter writer, BatchLine line)
    {
        writer.WritePropertyName("id");
        if (line.Id.ValueKind is JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }

        line.Id.WriteTo(writer);
    }

    /// <summary>One object with the properties of both: {"a":1} and {"b":2} give {"a":1,"b":2}.</summary>
    private static string Join(string first, string second) => string.Concat(first.AsSpan(0, first.Length - 1), ",", second.AsSpan(1));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Explanation))]
internal sealed partial class ExplanationJsonContext : JsonSerializerContext;
