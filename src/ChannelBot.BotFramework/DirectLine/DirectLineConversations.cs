using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Conversations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>What happens in conversations of web chats: they start, and users say things.</summary>
internal sealed partial class DirectLineConversations(
    IConversationStore store,
    IDirectLineBot bot,
    ConversationFeed feed,
    IOptions<DirectLineOptions> options,
    TimeProvider time,
    ILogger<DirectLineConversations> log)
{
    private const string StartKey = "start";

    /// <summary>Where Web Chat puts an activity, in place of its time.</summary>
    private const string PlaceInWebChat = "webchat:sequence-id";

    private ChannelAccount Bot => new("bot", options.Value.BotName, "bot");

    /// <summary>Starts the conversation, and lets the bot say hello where the user is known.</summary>
    /// <returns>False where it was started before.</returns>
    public async Task<bool> StartAsync(ConversationKey conversation, ChannelAccount? user, string? locale, CancellationToken cancellationToken)
    {
        var isNew = await store.StartAsync(conversation, user?.Id, time.GetUtcNow(), cancellationToken);
        if (user is null)
        {
            return isNew;
        }

        var update = new Activity(ActivityTypes.ConversationUpdate) { From = user, Locale = locale, MembersAdded = [Bot, user] };
        Address(conversation, update);
        var receipt = await bot.RunAsync(Turn(conversation, update, StartKey, isEchoed: false), cancellationToken);
        return !receipt.IsDuplicate;
    }

    /// <summary>Takes what a user says and waits for the turn to be durable.</summary>
    /// <returns>The activity's id.</returns>
    /// <exception cref="DirectLineRefusal">The activity is not for clients to send, or the bot took too long.</exception>
    public async Task<string> PostAsync(ConversationKey conversation, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type is ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate)
        {
            throw DirectLineRefusal.BadArgument($"An activity of type {activity.Type} is sent by the server, not by clients.");
        }

        Address(conversation, activity);
        if (activity.IsType(ActivityTypes.Typing))
        {
            return Show(conversation, activity);
        }

        var receipt = await RunAsync(Turn(conversation, activity, Dedupe(activity), isEchoed: !activity.IsType(ActivityTypes.Invoke)));
        return receipt.Entries.FirstOrDefault(entry => entry.Kind is LogEntryKind.Inbound)?.ActivityId ?? DirectLineIds.OfPassing(conversation);
    }

    /// <summary>Lets <paramref name="speaker"/> say something that nobody asked for, once for each key.</summary>
    public Task SayAsync(ConversationKey conversation, ChannelAccount user, IBot speaker, string key, CancellationToken cancellationToken)
    {
        var cue = new Activity(ActivityTypes.Event) { From = user, Name = ActivityEventNames.ContinueConversation };
        Address(conversation, cue);
        return bot.RunAsync(Turn(conversation, cue, key, isEchoed: false) with { Speaker = speaker }, cancellationToken);
    }

    /// <summary>Shows an activity to who is connected, and keeps it nowhere.</summary>
    private string Show(ConversationKey conversation, Activity activity)
    {
        var id = StreamInfo.Identify(activity, DirectLineIds.OfPassing(conversation));
        activity.Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        feed.Publish(conversation, [Entry(LogEntryKind.Reply, activity, (0, activity.Timestamp.Value))]);
        return id;
    }

    /// <summary>The turn goes on whatever becomes of the request: the message may have been shown already.</summary>
    private async Task<TurnReceipt> RunAsync(DirectLineTurn turn)
    {
        var running = bot.RunAsync(turn);
        try
        {
            return await running.WaitAsync(options.Value.LongestWait, time);
        }
        catch (TimeoutException)
        {
            _ = LogLateFaultAsync(running);
            throw DirectLineRefusal.BotFailed("BotError", "The bot is still working on the answer, which will come in the conversation.");
        }
    }

    private DirectLineTurn Turn(ConversationKey conversation, Activity activity, string? key, bool isEchoed)
    {
        return new DirectLineTurn(new TurnRequest(conversation, activity.From?.Id, key), activity)
        {
            Echo = isEchoed ? place => Stamp(LogEntryKind.Inbound, activity, conversation, place) : null,
            Reply = (reply, place) => Stamp(LogEntryKind.Reply, reply, conversation, place),
            SendTyping = (typing, _) =>
            {
                Show(conversation, typing);
                return Task.CompletedTask;
            },
            Stream = activity.IsType(ActivityTypes.Message) ? new StreamingResponse(activity, ShowUpdate, time) : null,
        };

        Task<StreamReceipt> ShowUpdate(Activity update, CancellationToken cancellationToken)
        {
            // Between the question and the answer, which takes the next millisecond: of a stream, Web Chat shows what is latest (webchat.md).
            update.ChannelData![PlaceInWebChat] = (activity.Timestamp ?? time.GetUtcNow()).ToUnixTimeMilliseconds() + 0.5;
            return Task.FromResult(new StreamReceipt(StreamStep.Sent, Show(conversation, update)));
        }
    }

    private void Address(ConversationKey conversation, Activity activity)
    {
        activity.ChannelId = Channels.Directline;
        activity.Conversation = new ConversationAccount(conversation.Id);
        activity.Recipient = Bot;
        activity.From!.Role = "user";

        // Set by a channel alone; here that is this server.
        (activity.ServiceUrl, activity.CallerId, activity.DeliveryMode) = (null, null, null);
    }

    /// <summary>Ids and times follow from the place: they grow, and clients sort by them.</summary>
    private static LogEntry Stamp(
        LogEntryKind kind, Activity activity, ConversationKey conversation, (long Sequence, DateTimeOffset At) place)
    {
        activity.Id = DirectLineIds.OfActivity(conversation, place.Sequence);
        activity.Timestamp = place.At;
        return Entry(kind, activity, place);
    }

    private static LogEntry Entry(LogEntryKind kind, Activity activity, (long Sequence, DateTimeOffset At) place) =>
        new(place.Sequence, kind, place.At, activity.Id, JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Wire.Activity));

    /// <summary>The client's own id of a message, the same when it sends it again (webchat.md).</summary>
    private static string? Dedupe(Activity activity) =>
        activity.ChannelData is JsonObject data && data["clientActivityID"] is JsonValue value
        && value.TryGetValue<string>(out var id) && id.Length is > 0 and <= DirectLineLimits.NameLength
            ? $"client:{id}"
            : null;

    private async Task LogLateFaultAsync(Task running)
    {
        try
        {
            await running;
        }
#pragma warning disable CA1031 // Nobody waits for this turn any more: the log is the only place left to say so.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogLateFault(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed for which nobody waited any more")]
    private partial void LogLateFault(Exception problem);
}
