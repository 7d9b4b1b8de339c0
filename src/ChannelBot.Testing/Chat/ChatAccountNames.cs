using System.Text.Json.Nodes;
using ChannelBot.Testing.Transcripts;

namespace ChannelBot.Testing.Chat;

/// <summary>What the people of a transcript are called in a .chat file: by their names where the format can have them, else by numbers.</summary>
internal sealed class ChatAccountNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Name, JsonObject Account)> _accounts = [];

    public ChatAccountNames(IReadOnlyList<TranscriptEntry> entries)
    {
        var sides = new TranscriptSides(entries);
        var bot = KeyOf(sides.Bot?.Id, sides.Bot?.Name);
        var met = entries.SelectMany(entry => new[] { entry.ActivityJson["from"], entry.ActivityJson["recipient"] }).OfType<JsonObject>()
            .Select(account => (Key: KeyOf(account), Account: account)).Where(account => account.Key is not null)
            .GroupBy(account => account.Key!, account => account.Account, StringComparer.Ordinal).ToArray();
        var people = met.Count(account => account.Key != bot);
        foreach (var account in met)
        {
            var isBot = account.Key == bot;
            var name = NameFor(TextOf(account.First(), "name"), isBot ? "bot" : people > 1 ? "user1" : "user");
            _names[account.Key] = name;
            _accounts.Add((name, account.GroupBy(form => form.ToJsonString(), StringComparer.Ordinal).MaxBy(forms => forms.Count())!.First()));
            (Bot, Users) = isBot ? (name, Users) : (Bot, [.. Users, name]);
        }

        Users = Users.Count > 0 ? Users : ["user"];
    }

    public string Bot { get; } = "bot";

    /// <summary>In the order in which they are met; never empty.</summary>
    public IReadOnlyList<string> Users { get; } = [];

    /// <summary>By its name in the file, each account as it is written most often.</summary>
    public IReadOnlyList<(string Name, JsonObject Account)> Accounts => _accounts;

    /// <summary>What an account is called.</summary>
    /// <returns>Null for nobody, and for an account without an id and a name.</returns>
    public string? Of(JsonNode? account) => account is JsonObject json && KeyOf(json) is { } key ? _names.GetValueOrDefault(key) : null;

    private string NameFor(string? name, string usual)
    {
        if (name is not null && IsWritable(name) && !IsTaken(name))
        {
            return name;
        }

        name = usual;
        for (var number = 2; IsTaken(name); number++)
        {
            name = FormattableString.Invariant($"{usual.TrimEnd('1')}{number}");
        }

        return name;
    }

    private bool IsTaken(string name) => _names.Values.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Chatdown puts names into a pattern as they are, and has names of its own.</summary>
    private static bool IsWritable(string name) =>
        name.Length is > 0 and <= 60 && name.Trim() == name && name.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '_' or '-')
        && name.ToLowerInvariant() is not ("bot" or "user");

    private static string? KeyOf(JsonObject account) => KeyOf(TextOf(account, "id"), TextOf(account, "name"));

    private static string? KeyOf(string? id, string? name) => id is { Length: > 0 } ? $"id {id}" : name is { Length: > 0 } ? $"name {name}" : null;

    private static string? TextOf(JsonObject account, string field) => account[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
