namespace ChannelBot.BotFramework.Turns;

/// <summary>A step around the bot.</summary>
public interface IMiddleware
{
    /// <summary>Does its work before or after <paramref name="next"/>, or answers itself and does not call it.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>The rest of the turn: the middleware that follows, then the bot.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);
