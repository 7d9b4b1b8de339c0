using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Transcripts;

/// <summary>Replaces who people are by numbers, "user1" and "User 1", the same for the same person throughout one conversation: in the fields
/// that name them, and wherever else the same words stand, such as a mention or a text.</summary>
/// <remarks>What people tell about themselves and others in their own words stays. The bot keeps its name.</remarks>
public sealed class Anonymiser
{
    /// <summary>Shorter names would be found inside other words.</summary>
    private const int ShortestName = 3;

    /// <summary>The channel's own data names tenants, teams and people in ways that only the channel knows; of ours, these are about the answer.</summary>
    private static readonly string[] s_keptChannelData = ["feedbackLoop", "streamId", "streamType", "streamSequence", "postBack"];

    private static readonly string[] s_dropped = ["aadObjectId", "tenantId", "callerId", "localTimezone", "localTimestamp", "serviceUrl"];

    /// <summary>Words of the protocol, which somebody's id may happen to be.</summary>
    private static readonly string[] s_protocol = ["role", "type", "channelId", "textFormat", "deliveryMode", "inputHint", "action"];

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bots = new(StringComparer.Ordinal);
    private int _users;

    /// <summary>The activities of a conversation, in their order.</summary>
    public IReadOnlyList<Activity> Replace(IReadOnlyList<Activity> activities)
    {
        foreach (var activity in activities)
        {
            Learn(activity);
        }

        return [.. activities.Select(Replaced)];
    }

    private void Learn(Activity activity)
    {
        // Whoever is called so is the bot, and where nobody is, whom others write to.
        foreach (var bot in new[] { activity.Recipient, activity.From }.Where(account => account is { Role: "bot", Id: not null }))
        {
            _bots.Add(bot!.Id!);
        }

        if (activity.ReplyToId is null && activity.From?.Role is not "bot" && activity.Recipient is { Role: not "user", Id: { } addressed } && !_ids.ContainsKey(addressed))
        {
            _bots.Add(addressed);
        }

        foreach (var person in PeopleIn(activity).Where(person => person.Id is { Length: > 0 } id && person.Role is not "bot" && !_bots.Contains(id)))
        {
            if (!_ids.TryGetValue(person.Id!, out var alias))
            {
                _ids[person.Id!] = alias = $"user{++_users}";
            }

            Add(_ids, person.AadObjectId, alias);
            Add(_names, person.Name, $"User {alias[4..]}");
        }

        Add(_ids, activity.Conversation?.Id, "conversation1");
        Add(_names, activity.Conversation?.Name, "Conversation");
        Add(_names, activity.TopicName, "Conversation");
    }

    private static IEnumerable<ChannelAccount> PeopleIn(Activity activity) =>
        new[] { activity.From, activity.Recipient }.OfType<ChannelAccount>()
            .Concat(activity.MembersAdded ?? [])
            .Concat(activity.MembersRemoved ?? [])
            .Concat(activity.GetMentions().Select(mention => mention.Mentioned).OfType<ChannelAccount>());

    private static void Add(Dictionary<string, string> words, string? word, string alias)
    {
        if (word is { Length: >= ShortestName })
        {
            words.TryAdd(word, alias);
        }
    }

    private Activity Replaced(Activity activity)
    {
        var json = JsonSerializer.SerializeToNode(activity, ProtocolJson.Wire.Activity)!.AsObject();
        if (json["channelData"] is JsonObject data)
        {
            KeepOnly(data, s_keptChannelData);
        }

        Walk(json);
        return json.Deserialize(ProtocolJson.Wire.Activity)!;
    }

    private static void KeepOnly(JsonObject data, string[] names)
    {
        foreach (var other in data.Select(member => member.Key).Except(names).ToArray())
        {
            data.Remove(other);
        }

        if (data.Count is 0)
        {
            data.Parent!.AsObject().Remove("channelData");
        }
    }

    private void Walk(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                Array.ForEach(s_dropped, name => members.Remove(name));
                foreach (var (name, value) in members.Where(member => !s_protocol.Contains(member.Key)).ToArray())
                {
                    if (Replacement(value) is { } text)
                    {
                        members[name] = text;
                    }

                    Walk(value);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (Replacement(items[i]) is { } text)
                    {
                        items[i] = text;
                    }

                    Walk(items[i]);
                }

                break;
        }
    }

    private string? Replacement(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue(out string? words) && Replacement(words) is var replaced && replaced != words ? replaced : null;

    /// <summary>Longest first: "Ann Smith" is one person, whoever Ann is. Within a text only whole words are replaced, names however they are
    /// written: the "Ann" in "Annual" is nobody.</summary>
    private string Replacement(string text)
    {
        if ((_ids.GetValueOrDefault(text) ?? _names.GetValueOrDefault(text)) is { } whole)
        {
            return whole;
        }

        foreach (var (word, alias) in _ids.Concat(_names).Where(word => word.Key.Length >= ShortestName).OrderByDescending(word => word.Key.Length))
        {
            var options = _names.ContainsKey(word) ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant;
            text = Regex.Replace(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", alias, options);
        }

        return text;
    }
}
