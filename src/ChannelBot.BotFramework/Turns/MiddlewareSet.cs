namespace ChannelBot.BotFramework.Turns;

/// <summary>Middleware in its order: the first added is the outermost.</summary>
public sealed class MiddlewareSet
{
    private readonly List<IMiddleware> _steps = [];

    public MiddlewareSet Use(IMiddleware middleware)
    {
        _steps.Add(middleware);
        return this;
    }

    /// <summary>Runs every step, with the bot inside the last.</summary>
    public Task ReceiveActivityWithStatusAsync(ITurnContext turnContext, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        return StepAsync(0, cancellationToken);

        Task StepAsync(int step, CancellationToken token) => step == _steps.Count
            ? bot(turnContext, token)
            : _steps[step].OnTurnAsync(turnContext, next => StepAsync(step + 1, next), token);
    }
}
