namespace ChannelBot.BotFramework.Schema;

/// <summary>What every activity has. The interfaces below are views of one <see cref="Activity"/>: each shows the fields that
/// its type uses, under the names of the Bot Framework SDK, so that a handler's signature says what it may read.</summary>
/// <remarks>Source: Bot Framework Activity specification, "Activity structure".</remarks>
public interface IActivity
{
    string Type { get; }

    string? Id { get; }

    string? ServiceUrl { get; }

    string? ChannelId { get; }

    DateTimeOffset? Timestamp { get; }

    ChannelAccount? From { get; }

    ChannelAccount? Recipient { get; }

    ConversationAccount? Conversation { get; }

    string? ReplyToId { get; }

    System.Text.Json.Nodes.JsonNode? ChannelData { get; }

    Activity AsActivity();
}

/// <summary>Something a person wrote, or a card's submit: then <see cref="Value"/> is set and the text is often missing.</summary>
public interface IMessageActivity : IActivity
{
    string? Text { get; }

    string? TextFormat { get; }

    string? Locale { get; }

    IList<Attachment>? Attachments { get; }

    IList<Entity>? Entities { get; }

    System.Text.Json.Nodes.JsonNode? Value { get; }
}

/// <summary>The members or the topic of a conversation changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount>? MembersAdded { get; }

    IList<ChannelAccount>? MembersRemoved { get; }

    string? TopicName { get; }
}

/// <summary>A call that expects its answer in the HTTP response.</summary>
public interface IInvokeActivity : IActivity
{
    string? Name { get; }

    System.Text.Json.Nodes.JsonNode? Value { get; }
}

/// <summary>A named signal that expects no answer.</summary>
public interface IEventActivity : IActivity
{
    string? Name { get; }

    System.Text.Json.Nodes.JsonNode? Value { get; }
}

/// <summary>The bot was installed or removed; <see cref="Action"/> is add, add-upgrade, remove or remove-upgrade.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string? Action { get; }
}

/// <summary>Someone put a reaction on, or took it off, the message that <see cref="IActivity.ReplyToId"/> names.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction>? ReactionsAdded { get; }

    IList<MessageReaction>? ReactionsRemoved { get; }
}

/// <summary>Someone edited a message.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>Someone deleted a message.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Someone is typing.</summary>
public interface ITypingActivity : IActivity;

/// <summary>One side says that the conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity
{
    string? Code { get; }

    string? Text { get; }
}
