using System.Buffers;
using System.Text;
using System.Text.Json;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli;

/// <summary>JSON on one line, its letters readable as in the answer record.</summary>
internal static class JsonLine
{
    public static string Of(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AnswerJson.WriterOptions))
        {
            content(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
