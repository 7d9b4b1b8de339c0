using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>Where a turn's activities go.</summary>
public abstract class BotAdapter
{
    protected BotAdapter(MiddlewareSet? middleware = null) => MiddlewareSet = middleware ?? new MiddlewareSet();

    /// <summary>What the user gets when the bot fails; without one, the failure reaches the caller.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    protected MiddlewareSet MiddlewareSet { get; }

    /// <summary>Adds a step inside those added before.</summary>
    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends activities that are already addressed, in order.</summary>
    /// <returns>One response for each, with the id that it got, where the channel tells one.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Runs middleware and bot.</summary>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (Exception exception) when (OnTurnError is not null && !IsOurs(exception, cancellationToken))
        {
            await OnTurnError(turnContext, exception);
        }
    }

    private static bool IsOurs(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
