using System.Text.Json.Serialization.Metadata;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Transcripts;

/// <summary>What the Activity specification has at a path, in words for a person.</summary>
internal static class ActivityShape
{
    /// <summary>"$.attachments[0].contentType must be a text." A path of the JSON reader, which names the place of the wrong value.</summary>
    public static string Explain(string? path)
    {
        if (path is null or "" or "$")
        {
            return "its JSON is not that of an activity. Expected { \"type\": \"message\", … }.";
        }

        var type = typeof(Activity);
        foreach (var step in path[1..].Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = step.Split('[')[0];
            type = PropertyOf(type, name);
            type = step.Contains('[', StringComparison.Ordinal) ? type?.GenericTypeArguments.FirstOrDefault() : type;
        }

        return $"something else than expected stands at {path}. Expected {Words(type)}.";
    }

    private static Type? PropertyOf(Type? type, string name) =>
        type is null ? null : (ProtocolJson.Wire.GetTypeInfo(type) as JsonTypeInfo)?.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;

    private static string Words(Type? type) => (Nullable.GetUnderlyingType(type ?? typeof(object)) ?? type) switch
    {
        null => "what the Activity specification has there",
        var text when text == typeof(string) => "a text",
        var flag when flag == typeof(bool) => "true or false",
        var time when time == typeof(DateTimeOffset) => "a time such as \"2026-01-31T12:00:00Z\"",
        var number when number.IsPrimitive => "a number",
        var list when list.IsGenericType && list.GenericTypeArguments.Length is 1 => $"a list, each item {Words(list.GenericTypeArguments[0])}",
        _ => "an object",
    };
}
