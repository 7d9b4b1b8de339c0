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
    public static byte[] ToUtf8Bytes(Answer answer) =>
        Utf8Json.Write(answer, static (writer, value) => JsonSerializer.Serialize(writer, value, AnswerJsonContext.Default.Answer), WriterOptions);
}

/// <summary>How the answer record is written and read, worked out when the program is compiled.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Answer))]
public sealed partial class AnswerJsonContext : JsonSerializerContext;
