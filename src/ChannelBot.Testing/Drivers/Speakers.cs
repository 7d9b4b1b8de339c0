using System.Globalization;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Drivers;

/// <summary>Who speaks in one conversation, and where: addresses what a script sends as a channel would.</summary>
/// <param name="channelId">The script's own channel goes before it.</param>
/// <param name="serviceUrl">Where the bot sends what it does not put into its response.</param>
internal sealed class Speakers(ScriptHeader header, string channelId, string conversationId, string serviceUrl, TimeProvider time)
{
    private int _sent;

    public string ConversationId => conversationId;

    public string ChannelId => header.ChannelId ?? channelId;

    /// <summary>The first user's account.</summary>
    public ChannelAccount User => UserOf(header.Users[0]);

    public ChannelAccount Bot { get; } = new("bot", header.Bot, "bot");

    /// <summary>Fills in what a script leaves open; the activity is the caller's own copy.</summary>
    public Activity Address(Activity activity)
    {
        activity.ChannelId = ChannelId;
        activity.ServiceUrl = serviceUrl;
        activity.Id = string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{++_sent:D7}");
        activity.Timestamp = time.GetUtcNow();
        activity.From = activity.From switch
        {
            null => User,
            { Id: null or "" } named => UserOf(named.Name ?? header.Users[0]),
            var known => known,
        };
        activity.From.Role = "user";

        // A mention names the bot by the id that it had where the script was recorded.
        activity.Recipient = activity.Recipient?.Id is { Length: > 0 } id ? new ChannelAccount(id, header.Bot, "bot") : Bot;
        activity.Conversation ??= new ConversationAccount();
        activity.Conversation.Id = conversationId;
        if (header.Users.Count > 1)
        {
            activity.Conversation.IsGroup ??= true;
            activity.Conversation.ConversationType ??= "groupChat";
        }

        if (activity.IsType(ActivityTypes.ConversationUpdate) && activity.MembersAdded is null && activity.MembersRemoved is null)
        {
            activity.MembersAdded = [Bot, activity.From];
        }

        return activity;
    }

    /// <summary>Somebody of this conversation alone: who is forgotten in one is not heard of in another at the same time.</summary>
    private ChannelAccount UserOf(string name) => new($"user-{name}-{conversationId}", name, "user");
}
