using System.Buffers;
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
        var record = AnswerJson.ToUtf8Bytes(turn.Answer);
        if (!explain)
        {
            return Encoding.UTF8.GetString(record);
        }

        var explanation = Write(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("explanation");
            JsonSerializer.Serialize(writer, turn.Explanation, ExplanationJsonContext.Default.Explanation);
            writer.WriteEndObject();
        });
        return Join(record, explanation);
    }

    public static string Of(BatchLine line, Answer answer) =>
        Join(Write(writer =>
        {
            writer.WriteStartObject();
            WriteId(writer, line);
            writer.WriteEndObject();
        }), AnswerJson.ToUtf8Bytes(answer));

    public static string Of(BatchLine line, BatchError error) => Encoding.UTF8.GetString(Write(writer =>
    {
        writer.WriteStartObject();
        WriteId(writer, line);
        writer.WriteStartObject("error");
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }));

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

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AnswerJson.WriterOptions))
        {
            content(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>One object with the properties of both: {"a":1} and {"b":2} give {"a":1,"b":2}.</summary>
    private static string Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        string.Concat(Encoding.UTF8.GetString(first[..^1]), ",", Encoding.UTF8.GetString(second[1..]));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Explanation))]
internal sealed partial class ExplanationJsonContext : JsonSerializerContext;
