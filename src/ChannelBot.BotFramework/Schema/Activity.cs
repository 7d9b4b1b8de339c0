using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChannelBot.BotFramework.Schema;

/// <summary>The one message of the Bot Framework protocol: everything that a channel and a bot say to each other is an activity.</summary>
/// <remarks>Source: Bot Framework Activity specification; botframework-channel.json, definition Activity. Fields that this class
/// does not name are kept in <see cref="Properties"/> and written back, here and in every object below.</remarks>
public sealed partial class Activity : IMessageUpdateActivity, IConversationUpdateActivity, IInvokeActivity, IEventActivity,
    IInstallationUpdateActivity, IMessageReactionActivity, IMessageDeleteActivity, ITypingActivity, IEndOfConversationActivity
{
    public Activity()
    {
    }

    public Activity(string type) => Type = type;

    /// <summary>One of <see cref="ActivityTypes"/>, or a type that this version does not know. Empty only before it is set.</summary>
    public string Type { get; set; } = "";

    /// <summary>Unique in its conversation; given by the channel.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel took the activity, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When the sender wrote it, with the sender's offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>IANA name of the sender's time zone.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Set by a bot's host about who called, never by a channel.</summary>
    public string? CallerId { get; set; }

    /// <summary>Where answers go: the connector's base address, with or without a slash at the end. It can change in a conversation.</summary>
    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    /// <summary>Never null in an activity that <see cref="ActivityParser.Parse"/> returned; its id is then not empty.</summary>
    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    /// <summary>plain, markdown (where missing) or xml.</summary>
    public string? TextFormat { get; set; }

    /// <summary>list (where missing) or carousel.</summary>
    public string? AttachmentLayout { get; set; }

    public IList<ChannelAccount>? MembersAdded { get; set; }

    public IList<ChannelAccount>? MembersRemoved { get; set; }

    public IList<MessageReaction>? ReactionsAdded { get; set; }

    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    public string? TopicName { get; set; }

    public bool? HistoryDisclosed { get; set; }

    /// <summary>BCP 47, for example en-GB.</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    public string? Speak { get; set; }

    /// <summary>acceptingInput, expectingInput or ignoringInput.</summary>
    public string? InputHint { get; set; }

    public string? Summary { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    public IList<Entity>? Entities { get; set; }

    /// <summary>The channel's own content, passed on unchanged.</summary>
    public JsonNode? ChannelData { get; set; }

    /// <summary>What an installation update did: add, add-upgrade, remove, remove-upgrade.</summary>
    public string? Action { get; set; }

    public string? ReplyToId { get; set; }

    public string? Label { get; set; }

    public string? ValueType { get; set; }

    public JsonNode? Value { get; set; }

    /// <summary>Name of an invoke or an event.</summary>
    public string? Name { get; set; }

    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Why a conversation ended.</summary>
    public string? Code { get; set; }

    public DateTimeOffset? Expiration { get; set; }

    public string? Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; an unknown one counts as normal (A3111).</summary>
    public string? DeliveryMode { get; set; }

    public IList<string>? ListenFor { get; set; }

    public IList<TextHighlight>? TextHighlights { get; set; }

    public SemanticAction? SemanticAction { get; set; }

    /// <summary>Fields that came in and have no property here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public bool IsType(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the answers go into the HTTP response, all at once.</summary>
    [JsonIgnore]
    public bool ExpectsReplies => string.Equals(DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the answers go into the HTTP response as they come.</summary>
    [JsonIgnore]
    public bool ExpectsStream => string.Equals(DeliveryMode, DeliveryModes.Stream, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the answers go into the HTTP response, in one way or the other.</summary>
    [JsonIgnore]
    public bool IsAnsweredInResponse => ExpectsReplies || ExpectsStream;

    public Activity AsActivity() => this;

    public static Activity CreateMessageActivity() => new(ActivityTypes.Message);

    public static Activity CreateTypingActivity() => new(ActivityTypes.Typing);

    public static Activity CreateEventActivity() => new(ActivityTypes.Event);
}
