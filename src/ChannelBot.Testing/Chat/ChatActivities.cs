using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Makes the activities of one conversation: counts their ids and the time, and turns a message's words and commands into them.</summary>
internal sealed class ChatActivities(ChatDocument document, ChatReading reading, ChatAccounts accounts, List<ScriptError> errors)
{
    /// <summary>In milliseconds. Source: bf-chatdown 4.15.0, messageTimeGap.</summary>
    private const int MessageGap = 2000;

    private const int ShortGap = 100;
    private const int LongestDelay = 24 * 60 * 60 * 1000;

    private readonly string _conversationId = ChatAccounts.HashOf(WithoutByteOrderMark(document.ToString()));
    private readonly string _folder = Path.GetDirectoryName(document.Path) is { Length: > 0 } folder ? folder : ".";
    private readonly string _channelId = (reading.IsAsChatdown ? null : document.Header.ChannelId) ?? ChatReading.Channel;
    private DateTimeOffset _now = reading.Start;
    private int _lastId;

    /// <summary>The first activity of every conversation.</summary>
    public ChatActivity BotJoins()
    {
        var update = ConversationUpdate([accounts.Bot], []);
        update["from"] = accounts.LastUser.DeepClone();
        update["recipient"] = accounts.Bot.DeepClone();
        Stamp(update, ShortGap);
        return new ChatActivity(update, new ScriptPlace(document.Path, 1, 1), 1, IsFromBot: false) { IsImplied = true };
    }

    /// <summary>The activities of one message, in their order.</summary>
    public IEnumerable<ChatActivity> Of(ChatBody body, JsonObject? from, JsonObject? recipient, int lastLine)
    {
        var made = new List<ChatActivity>();
        var message = new Message(New(ActivityTypes.Message, from, recipient));
        var place = body.PlaceOf(Math.Max(body.Start, ChatWhiteSpace.TrimmedStart(body.Text)));
        var at = body.Start;
        while (NextCommand(body, at) is var (open, close, command))
        {
            message.Words.Append(body.Text, at, open - at);
            at = close + 1;
            if (command is null)
            {
                message.Words.Append(body.Text, open, at - open);
                message.EndOfBrackets = message.Words.Length;
                continue;
            }

            if (!command.IsActivity)
            {
                Apply(command, message);
                continue;
            }

            if (command.Name is "typing" && !reading.IsAsChatdown && !string.IsNullOrWhiteSpace(command.Value))
            {
                errors.Add(new ScriptError(command.PlaceIn(0), "[Typing] has no value. For a pause, expected [Delay=500], in milliseconds."));
            }

            if (TextBefore(message) is { Length: > 0 } text)
            {
                Stamp(message.Json, message.Delay ?? MessageGap);
                Add(message, text);
                message = new Message(New(ActivityTypes.Message, from, recipient));
            }

            made.AddRange(command.Name is "typing" ? [Typing(command, from, recipient)] : Joining(command) is { } joining ? [joining] : []);
        }

        message.Words.Append(body.Text, at, body.Text.Length - at);
        var rest = TextOf(message);
        Stamp(message.Json, message.Delay ?? MessageGap);
        if (rest.Length > 0 || message.Json["attachments"] is JsonArray || message.Json["suggestedActions"] is JsonObject)
        {
            Add(message, rest);
        }

        return made;

        void Add(Message finished, string text)
        {
            if (from is null)
            {
                errors.Add(new ScriptError(place, $"Nobody says this. Expected a line that begins with '{document.Header.Users[0]}:' or '{document.Header.Bot}:'."));
                return;
            }

            finished.Json["text"] = text;
            var delay = finished.Delay is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : (TimeSpan?)null;
            made.Add(new ChatActivity(finished.Json, place, lastLine, ChatAccounts.IsBot(from)) { Delay = delay });
        }
    }

    private static (int Open, int Close, ChatCommand? Command)? NextCommand(ChatBody body, int from)
    {
        var open = body.Text.IndexOf('[', from);
        var close = open < 0 ? -1 : body.Text.IndexOf(']', open);
        return close < 0 ? null : (open, close, ChatCommand.Read(body, open, close));
    }

    private string TextBefore(Message message)
    {
        var words = message.Words.ToString();
        return ChatWhiteSpace.Trim(reading.IsAsChatdown ? words[message.EndOfBrackets..] : words);
    }

    private string TextOf(Message message)
    {
        var words = message.Words.ToString();
        return reading.IsAsChatdown ? words[..message.EndOfBrackets] + ChatWhiteSpace.Trim(words[message.EndOfBrackets..]) : ChatWhiteSpace.Trim(words);
    }

    private void Apply(ChatCommand command, Message message)
    {
        switch (command.Name)
        {
            case "delay":
                message.Delay = Delay(command) ?? message.Delay;
                break;
            case "suggestions" when command.Value is { } value:
                message.Json["suggestedActions"] = Suggestions(value);
                break;
            case "attachmentlayout" when ChatWhiteSpace.Trim(command.Value ?? "").ToLowerInvariant() is "list" or "carousel":
                message.Json["attachmentLayout"] = ChatWhiteSpace.Trim(command.Value!).ToLowerInvariant();
                break;
            case "attachment":
                Attach(message.Json, ChatAttachments.Read(command, _folder, errors));
                break;
            case var card when ChatCards.Kinds.Contains(card):
                Attach(message.Json, ChatCards.Read(command, errors));
                break;
            default:
                errors.Add(new ScriptError(command.Place, Expected(command)));
                break;
        }
    }

    private static string Expected(ChatCommand command) => command.Name switch
    {
        "suggestions" => "Nothing is suggested. Expected [Suggestions=one|another].",
        "attachmentlayout" => "This is no layout. Expected [AttachmentLayout=list] or [AttachmentLayout=carousel].",
        "receiptcard" => "Chatdown makes nothing of [ReceiptCard]. Expected [Attachment=FILE.json receipt].",
        _ => $"Chatdown makes nothing of [{command.Name}]. Expected [Typing] or [ConversationUpdate=…], or a comment: > activity {{\"type\":\"event\", …}}.",
    };

    private int? Delay(ChatCommand command)
    {
        var value = ChatWhiteSpace.Trim(command.Value ?? "");
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= LongestDelay)
        {
            return milliseconds;
        }

        errors.Add(new ScriptError(command.PlaceIn(0), $"'{value}' is no delay. Expected milliseconds, at most {LongestDelay}, as in [Delay=500]."));
        return null;
    }

    private static JsonObject Suggestions(string value)
    {
        var actions = new JsonArray();
        foreach (var action in value.Split('|').Select(ChatWhiteSpace.Trim))
        {
            actions.Add((JsonNode)new JsonObject { ["title"] = action, ["type"] = ActionTypes.ImBack, ["value"] = action });
        }

        return new JsonObject { ["actions"] = actions };
    }

    private static void Attach(JsonObject message, Attachment? attachment)
    {
        if (attachment is not null)
        {
            var attachments = message["attachments"] as JsonArray ?? (JsonArray)(message["attachments"] = new JsonArray())!;
            attachments.Add(JsonSerializer.SerializeToNode(attachment, ProtocolJson.Wire.Attachment));
        }
    }

    private ChatActivity Typing(ChatCommand command, JsonObject? from, JsonObject? recipient)
    {
        var typing = New(ActivityTypes.Typing, from, recipient);
        Stamp(typing, ShortGap);
        return new ChatActivity(typing, command.Place, command.Place.Line, from is not null && ChatAccounts.IsBot(from));
    }

    private ChatActivity? Joining(ChatCommand command)
    {
        if (ChatMembers.Read(command, accounts, errors) is not var (added, removed))
        {
            return null;
        }

        var update = ConversationUpdate(added, removed);
        _now = _now.AddMilliseconds(ShortGap);
        Stamp(update, ShortGap);
        return new ChatActivity(update, command.Place, command.Place.Line, IsFromBot: false);
    }

    private JsonObject ConversationUpdate(IEnumerable<JsonObject> added, IEnumerable<JsonObject> removed)
    {
        var update = New(ActivityTypes.ConversationUpdate, null, null);
        update["membersAdded"] = new JsonArray([.. added.Select(member => member.DeepClone())]);
        update["membersRemoved"] = new JsonArray([.. removed.Select(member => member.DeepClone())]);
        return update;
    }

    private JsonObject New(string type, JsonObject? from, JsonObject? recipient)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = (++_lastId).ToString(CultureInfo.InvariantCulture),
            ["channelId"] = _channelId,
            ["conversation"] = new JsonObject { ["id"] = _conversationId },
        };
        foreach (var (name, account) in new[] { ("from", from), ("recipient", recipient) }.Where(pair => pair.Item2 is not null))
        {
            activity[name] = account!.DeepClone();
        }

        return activity;
    }

    private static string WithoutByteOrderMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private void Stamp(JsonObject activity, int gap)
    {
        _now = _now.AddMilliseconds(gap);
        activity["timestamp"] = _now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>A message while it is read.</summary>
    private sealed class Message(JsonObject json)
    {
        public JsonObject Json { get; } = json;

        public StringBuilder Words { get; } = new();

        /// <summary>Where the words after the last bracket that is text begin.</summary>
        public int EndOfBrackets { get; set; }

        public int? Delay { get; set; }
    }
}
