namespace ChannelBot.BotFramework.Authentication;

/// <summary>The bot's own token, which it shows to connectors.</summary>
public sealed record AccessToken(string Text, DateTimeOffset ExpiresAt);

/// <summary>Where the bot gets its token.</summary>
public interface IAccessTokenSource
{
    /// <param name="isForced">Whether a token that the source still holds must not be given again.</param>
    Task<AccessToken> AcquireAsync(bool isForced, CancellationToken cancellationToken);
}

/// <summary>Keeps the bot's token: one for all senders, fetched once however many ask, and again well before it ends, so that no
/// message waits for it.</summary>
/// <remarks>Source: protocol checklist 2.4.</remarks>
public sealed class ConnectorTokens(IAccessTokenSource source, TimeProvider time)
{
    /// <summary>The part of its life after which a token is replaced ahead of time.</summary>
    private const double Worn = 0.6;

    /// <summary>A token with less to live is not sent: it could end on its way.</summary>
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private Held? _held;
    private Task<Held>? _fetching;

    /// <summary>A token that is good now.</summary>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_held is not { } held || now >= held.Token.ExpiresAt - s_margin)
        {
            return (await FetchAsync(isForced: false, cancellationToken)).Token.Text;
        }

        if (now >= held.ReplaceAt)
        {
            // Its failure is nobody's concern yet: the next sender tries again, and the old token still holds.
            _ = FetchAsync(isForced: true, CancellationToken.None).ContinueWith(
                task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        return held.Token.Text;
    }

    /// <summary>A token other than the one that a connector refused.</summary>
    public async Task<string> ReplaceAsync(string refused, CancellationToken cancellationToken)
    {
        var held = _held;
        return held is not null && held.Token.Text != refused
            ? held.Token.Text
            : (await FetchAsync(isForced: true, cancellationToken)).Token.Text;
    }

    private Task<Held> FetchAsync(bool isForced, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // A caller who gives up does not take the token away from the others.
            _fetching ??= Task.Run(() => FetchAndKeepAsync(isForced), CancellationToken.None);
            return _fetching.WaitAsync(cancellationToken);
        }
    }

    private async Task<Held> FetchAndKeepAsync(bool isForced)
    {
        try
        {
            var token = await source.AcquireAsync(isForced, CancellationToken.None);
            var now = time.GetUtcNow();
            return _held = new Held(token, now + ((token.ExpiresAt - now) * Worn));
        }
        finally
        {
            lock (_lock)
            {
                _fetching = null;
            }
        }
    }

    private sealed record Held(AccessToken Token, DateTimeOffset ReplaceAt);
}
