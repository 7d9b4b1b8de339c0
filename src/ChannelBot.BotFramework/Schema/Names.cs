namespace ChannelBot.BotFramework.Schema;

/// <summary>What an activity is.</summary>
/// <remarks>Source: Activity specification, "Type".</remarks>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Typing = "typing";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string EndOfConversation = "endOfConversation";
    public const string Trace = "trace";

    /// <summary>Inside a bot only: what a handler answers to an invoke.</summary>
    public const string InvokeResponse = "invokeResponse";

    /// <summary>Inside a bot only: a pause between two messages.</summary>
    public const string Delay = "delay";
}

/// <summary>How the answers to an activity travel.</summary>
/// <remarks>Source: Activity specification, "Delivery mode".</remarks>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";

    /// <summary>In the HTTP response to the activity.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>In the HTTP response to the activity, as events, while the turn runs.</summary>
    /// <remarks>Not in the specification; Microsoft's Agents SDK and Copilot Studio use it (protocol checklist section 4).</remarks>
    public const string Stream = "stream";

    public const string Ephemeral = "ephemeral";
}

/// <summary>What a button does.</summary>
public static class ActionTypes
{
    public const string ImBack = "imBack";
    public const string PostBack = "postBack";
    public const string MessageBack = "messageBack";
    public const string OpenUrl = "openUrl";
    public const string Invoke = "invoke";
}

/// <summary>Channel ids that are treated specially somewhere.</summary>
public static class Channels
{
    public const string Msteams = "msteams";
    public const string Directline = "directline";
    public const string Webchat = "webchat";
    public const string Emulator = "emulator";
    public const string Test = "test";
}

/// <summary>Names of events that the protocol defines.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";
}

/// <summary>What <see cref="Activity.TextFormat"/> may say.</summary>
public static class TextFormatTypes
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
    public const string Xml = "xml";
}

/// <summary>What <see cref="Activity.InputHint"/> may say.</summary>
public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
    public const string ExpectingInput = "expectingInput";
    public const string IgnoringInput = "ignoringInput";
}

/// <summary>Names of the invokes that this library reads.</summary>
/// <remarks>Source: protocol checklist 5.3 and 5.5.</remarks>
public static class InvokeNames
{
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string MessageSubmitAction = "message/submitAction";
    public const string MessageFetchTask = "message/fetchTask";
}
