using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>All that a bot has while it answers one activity.</summary>
public interface ITurnContext
{
    BotAdapter Adapter { get; }

    /// <summary>What came in.</summary>
    Activity Activity { get; }

    /// <summary>Things that live as long as the turn: what the host gave, and what middleware and bot leave for each other.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>True once something other than a trace was sent.</summary>
    bool Responded { get; }

    /// <summary>Sends a text to the conversation.</summary>
    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string? speak = null, string? inputHint = null, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity to the conversation: addressed to it, in answer to <see cref="Activity"/>.</summary>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends several, in this order.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity that was sent before; <see cref="Schema.Activity.Id"/> says which.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Takes back an activity that was sent before.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Takes back the activity that the reference names.</summary>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a step through which everything goes that this turn sends.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>Adds a step through which every update goes.</summary>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>Adds a step through which every deletion goes.</summary>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}

/// <summary>A turn context that shows its activity through one of the activity interfaces.</summary>
public interface ITurnContext<out T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}

/// <summary>A step on the way of what is sent; the sending itself happens in <paramref name="next"/>.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, IList<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>A step on the way of an update.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>A step on the way of a deletion.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
