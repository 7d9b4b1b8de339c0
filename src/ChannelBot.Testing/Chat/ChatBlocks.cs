using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Chat;

/// <summary>Writes one activity in the words of .chat, as well as they can say it.</summary>
/// <param name="keepsTime">Whether pauses are written, because chatdown's clock shows the activities' times.</param>
internal sealed class ChatBlocks(ChatAccountNames names, bool keepsTime)
{
    private const int UsualPause = 2000;

    /// <summary>The lines that stand for an activity.</summary>
    /// <param name="pause">Milliseconds since the one before it.</param>
    /// <returns>Null where the format has no words for its type or for whoever sends it.</returns>
    public string? Of(JsonObject activity, long? pause)
    {
        var speaker = names.Of(activity["from"]);
        return TextOf(activity["type"]) switch
        {
            ActivityTypes.Message when speaker is not null => Mark(speaker, activity) + Message(activity, pause),
            ActivityTypes.Typing when speaker is not null => Mark(speaker, activity) + "[Typing]",
            ActivityTypes.ConversationUpdate when Members(activity) is { Length: > 0 } members => $"{names.Bot}: [ConversationUpdate=\n{members}]",
            _ => null,
        };
    }

    private string Mark(string speaker, JsonObject activity) =>
        speaker == names.Bot && names.Users.Count > 1 && names.Of(activity["recipient"]) is { } addressed && addressed != names.Bot ? $"{speaker}->{addressed}: " : $"{speaker}: ";

    private string Message(JsonObject activity, long? pause)
    {
        var lines = new List<string> { TextOf(activity["text"]) ?? "" };
        lines.AddRange((activity["attachments"] as JsonArray ?? []).OfType<JsonObject>().Select(Attachment).OfType<string>());
        if (TextOf(activity["attachmentLayout"]) is "carousel" or "list")
        {
            lines.Add($"[AttachmentLayout={TextOf(activity["attachmentLayout"])}]");
        }

        if (activity["suggestedActions"] is JsonObject suggested && suggested["actions"] is JsonArray { Count: > 0 } actions)
        {
            lines.Add($"[Suggestions={string.Join('|', actions.Select(action => TextOf((action as JsonObject)?["title"])))}]");
        }

        if (keepsTime && pause is not (null or UsualPause))
        {
            lines.Add(FormattableString.Invariant($"[Delay={pause}]"));
        }

        return string.Join('\n', lines);
    }

    private static string? Attachment(JsonObject attachment)
    {
        var (type, address) = (TextOf(attachment["contentType"]), TextOf(attachment["contentUrl"]));
        if (type is not null && address is not null && address.StartsWith("http", StringComparison.Ordinal))
        {
            return FileTypes.Of(address) == type ? $"[Attachment={address}]" : $"[Attachment={address} {type}]";
        }

        return type is not null && type.StartsWith(ChatCards.ContentType, StringComparison.Ordinal) && attachment["content"] is JsonObject card
            && ChatCards.Kinds.FirstOrDefault(kind => kind == type[ChatCards.ContentType.Length..] + "card") is { } kind
            ? Card(kind, card)
            : null;
    }

    private static string Card(string kind, JsonObject card)
    {
        var lines = new StringBuilder($"[{kind}\n");
        foreach (var (name, value) in card)
        {
            foreach (var part in value is JsonArray list && name is not "buttons" ? list.ToArray() : [value])
            {
                var text = part switch
                {
                    JsonArray buttons => string.Join('|', buttons.Select(button => TextOf((button as JsonObject)?["title"]))),
                    JsonObject image => TextOf(image["url"]),
                    JsonValue { } flag when flag.GetValueKind() is JsonValueKind.True or JsonValueKind.False => flag.ToJsonString(),
                    _ => TextOf(part),
                };
                if (text is { Length: > 0 })
                {
                    lines.Append(name).Append('=').Append(text).Append('\n');
                }
            }
        }

        return lines.Append(']').ToString();
    }

    private string Members(JsonObject update)
    {
        var lines = new List<string>();
        foreach (var (field, word) in new[] { ("membersAdded", "MembersAdded"), ("membersRemoved", "MembersRemoved") })
        {
            if (update[field] is JsonArray { Count: > 0 } members && members.Select(names.Of).ToArray() is var called && !called.Contains(null))
            {
                lines.Add($"{word}={string.Join(',', called)}");
            }
        }

        return string.Join('\n', lines);
    }

    private static string? TextOf(JsonNode? value) => value is JsonValue text && text.TryGetValue(out string? words) ? words : null;
}
