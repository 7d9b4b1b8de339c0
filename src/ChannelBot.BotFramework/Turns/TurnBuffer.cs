using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>The adapter of a single turn: keeps what the bot sends.</summary>
internal sealed class TurnBuffer : BotAdapter
{
    private readonly List<Activity> _replies = [];
    private readonly Func<Activity, CancellationToken, Task>? _sendTyping;
    private InvokeResponse? _invokeResponse;
    private Exception? _fault;

    public TurnBuffer(
        MiddlewareSet middleware, Func<ITurnContext, Exception, Task>? onTurnError, Func<Activity, CancellationToken, Task>? sendTyping)
        : base(middleware)
    {
        _sendTyping = sendTyping;
        if (onTurnError is not null)
        {
            OnTurnError = (turn, exception) =>
            {
                _fault = exception;
                _replies.Clear();
                _invokeResponse = turn.Activity.IsType(ActivityTypes.Invoke) ? new InvokeResponse { Status = 500 } : null;
                return onTurnError(turn, exception);
            };
        }
    }

    public async Task<TurnResult> RunAsync(TurnContext turn, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        await RunPipelineAsync(turn, bot, cancellationToken);
        return new TurnResult(_replies, _invokeResponse, turn.TurnState, _fault);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            await TakeAsync(activities[i], cancellationToken);
            responses[i] = new ResourceResponse(activities[i].Id);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(activity.Id);
        activity.Type = ActivityTypes.MessageUpdate;
        _replies.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference.ActivityId);
        var deletion = new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId };
        deletion.ApplyConversationReference(reference);
        deletion.ReplyToId = null;
        _replies.Add(deletion);
        return Task.CompletedTask;
    }

    private async Task TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.InvokeResponse:
                _invokeResponse = InvokeResponse.From(activity);
                break;
            case ActivityTypes.Typing:
                await (_sendTyping?.Invoke(activity, cancellationToken) ?? Task.CompletedTask);
                break;
            case ActivityTypes.Delay:
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                break;
            default:
                _replies.Add(activity);
                break;
        }
    }
}
