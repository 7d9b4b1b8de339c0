using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChannelBot.Core.Answers;

/// <summary>The answer record as JSON, the same bytes in every program.</summary>
public static class AnswerJson
{
    /// <summary>Letters of every script and the article's quotation marks stay readable: the record is no part of a web page.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where a reply carries its record: the member of its channelData.</summary>
    public const string ChannelDataName = "answer";

    /// <summary>The record on one line, in UTF-8.</summary>
    public static byte[] ToUtf8Bytes(Answer answer)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            JsonSerializer.Serialize(writer, answer, AnswerJsonContext.Default.Answer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>How the answer record is written and read, worked out when the program is compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Answer))]
public sealed partial class AnswerJsonContext : JsonSerializerContext;
