using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>A comment that says what .chat has no words for.</summary>
/// <param name="Kind">Its first word: <see cref="With"/>, <see cref="Whole"/>, <see cref="Every"/> or <see cref="Account"/>.</param>
/// <param name="Name">Whose account it is; empty for all others.</param>
/// <param name="Place">Where the JSON begins.</param>
internal sealed record ChatAddition(string Kind, string Name, JsonObject Json, ScriptPlace Place)
{
    /// <summary><c>&gt; with {"locale":"en-GB"}</c>: fields that replace those of the activity above (RFC 7396: null takes one away). Without
    /// its type an activity is none.</summary>
    public const string With = "with";

    /// <summary><c>&gt; activity {"type":"event", …}</c>: an activity of its own.</summary>
    public const string Whole = "activity";

    /// <summary><c>&gt; every {"serviceUrl":"…"}</c>: fields of all activities that lines stand for.</summary>
    public const string Every = "every";

    /// <summary><c>&gt; account Ann {"id":"29:…","name":"Ann"}</c>: what stands for somebody in place of chatdown's account.</summary>
    public const string Account = "account";

    /// <returns>Null for any other comment, and for one that is wrong, which is noted.</returns>
    public static ChatAddition? Read(string file, ChatLine comment, List<ScriptError> errors)
    {
        var words = comment.Words.TrimStart();
        var open = words.IndexOf('{', StringComparison.Ordinal);
        var kind = new[] { With, Whole, Every, Account }.FirstOrDefault(kind => words.StartsWith(kind, StringComparison.Ordinal));
        var name = kind is null || open < 0 ? "" : words[kind.Length..open];
        if (kind is null || open < 0 || string.IsNullOrWhiteSpace(name) == kind is Account || (kind is Account && !char.IsWhiteSpace(name[0])))
        {
            if (MisspeltComment.Addition(words) is { } meant)
            {
                errors.Add(new ScriptError(
                    new ScriptPlace(file, comment.Number, comment.Text.Length - words.Length + 1),
                    $"This says nothing to a script. Did you mean \"> {meant} {(meant is Account ? "NAME " : "")}{{…}}\"? A comment begins with another word."));
            }

            return null;
        }

        var json = words[open..];
        var place = new ScriptPlace(file, comment.Number, comment.Text.Length - json.Length + 1);
        try
        {
            var read = (JsonObject)JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;
            if (kind is Whole && read["type"] is not JsonValue)
            {
                errors.Add(new ScriptError(place, "An activity has no type. Expected { \"type\": \"event\", … }."));
                return null;
            }

            return new ChatAddition(kind, ChatWhiteSpace.Trim(name), read, place);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // An ArgumentException stands for half of a surrogate pair in the line.
            var at = place with { Column = place.Column + UnitsOf(json, (int)((exception as JsonException)?.BytePositionInLine ?? 0)) };
            errors.Add(new ScriptError(at, "This is not JSON. Expected one object on this line, as in > with { \"locale\": \"en-GB\" }."));
            return null;
        }
    }

    public static bool IsFromBot(JsonObject activity) =>
        activity["from"] is JsonObject from && from["role"] is JsonValue role && role.TryGetValue(out string? name) && name == "bot";

    /// <summary>How many code units of <paramref name="text"/> its first bytes in UTF-8 are.</summary>
    private static int UnitsOf(string text, int bytes) => Encoding.UTF8.GetCharCount(Encoding.UTF8.GetBytes(text).AsSpan(0, bytes));
}
