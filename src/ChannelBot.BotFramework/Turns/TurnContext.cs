using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>One turn: addresses what the bot sends, leads it through the handlers that middleware added, and hands it to the adapter.</summary>
public sealed class TurnContext(BotAdapter adapter, Activity activity, TurnContextStateCollection? turnState = null) : ITurnContext
{
    private readonly List<SendActivitiesHandler> _onSend = [];
    private readonly List<UpdateActivityHandler> _onUpdate = [];
    private readonly List<DeleteActivityHandler> _onDelete = [];

    public BotAdapter Adapter { get; } = adapter;

    public Activity Activity { get; } = activity;

    public TurnContextStateCollection TurnState { get; } = turnState ?? new TurnContextStateCollection();

    public bool Responded { get; private set; }

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string? speak = null, string? inputHint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);
        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend, Speak = speak, InputHint = inputHint };
        return SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses.Length > 0 ? responses[0] : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(Activity[] activities, CancellationToken cancellationToken = default)
    {
        var reference = Activity.GetConversationReference();
        foreach (var activity in activities)
        {
            activity.ApplyConversationReference(reference);
            if (activity.IsType(ActivityTypes.Message))
            {
                activity.InputHint ??= InputHints.AcceptingInput;
            }
        }

        return _onSend.Count == 0 ? SendAsync() : StepAsync(0);

        Task<ResourceResponse[]> StepAsync(int step) =>
            step == _onSend.Count ? SendAsync() : _onSend[step](this, activities, () => StepAsync(step + 1));

        async Task<ResourceResponse[]> SendAsync()
        {
            var responses = await Adapter.SendActivitiesAsync(this, activities, cancellationToken);
            Responded |= activities.Any(activity => !activity.IsType(ActivityTypes.Trace));
            return responses;
        }
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken = default)
    {
        activity.ApplyConversationReference(Activity.GetConversationReference());
        return StepAsync(0);

        Task<ResourceResponse> StepAsync(int step) => step == _onUpdate.Count
            ? Adapter.UpdateActivityAsync(this, activity, cancellationToken)
            : _onUpdate[step](this, activity, () => StepAsync(step + 1));
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        return StepAsync(0);

        Task StepAsync(int step) => step == _onDelete.Count
            ? Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken)
            : _onDelete[step](this, conversationReference, () => StepAsync(step + 1));
    }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        _onSend.Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        _onUpdate.Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        _onDelete.Add(handler);
        return this;
    }
}
