using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>The people of a .chat file and their ids, which chatdown makes of their names.</summary>
/// <remarks>Source: bf-chatdown 4.15.0, initConversation: an id is the SHA-1 of the name in Base64.</remarks>
internal sealed class ChatAccounts
{
    private readonly Dictionary<string, JsonObject> _byName = new(StringComparer.OrdinalIgnoreCase);

    public ChatAccounts(ScriptHeader header)
    {
        Bot = _byName["bot"] = _byName[header.Bot] = Of(header.Bot, isBot: true);
        foreach (var user in header.Users)
        {
            _byName[user] = Of(user, isBot: false);
        }

        LastUser = _byName["user"] = _byName[header.Users[0]];
    }

    public JsonObject Bot { get; }

    /// <summary>Whom "user" means, and whom the bot speaks to where it names nobody: the last user to speak, at first the first.</summary>
    public JsonObject LastUser { get; private set; }

    public JsonObject Of(string name) => _byName[name];

    /// <summary>Null where nobody is called so.</summary>
    public JsonObject? Find(string name) => _byName.GetValueOrDefault(name);

    public JsonObject Join(string name) => Find(name) ?? (_byName[name] = Of(name, isBot: false));

    public void Speaks(JsonObject user) => LastUser = _byName["user"] = user;

    public static bool IsBot(JsonObject account) => account["role"]?.GetValue<string>() == "bot";

    /// <summary>What chatdown calls a hash code.</summary>
    public static string HashOf(string text) =>
#pragma warning disable CA5350 // An id that others make in this way, and no secret.
        Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    /// <summary>The account that chatdown makes of a name.</summary>
    public static JsonObject Of(string name, bool isBot) => new() { ["id"] = HashOf(name), ["name"] = name, ["role"] = isBot ? "bot" : "user" };
}
