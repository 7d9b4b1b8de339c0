namespace ChannelBot.BotFramework.Turns;

/// <summary>Something that answers activities.</summary>
public interface IBot
{
    /// <summary>Answers <see cref="ITurnContext.Activity"/> through the context.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>A bot that is a method.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
