using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Transcripts;

/// <summary>One item of a transcript: an activity, or a record about one.</summary>
/// <param name="Json">As it stands in the file, every field that nobody knows included.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="LastLine">The line on which it ends.</param>
public sealed record TranscriptEntry(JsonObject Json, ScriptPlace Place, int LastLine)
{
    private const string Member = "activity";

    /// <summary>Whether it is a record, <c>{"type":"activity add","activity":{…}}</c>, as the Bot Framework Emulator keeps them.</summary>
    public bool IsRecord => IsRecordOf(Json);

    /// <summary>What the record says happened: "activity add", "activity update", "activity delete", …; null for a plain activity.</summary>
    public string? Event => IsRecord ? Json["type"]?.GetValue<string>() : null;

    /// <summary>The activity, in a record or by itself.</summary>
    public JsonObject ActivityJson => IsRecord ? (JsonObject)Json[Member]! : Json;

    /// <summary>The activity as a bot would get it.</summary>
    public required Activity Activity { get; init; }

    /// <summary>An activity may have an unknown field of that name: then it has what every activity has beside it.</summary>
    internal static bool IsRecordOf(JsonObject json) =>
        json[Member] is JsonObject && json["type"]?.GetValueKind() is JsonValueKind.String && !json.ContainsKey("conversation") && !json.ContainsKey("from");
}
