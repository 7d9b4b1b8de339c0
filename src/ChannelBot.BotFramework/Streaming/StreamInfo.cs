using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Streaming;

/// <summary>What makes an activity part of a stream: typing with a text while the answer is being worked on, and the message that ends it.</summary>
/// <remarks>Teams reads the entity "streaminfo", Web Chat the same members of the channel data: both always stand there.
/// Source: Microsoft Teams, "Stream bot messages"; protocol checklist 5.4; webchat.md, "Activity facts".</remarks>
public static class StreamInfo
{
    private const string EntityType = "streaminfo";
    private const string Id = "streamId";
    private const string Kind = "streamType";
    private const string Sequence = "streamSequence";
    private const string Final = "final";

    /// <summary>Tells what is being done; nothing of the answer.</summary>
    /// <param name="streamId">Null for the first of a stream: its own id becomes the stream's.</param>
    /// <param name="sequence">Counted from 1.</param>
    public static Activity Informative(string text, string? streamId, int sequence)
    {
        var activity = new Activity(ActivityTypes.Typing) { Text = text };
        Mark(activity, new JsonObject { [Kind] = "informative", [Sequence] = sequence });
        if (streamId is not null)
        {
            Name(activity, streamId);
        }

        return activity;
    }

    /// <summary>Gives an activity of a stream its id, which is also the stream's where it is the first.</summary>
    public static string Identify(Activity activity, string id)
    {
        activity.Id = id;
        if (activity.Entities?.FirstOrDefault(IsStreamInfo)?.Properties.ContainsKey(Id) is false)
        {
            Name(activity, id);
        }

        return id;
    }

    /// <summary>Makes a message the end of a stream: it takes the place of what the stream has shown.</summary>
    public static void End(Activity message, string streamId) => Mark(message, new JsonObject { [Kind] = Final, [Id] = streamId });

    /// <summary>The stream that a message ends; null where it ends none.</summary>
    public static string? EndedBy(Activity activity) =>
        activity.Entities?.FirstOrDefault(IsStreamInfo)?.Properties is { } info && Text(info[Kind]) is Final ? Text(info[Id]) : null;

    /// <summary>Makes of a stream's end a message like any other.</summary>
    public static void MakePlain(Activity message)
    {
        message.Entities = message.Entities?.Where(entity => !IsStreamInfo(entity)).ToList() is { Count: > 0 } others ? others : null;
        if (message.ChannelData is JsonObject data)
        {
            foreach (var name in new[] { Id, Kind, Sequence })
            {
                data.Remove(name);
            }

            message.ChannelData = data.Count > 0 ? data : null;
        }
    }

    private static void Name(Activity activity, string streamId) => Mark(activity, new JsonObject { [Id] = streamId });

    private static void Mark(Activity activity, JsonObject info)
    {
        var entity = activity.Entities?.FirstOrDefault(IsStreamInfo);
        if (entity is null)
        {
            activity.Entities = [.. activity.Entities ?? [], entity = new Entity(EntityType)];
        }

        var data = activity.ChannelData as JsonObject ?? [];
        foreach (var (name, value) in info)
        {
            entity.Properties[name] = value?.DeepClone();
            data[name] = value?.DeepClone();
        }

        activity.ChannelData = data;
    }

    private static bool IsStreamInfo(Entity entity) => entity.Type is EntityType;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
