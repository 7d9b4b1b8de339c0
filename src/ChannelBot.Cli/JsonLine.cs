using System.Text;
using System.Text.Json;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli;

/// <summary>JSON on one line, its letters readable as in the answer record.</summary>
internal static class JsonLine
{
    public static string Of(Action<Utf8JsonWriter> content) =>
        Encoding.UTF8.GetString(Utf8Json.Write(content, static (writer, write) => write(writer), AnswerJson.WriterOptions));
}
