using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.BotFramework.Schema;

/// <summary>What someone thinks of an answer, as Teams sends it.</summary>
/// <param name="IsLike">Thumbs up; else thumbs down.</param>
/// <param name="Text">What they wrote; null where they wrote nothing.</param>
/// <remarks>Source: Microsoft Teams, "Bot messages with AI-generated content", feedback buttons; protocol checklist 5.3.</remarks>
public sealed record MessageFeedback(bool IsLike, string? Text)
{
    /// <summary>Reads the value of a message/submitAction invoke; null where it is not feedback.</summary>
    public static MessageFeedback? From(JsonObject action)
    {
        if (StringAt(action, "actionName") != "feedback" || action["actionValue"] is not JsonObject value)
        {
            return null;
        }

        return StringAt(value, "reaction") switch
        {
            "like" => new MessageFeedback(true, ReadText(value)),
            "dislike" => new MessageFeedback(false, ReadText(value)),
            _ => null,
        };
    }

    /// <summary>Teams sends the text as JSON inside a string, <c>{"feedbackText":"…"}</c>; the Agents Playground as it is.</summary>
    private static string? ReadText(JsonObject value)
    {
        if (StringAt(value, "feedback") is not { Length: > 0 } feedback)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(feedback) is JsonObject inner && StringAt(inner, "feedbackText") is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            return feedback;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? StringAt(JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
