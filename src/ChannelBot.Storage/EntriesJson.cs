using System.Text.Json;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage;

/// <summary>The log entries of one turn as the JSON array that its row holds. The activities stand in it byte for byte.</summary>
internal static class EntriesJson
{
    public static byte[]? Write(IReadOnlyList<LogEntry> entries) => entries.Count is 0 ? null : Utf8Json.Write(entries, Write);

    /// <param name="firstSequence">Place of the first entry.</param>
    public static IReadOnlyList<LogEntry> Read(byte[]? json, long firstSequence)
    {
        if (json is null)
        {
            return [];
        }

        var entries = new List<LogEntry>(2);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            entries.Add(ReadEntry(ref reader, json, firstSequence + entries.Count));
        }

        return entries;
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<LogEntry> entries)
    {
        writer.WriteStartArray();
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteNumber("kind"u8, (int)entry.Kind);
            writer.WriteNumber("at"u8, entry.At.ToUnixTimeMilliseconds());
            writer.WriteString("id"u8, entry.ActivityId);
            writer.WritePropertyName("activity"u8);
            writer.WriteRawValue(entry.Activity.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static LogEntry ReadEntry(ref Utf8JsonReader reader, byte[] json, long sequence)
    {
        var (kind, at, id, activity) = (LogEntryKind.Inbound, 0L, (string?)null, default(ReadOnlyMemory<byte>));
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("kind"u8))
            {
                kind = (LogEntryKind)reader.GetInt32();
            }
            else if (name.SequenceEqual("at"u8))
            {
                at = reader.GetInt64();
            }
            else if (name.SequenceEqual("id"u8))
            {
                id = reader.GetString();
            }
            else
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                activity = json.AsMemory(start, (int)reader.BytesConsumed - start);
            }
        }

        return new LogEntry(sequence, kind, DateTimeOffset.FromUnixTimeMilliseconds(at), id, activity);
    }
}
