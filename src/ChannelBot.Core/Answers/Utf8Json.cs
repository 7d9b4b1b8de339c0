using System.Buffers;
using System.Text.Json;

namespace ChannelBot.Core.Answers;

/// <summary>Writes JSON into memory that its thread uses again, so that only the finished bytes are allocated.</summary>
public static class Utf8Json
{
    /// <summary>What is longer than this is not kept for the next.</summary>
    private const int MostKept = 256 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    /// <param name="write">Must not call this class itself.</param>
    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write, JsonWriterOptions options = default) =>
        Use(value, write, options, static buffer => buffer.WrittenSpan.ToArray());

    /// <summary>How many bytes <see cref="Write"/> would give.</summary>
    /// <param name="write">Must not call this class itself.</param>
    public static int Count<T>(T value, Action<Utf8JsonWriter, T> write, JsonWriterOptions options = default) =>
        Use(value, write, options, static buffer => buffer.WrittenCount);

    private static TResult Use<T, TResult>(
        T value, Action<Utf8JsonWriter, T> write, JsonWriterOptions options, Func<ArrayBufferWriter<byte>, TResult> result)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = s_buffer ?? new ArrayBufferWriter<byte>(4096);
        s_buffer = null;
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer, value);
        }

        var written = result(buffer);
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            s_buffer = buffer;
        }

        return written;
    }
}
