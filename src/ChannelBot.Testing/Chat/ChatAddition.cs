using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>A comment that says what .chat has no words for: <c>&gt; with {"locale":"en-GB"}</c>, <c>&gt; activity {"type":"event", …}</c>.</summary>
/// <param name="Json">Fields that replace those of the activity above (RFC 7396: null takes one away), or a whole activity.</param>
/// <param name="IsWhole">Whether it is an activity of its own.</param>
internal sealed record ChatAddition(JsonObject Json, bool IsWhole, ScriptPlace Place)
{
    public const string With = "with";
    public const string Whole = "activity";

    /// <returns>Null for any other comment, and for one that is wrong, which is noted.</returns>
    public static ChatAddition? Read(string file, ChatLine comment, List<ScriptError> errors)
    {
        var words = comment.Words.TrimStart();
        var isWhole = Begins(words, Whole);
        if (!isWhole && !Begins(words, With))
        {
            return null;
        }

        var json = words[(isWhole ? Whole : With).Length..].TrimStart();
        var place = new ScriptPlace(file, comment.Number, comment.Text.Length - json.Length + 1);
        try
        {
            var read = (JsonObject)JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;
            if (isWhole && read["type"] is not JsonValue)
            {
                errors.Add(new ScriptError(place, "An activity has no type. Expected { \"type\": \"event\", … }."));
                return null;
            }

            return new ChatAddition(read, isWhole, place);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // An ArgumentException stands for half of a surrogate pair in the line.
            var at = place with { Column = place.Column + UnitsOf(json, (int)((exception as JsonException)?.BytePositionInLine ?? 0)) };
            errors.Add(new ScriptError(at, "This is not JSON. Expected one object on this line, as in > with { \"locale\": \"en-GB\" }."));
            return null;
        }
    }

    /// <summary>The object with the fields of <paramref name="patch"/>, inner objects merged, null taking a field away.</summary>
    /// <remarks>Source: RFC 7396, "JSON Merge Patch".</remarks>
    public static JsonObject Merge(JsonObject target, JsonObject patch)
    {
        var merged = (JsonObject)target.DeepClone();
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                merged.Remove(name);
                continue;
            }

            merged[name] = value is JsonObject inner ? Merge(merged[name] as JsonObject ?? [], inner) : value.DeepClone();
        }

        return merged;
    }

    public static bool IsFromBot(JsonObject activity) =>
        activity["from"] is JsonObject from && from["role"] is JsonValue role && role.TryGetValue(out string? name) && name == "bot";

    /// <summary>How many code units of <paramref name="text"/> its first bytes in UTF-8 are.</summary>
    private static int UnitsOf(string text, int bytes) => Encoding.UTF8.GetCharCount(Encoding.UTF8.GetBytes(text).AsSpan(0, bytes));

    private static bool Begins(string words, string name) =>
        words.StartsWith(name, StringComparison.Ordinal) && words[name.Length..].TrimStart().StartsWith('{');
}
