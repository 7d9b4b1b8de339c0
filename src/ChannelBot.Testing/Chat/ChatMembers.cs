using System.Text.Json.Nodes;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Who joins and who leaves: <c>[ConversationUpdate=MembersAdded=Ann,Ben]</c>.</summary>
internal static class ChatMembers
{
    /// <returns>Null where the command is wrong, which is noted.</returns>
    public static (IReadOnlyList<JsonObject> Added, IReadOnlyList<JsonObject> Removed)? Read(ChatCommand command, ChatAccounts accounts, List<ScriptError> errors)
    {
        var (added, removed, before) = (new List<JsonObject>(), new List<JsonObject>(), errors.Count);
        foreach (var (line, offset) in command.Lines())
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var names = ChatWhiteSpace.Trim(line[(equals + 1)..]).Split(',').Select(ChatWhiteSpace.Trim).ToArray();
            var place = command.PlaceIn(offset + ChatWhiteSpace.TrimmedStart(line));
            switch (ChatWhiteSpace.Trim(line[..Math.Max(equals, 0)]).ToLowerInvariant())
            {
                case "added" or "membersadded" when !names.Contains(""):
                    added.AddRange(names.Select(accounts.Join));
                    break;
                case "removed" or "membersremoved" when names.FirstOrDefault(name => accounts.Find(name) is null) is { } stranger:
                    errors.Add(new ScriptError(place, $"'{stranger}' cannot leave: nobody here is called so."));
                    break;
                case "removed" or "membersremoved":
                    removed.AddRange(names.Select(accounts.Of));
                    break;
                default:
                    errors.Add(new ScriptError(place, $"'{ChatWhiteSpace.Trim(line)}' says nobody. Expected MembersAdded=Ann,Ben or MembersRemoved=Ann."));
                    break;
            }
        }

        return errors.Count == before ? (added, removed) : null;
    }
}
