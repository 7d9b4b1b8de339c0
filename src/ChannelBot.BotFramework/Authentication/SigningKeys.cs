using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>The keys that an OpenID provider signs with, fetched once and kept: fetched again each day, and for a key id that is not
/// among them, but not more often than once an hour, so that forged tokens do not make us fetch.</summary>
/// <remarks>A day, because keys kept longer broke bots when the service changed its keys. The library's own configuration manager hands
/// out the old keys while it fetches, and so would refuse the first message that is signed with a new one.
/// Source: protocol checklist 1.12.</remarks>
public sealed partial class SigningKeys(Uri metadata, HttpClient http, TimeProvider time, ILogger<SigningKeys> logger)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_betweenFetches = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_afterFailure = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private Keys? _keys;
    private Task<Keys?>? _fetching;
    private DateTimeOffset _notBefore;

    /// <summary>The key with this id.</summary>
    /// <returns>Null where the provider has none, as far as may be asked now.</returns>
    /// <exception cref="KeysUnavailableException">No keys were ever fetched, and none can be fetched now.</exception>
    public async ValueTask<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = _keys ?? await FetchAsync(cancellationToken) ?? throw new KeysUnavailableException(metadata);
        if (keys.Find(keyId) is not { } known)
        {
            return (await FetchAsync(cancellationToken))?.Find(keyId);
        }

        if (time.GetUtcNow() - keys.FetchedAt >= s_freshFor)
        {
            _ = FetchAsync(CancellationToken.None);
        }

        return known;
    }

    /// <summary>Fetches the keys ahead of the first token.</summary>
    /// <exception cref="KeysUnavailableException">They cannot be fetched.</exception>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (_keys is null && await FetchAsync(cancellationToken) is null)
        {
            throw new KeysUnavailableException(metadata);
        }
    }

    /// <summary>Fetches, once for all who ask at the same time, where it may be done again.</summary>
    /// <returns>The keys at hand afterwards; null where there are none.</returns>
    private Task<Keys?> FetchAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_fetching is null)
            {
                if (time.GetUtcNow() < _notBefore)
                {
                    return Task.FromResult(_keys);
                }

                _fetching = Task.Run(FetchAndKeepAsync, CancellationToken.None);
            }

            return _fetching.WaitAsync(cancellationToken);
        }
    }

    private async Task<Keys?> FetchAndKeepAsync()
    {
        Keys? fetched = null;
        try
        {
            var documents = new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, documents, CancellationToken.None);
            fetched = new Keys(configuration.JsonWebKeySet?.Keys ?? [], time.GetUtcNow());
            LogFetched(metadata, fetched.Count);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or ArgumentException or OperationCanceledException
            or HttpRequestException or System.Text.Json.JsonException)
        {
            LogFailed(exception, metadata);
        }

        lock (_lock)
        {
            _notBefore = time.GetUtcNow() + (fetched is null ? s_afterFailure : s_betweenFetches);
            _keys = fetched ?? _keys;
            _fetching = null;
            return _keys;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Fetched {Count} signing keys from {Metadata}")]
    private partial void LogFetched(Uri metadata, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not fetch signing keys from {Metadata}")]
    private partial void LogFailed(Exception exception, Uri metadata);

    private sealed class Keys(IEnumerable<JsonWebKey> keys, DateTimeOffset fetchedAt)
    {
        private readonly Dictionary<string, JsonWebKey> _byId = keys
            .Where(key => key.Kid is not null)
            .GroupBy(key => key.Kid, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        public int Count => _byId.Count;

        public DateTimeOffset FetchedAt { get; } = fetchedAt;

        public JsonWebKey? Find(string id) => _byId.GetValueOrDefault(id);
    }
}

/// <summary>The keys to check tokens with cannot be had just now. Not the sender's fault.</summary>
public sealed class KeysUnavailableException(Uri metadata) : Exception($"The signing keys of {metadata} cannot be fetched.");
