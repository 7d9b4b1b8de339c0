namespace ChannelBot.BotFramework.Schema;

/// <summary>Where an activity belongs, and how an answer to it finds its way back.</summary>
public sealed partial class Activity
{
    /// <summary>What is needed to write into this activity's conversation later.</summary>
    /// <remarks>A web chat never sees conversation updates, and holds back an answer to an activity that it has not seen: there an
    /// answer to one names nothing. Source: protocol checklist section 6 (BotFramework-WebChat#3623).</remarks>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IsType(ActivityTypes.ConversationUpdate) && ChannelId is Channels.Directline or Channels.Webchat ? null : Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Addresses this activity to the conversation of <paramref name="reference"/>.</summary>
    /// <param name="reference">Taken from an incoming activity.</param>
    /// <param name="isIncoming">True to make it look as if the user had sent it; false for an answer of the bot.</param>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
            return this;
        }

        From = reference.Bot;
        Recipient = reference.User;
        ReplyToId ??= reference.ActivityId;
        return this;
    }

    /// <summary>A message that answers this one: from and recipient swapped, conversation, channel, locale and service kept.</summary>
    /// <remarks>Source: botframework-channel.json, ReplyToActivity; protocol checklist section 3.</remarks>
    public Activity CreateReply(string? text = null, string? locale = null)
    {
        var reply = new Activity(ActivityTypes.Message) { Text = text ?? "", Locale = locale ?? Locale };
        return reply.ApplyConversationReference(GetConversationReference());
    }
}
