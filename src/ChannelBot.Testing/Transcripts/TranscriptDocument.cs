using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Transcripts;

/// <summary>A .transcript file. It is written as it was read: same activities, same fields in the same order, whoever knows them.</summary>
/// <remarks>Sources: Bot Framework transcript specification (a JSON array of activities); for records, the Bot Framework Emulator's
/// packages/app/main/src/server/state/conversation.ts; for an object with "activities", ActivitySet of directline-3.0.json and Transcript of
/// botframework-channel.json.</remarks>
public sealed class TranscriptDocument
{
    /// <summary>What the object around the activities calls them.</summary>
    internal const string Activities = "activities";

    internal TranscriptDocument(string path, IReadOnlyList<TranscriptEntry> entries, JsonObject? envelope = null) =>
        (Path, Entries, Envelope) = (path, entries, envelope);

    /// <summary>What messages call the file.</summary>
    public string Path { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<TranscriptEntry> Entries { get; }

    /// <summary>What stands around the activities, where they are a member of an object; null for a plain array.</summary>
    public JsonObject? Envelope { get; }

    /// <exception cref="ScriptFormatException">The bytes are no transcript; the mistakes are named, by item and by JSON path.</exception>
    public static TranscriptDocument Parse(ReadOnlyMemory<byte> utf8, string path) => new TranscriptReader(utf8, path).Read();

    /// <summary>A transcript of activities made elsewhere.</summary>
    /// <exception cref="ScriptFormatException">One of them is no activity.</exception>
    public static TranscriptDocument Of(IEnumerable<JsonObject> activities, string path)
    {
        var text = new StringBuilder();
        AppendTo(text, activities);
        return Parse(Encoding.UTF8.GetBytes(text.ToString()), path);
    }

    /// <summary>The conversation as it stood at its end: records folded into the activities they speak of, updates and deletions of the bot
    /// made in their place. What a user changes and deletes the bot is told, and stays.</summary>
    /// <remarks>The Emulator's records of another kind repeat an activity that was added too, and its own export leaves them out.</remarks>
    internal IReadOnlyList<TranscriptEntry> Fold(TranscriptSides sides)
    {
        var folded = new List<TranscriptEntry?>();
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in Entries.Where(entry => entry.Event is null || entry.Event.StartsWith("activity ", StringComparison.Ordinal)))
        {
            var id = entry.Activity.Id ?? "";
            var known = byId.TryGetValue(id, out var at) && (entry.IsRecord || sides.IsFromBot(entry.Activity));
            if (known && IsDeletion(entry))
            {
                folded[at] = null;
            }
            else if (known && IsUpdate(entry))
            {
                folded[at] = Updated(entry);
            }
            else if (entry.Event is null or "activity add")
            {
                byId[id] = folded.Count;
                folded.Add(entry);
            }
        }

        return [.. folded.OfType<TranscriptEntry>()];
    }

    /// <summary>The file's text: an activity a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Envelope is null)
        {
            AppendTo(text, Entries.Select(entry => entry.Json));
            return text.ToString();
        }

        // The members around the activities keep their order.
        text.Append('{');
        var isFirst = true;
        foreach (var (name, value) in Envelope)
        {
            text.Append(isFirst ? "\n" : ",\n").Append(JsonValue.Create(name).ToJsonString(ProtocolJson.Wire.Options)).Append(": ");
            isFirst = false;
            if (name == Activities)
            {
                AppendTo(text, Entries.Select(entry => entry.Json));
                text.Length--;
                continue;
            }

            text.Append(value?.ToJsonString(ProtocolJson.Wire.Options) ?? "null");
        }

        return text.Append("\n}\n").ToString();
    }

    private static bool IsDeletion(TranscriptEntry entry) => entry.Event is "activity delete" || entry.Activity.IsType(ActivityTypes.MessageDelete);

    private static bool IsUpdate(TranscriptEntry entry) => entry.Event is "activity update" || entry.Activity.IsType(ActivityTypes.MessageUpdate);

    private static TranscriptEntry Updated(TranscriptEntry entry)
    {
        var activity = ActivityCopy.Of(entry.Activity);
        activity.Type = activity.IsType(ActivityTypes.MessageUpdate) ? ActivityTypes.Message : activity.Type;
        return entry with { Activity = activity };
    }

    private static void AppendTo(StringBuilder text, IEnumerable<JsonObject> items)
    {
        text.Append('[');
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "\n" : ",\n").Append(item.ToJsonString(ProtocolJson.Wire.Options));
            isFirst = false;
        }

        text.Append("\n]\n");
    }
}
