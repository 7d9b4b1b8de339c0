using System.Text.Json.Nodes;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>The comments of a .chat file that say more than its lines, by the line they stand on.</summary>
internal sealed class ChatAdditions
{
    private readonly Dictionary<ChatLine, ChatAddition> _byLine = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, JsonObject> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly JsonObject _every = [];

    /// <param name="errors">Where comments that are wrong are noted.</param>
    public ChatAdditions(ChatDocument document, ChatAccounts accounts, List<ScriptError> errors)
    {
        foreach (var line in document.Lines.Where(line => line.Kind is ChatLineKind.Comment))
        {
            if (ChatAddition.Read(document.Path, line, errors) is not { } addition)
            {
                continue;
            }

            _byLine[line] = addition;
            if (addition.Kind is ChatAddition.Every)
            {
                _every = MergePatch.Apply(_every, addition.Json);
            }
            else if (addition.Kind is ChatAddition.Account && accounts.Find(addition.Name) is null)
            {
                errors.Add(new ScriptError(addition.Place, $"Nobody here is called '{addition.Name}'. Expected one of: {string.Join(", ", document.Header.Users.Append(document.Header.Bot))}."));
            }
            else if (addition.Kind is ChatAddition.Account)
            {
                _accounts[addition.Name] = addition.Json;
            }
        }
    }

    /// <summary>The one that stands on a line; null where another comment or none does.</summary>
    public ChatAddition? On(ChatLine line) => _byLine.GetValueOrDefault(line);

    /// <summary>An activity of the file's lines with the accounts and fields that are said for all of them.</summary>
    public ChatActivity Complete(ChatActivity made)
    {
        if (_accounts.Count is 0 && _every.Count is 0)
        {
            return made;
        }

        var json = (JsonObject)made.Json.DeepClone();
        foreach (var field in new[] { "from", "recipient" })
        {
            if (AccountOf(json[field]) is { } account)
            {
                json[field] = account;
            }
        }

        foreach (var members in new[] { json["membersAdded"], json["membersRemoved"] }.OfType<JsonArray>())
        {
            for (var i = 0; i < members.Count; i++)
            {
                members[i] = AccountOf(members[i]) ?? members[i]!.DeepClone();
            }
        }

        return made with { Json = MergePatch.Apply(json, _every) };
    }

    private JsonNode? AccountOf(JsonNode? account) => account is null ? null : _accounts.GetValueOrDefault(account["name"]!.GetValue<string>())?.DeepClone();
}
