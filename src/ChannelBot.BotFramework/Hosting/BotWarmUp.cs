using ChannelBot.BotFramework.Authentication;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>Fetches ahead of the first message what it would have to wait for: the keys to check tokens with, and the bot's own token.</summary>
public sealed class BotWarmUp
{
    private readonly BotOptions _options;
    private readonly TokenProviders _providers;
    private readonly ConnectorTokens _tokens;

    internal BotWarmUp(BotOptions options, TokenProviders providers, ConnectorTokens tokens)
    {
        _options = options;
        _providers = providers;
        _tokens = tokens;
    }

    /// <summary>Does nothing for a bot that is not registered.</summary>
    /// <exception cref="KeysUnavailableException">The keys cannot be fetched.</exception>
    /// <exception cref="Microsoft.Identity.Client.MsalException">The bot gets no token: its registration or its secret is wrong.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_options.IsRegistered)
        {
            await Task.WhenAll(_providers.Channel.WarmUpAsync(cancellationToken), _tokens.GetAsync(cancellationToken).AsTask());
        }
    }
}
