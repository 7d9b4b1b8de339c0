using System.Collections.Concurrent;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;

namespace ChannelBot.BotFramework.Testing;

/// <summary>A channel in memory: hands activities to a bot and keeps its replies in a queue.</summary>
public sealed class TestAdapter : BotAdapter
{
    private readonly ConcurrentQueue<Activity> _replies = new();
    private readonly List<Action<TurnContextStateCollection, TurnContextStateCollection>> _carried = [];
    private TurnContextStateCollection _last = new();
    private int _lastId;

    public TestAdapter(string channelId = Channels.Test)
        : base(null) => Conversation = new ConversationReference
        {
            ChannelId = channelId,
            ServiceUrl = "https://test.com",
            User = new ChannelAccount("user1", "User1", "user"),
            Bot = new ChannelAccount("bot", "Bot", "bot"),
            Conversation = new ConversationAccount("convo1", isGroup: false),
            Locale = "en-US",
        };

    /// <summary>Who talks to whom, where.</summary>
    public ConversationReference Conversation { get; }

    /// <summary>Replies not yet taken, oldest first.</summary>
    public IReadOnlyCollection<Activity> ActiveQueue => _replies;

    /// <summary>The result of the last turn, with an invoke's answer.</summary>
    public TurnResult? LastTurn { get; private set; }

    /// <summary>Hands the <typeparamref name="T"/> that one turn left in its turn state to the next, as a store does for a conversation.</summary>
    public TestAdapter Carry<T>()
        where T : class
    {
        _carried.Add((from, to) =>
        {
            if (from.Get<T>() is { } thing)
            {
                to.Set(thing);
            }
        });
        return this;
    }

    /// <summary>A message from the user.</summary>
    public Activity MakeActivity(string? text = null) =>
        new Activity(ActivityTypes.Message) { Text = text }.ApplyConversationReference(Conversation, isIncoming: true);

    /// <summary>Runs a turn on <paramref name="activity"/>, addressed to the bot where it is not yet.</summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        var incoming = activity.Conversation is null ? activity.ApplyConversationReference(Conversation, isIncoming: true) : activity;
        incoming.Id ??= NextId();
        var state = new TurnContextStateCollection();
        _carried.ForEach(carry => carry(_last, state));
        var runner = new TurnRunner(MiddlewareSet) { OnTurnError = OnTurnError };
        LastTurn = await runner.RunAsync(incoming, callback, state, KeepAsync, cancellationToken);
        if (LastTurn.Fault is null)
        {
            _last = LastTurn.TurnState;
        }

        foreach (var reply in LastTurn.Replies)
        {
            await KeepAsync(reply, cancellationToken);
        }
    }

    public Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken = default) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <summary>The oldest reply not yet taken; null where there is none.</summary>
    public Activity? GetNextReply() => _replies.TryDequeue(out var reply) ? reply : null;

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            await KeepAsync(activity, cancellationToken);
        }

        return [.. activities.Select(activity => new ResourceResponse(activity.Id))];
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        activity.Type = ActivityTypes.MessageUpdate;
        _replies.Enqueue(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        _replies.Enqueue(new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId });
        return Task.CompletedTask;
    }

    private Task KeepAsync(Activity reply, CancellationToken cancellationToken)
    {
        reply.Id ??= NextId();
        _replies.Enqueue(reply);
        return Task.CompletedTask;
    }

    private string NextId() => Interlocked.Increment(ref _lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
