using System.Text.Json.Nodes;
using CsCheck;

namespace ChannelBot.Testing.Tests.Transcripts;

/// <summary>Activities as nobody would send them, and as people do.</summary>
internal static class AnyJson
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Any(
            "", "hi", "two\nlines", " spaced ", "user: no", "bot: yes", "> expect joy", "[1] and [Typing]", "[Suggestions=a|b]", "***", "tab\there", "Windows\r\nline", "[open", "Ünïcode 🙂",
            "[HeroCard\ntitle=x]", "\u2028", "ends in a break\n", "Ann: hello", "user=Ann"),
        Gen.Char['\u0020', '\u04ff'].Array[0, 12].Select(letters => new string(letters)));

    private static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 2
        ? Leaf
        : Gen.OneOf(
            Leaf,
            inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Select(Any("a", "b", "type", "ü\"").Array[0, 3], inner, (names, value) => (JsonNode?)ObjectOf(names, value))));

    private static Gen<JsonNode?> Leaf => Gen.OneOf(
        Text.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
        Any(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Const((JsonNode?)null));

    private static readonly Gen<JsonNode?> Account = Gen.Select(Any("Ann", "Desk", "bot", "user", "A,B"), Any<string?>("user", "bot", null), Any<string?>("29:x", "", null), (name, role, id) =>
    {
        var account = new JsonObject { ["name"] = name };
        foreach (var (field, value) in new[] { ("role", role), ("id", id) }.Where(pair => pair.Item2 is not null))
        {
            account[field] = value;
        }

        return (JsonNode?)account;
    });

    private static readonly Gen<JsonNode?> Attachments = Any(
        """[{"contentType":"image/png","contentUrl":"https://post.example/a.png"}]""",
        """[{"contentType":"image/png","contentUrl":"data:image/png;base64,AA=="}]""",
        """[{"contentType":"application/vnd.microsoft.card.hero","content":{"buttons":[{"title":"Go","type":"imBack","value":"Go"}],"title":"x"}}]""",
        """[{"contentType":"application/vnd.microsoft.card.hero","content":{"title":"a]b","buttons":[]}},{"contentType":"text/html"}]""",
        """[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","body":[]}}]""",
        "[]").Select(json => JsonNode.Parse(json));

    private static readonly Gen<JsonNode?> Suggestions = Any(
        """{"actions":[{"title":"Yes","type":"imBack","value":"Yes"},{"title":"No","type":"imBack","value":"No"}]}""",
        """{"actions":[{"title":"a|b","type":"imBack","value":"a|b"}]}""",
        """{"actions":[],"to":["x"]}""").Select(json => JsonNode.Parse(json));

    /// <summary>An object with a type that an activity can be read from.</summary>
    public static Gen<JsonObject> Activity { get; } = Gen.Select(
        Any("message", "message", "message", "typing", "event", "conversationUpdate", "Message"),
        Gen.OneOf(
            Text.Select(text => ("text", (JsonNode?)JsonValue.Create(text))),
            Text.Select(text => ("text", (JsonNode?)JsonValue.Create(text))),
            Text.Select(text => ("replyToId", (JsonNode?)JsonValue.Create(text))),
            Account.Select(account => ("from", account)),
            Account.Select(account => ("from", account)),
            Account.Select(account => ("recipient", account)),
            Attachments.Select(attachments => ("attachments", attachments)),
            Suggestions.Select(suggestions => ("suggestedActions", suggestions)),
            Account.Select(account => ("membersAdded", (JsonNode?)new JsonArray(account!.DeepClone()))),
            Value.Select(value => ("value", value)),
            Value.Select(value => ("channelData", value)),
            Value.Select(value => ("unknown", value)),
            Any("2026-01-31T12:00:00Z", "2015-10-15T12:00:00.100Z").Select(time => ("timestamp", (JsonNode?)JsonValue.Create(time))),
            Any("1", "2", "x").Select(id => ("id", (JsonNode?)JsonValue.Create(id)))).Array[0, 6],
        (type, fields) =>
        {
            var activity = new JsonObject { ["type"] = type };
            foreach (var (name, value) in fields)
            {
                activity[name] = value?.DeepClone();
            }

            return activity;
        });

    /// <summary>One of these.</summary>
    public static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static JsonObject ObjectOf(string[] names, JsonNode? value)
    {
        var made = new JsonObject();
        foreach (var name in names)
        {
            made[name] = value?.DeepClone();
        }

        return made;
    }
}
