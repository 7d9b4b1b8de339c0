using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Turns;

/// <summary>A turn as a function: an activity and what the conversation remembers go in; replies, an invoke's answer and what it
/// remembers now come out. The caller stores these in one transaction and then delivers them. Every door to the bot (the messages
/// endpoint, Direct Line, the tests) runs turns through here.</summary>
public sealed class TurnRunner(MiddlewareSet? middleware = null)
{
    private readonly MiddlewareSet _middleware = middleware ?? new MiddlewareSet();

    /// <summary>What the user gets when the bot fails; without one, the failure reaches the caller.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    /// <summary>Adds a step inside those added before.</summary>
    public TurnRunner Use(IMiddleware step)
    {
        _middleware.Use(step);
        return this;
    }

    /// <summary>Runs one turn.</summary>
    /// <param name="activity">What came in.</param>
    /// <param name="bot">Who answers.</param>
    /// <param name="turnState">What the bot is to find, the conversation's state above all.</param>
    /// <param name="sendTyping">Sends a typing activity while the turn still runs. Without it typing is dropped: beside the answer it
    /// would say nothing, and after it something false.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled: no result, so nothing to store.</exception>
    public async Task<TurnResult> RunAsync(
        Activity activity,
        BotCallbackHandler bot,
        TurnContextStateCollection? turnState = null,
        Func<Activity, CancellationToken, Task>? sendTyping = null,
        CancellationToken cancellationToken = default)
    {
        var buffer = new TurnBuffer(_middleware, OnTurnError, sendTyping);
        return await buffer.RunAsync(new TurnContext(buffer, activity, turnState), bot, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync(Activity, BotCallbackHandler, TurnContextStateCollection?, Func{Activity, CancellationToken, Task}?, CancellationToken)"/>
    public Task<TurnResult> RunAsync(
        Activity activity,
        IBot bot,
        TurnContextStateCollection? turnState = null,
        Func<Activity, CancellationToken, Task>? sendTyping = null,
        CancellationToken cancellationToken = default) =>
        RunAsync(activity, bot.OnTurnAsync, turnState, sendTyping, cancellationToken);
}
