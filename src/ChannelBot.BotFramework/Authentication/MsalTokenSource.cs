using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>Gets the bot's token from Entra: by secret, certificate, managed identity or federated credential.</summary>
/// <remarks>Source: Azure Bot Service, "Authentication with the Bot Connector API", bot to connector; protocol checklist 2.1 to 2.5.</remarks>
public sealed class MsalTokenSource : IAccessTokenSource
{
    private const string MultiTenantAuthority = "botframework.com";

    /// <summary>Made at first need: a bot that is not registered has nothing to make it from.</summary>
    private readonly Lazy<Func<bool, CancellationToken, Task<AccessToken>>> _acquire;

    /// <param name="http">How MSAL connects; null for its own way.</param>
    public MsalTokenSource(BotOptions options, BotCloud cloud, IMsalHttpClientFactory? http = null)
    {
        _acquire = new(() =>
            options.AppType == BotAppType.UserAssignedMsi ? ManagedIdentity(options, cloud, http) : Confidential(options, cloud, http));
    }

    public Task<AccessToken> AcquireAsync(bool isForced, CancellationToken cancellationToken) => _acquire.Value(isForced, cancellationToken);

    private static Func<bool, CancellationToken, Task<AccessToken>> Confidential(
        BotOptions options, BotCloud cloud, IMsalHttpClientFactory? http)
    {
        var tenant = options.AppType == BotAppType.MultiTenant ? MultiTenantAuthority : options.TenantId;

        // The login address is one of three in this library: asking the service whether it exists would be one more call at start.
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(new Uri(cloud.Login, tenant))
            .WithInstanceDiscovery(false);
        builder = options switch
        {
            { CertificatePath.Length: > 0 } => builder.WithCertificate(BotCertificate.Load(options), sendX5C: true),
            { FederatedTokenFile.Length: > 0 } => builder.WithClientAssertion((AssertionRequestOptions request) => ReadTokenAsync(options.FederatedTokenFile, request.CancellationToken)),
            { FederatedIdentityId.Length: > 0 } => builder.WithClientAssertion(AssertionOf(options, cloud, http)),
            _ => builder.WithClientSecret(options.AppPassword),
        };
        var app = (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
        string[] scopes = [cloud.Scope];
        return async (isForced, cancellationToken) => TokenOf(await app.AcquireTokenForClient(scopes).WithForceRefresh(isForced).ExecuteAsync(cancellationToken));
    }

    private static Func<bool, CancellationToken, Task<AccessToken>> ManagedIdentity(
        BotOptions options, BotCloud cloud, IMsalHttpClientFactory? http)
    {
        var app = IdentityOf(options.AppId, http);
        var resource = cloud.Scope[..cloud.Scope.LastIndexOf('/')];
        return async (isForced, cancellationToken) =>
            TokenOf(await app.AcquireTokenForManagedIdentity(resource).WithForceRefresh(isForced).ExecuteAsync(cancellationToken));
    }

    private static AccessToken TokenOf(AuthenticationResult result) => new(result.AccessToken, result.ExpiresOn);

    private static IManagedIdentityApplication IdentityOf(string clientId, IMsalHttpClientFactory? http)
    {
        var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(clientId));
        return (http is null ? builder : builder.WithHttpClientFactory(http)).Build();
    }

    /// <summary>A managed identity's token for the exchange, which Entra takes in place of a secret.</summary>
    private static Func<AssertionRequestOptions, Task<string>> AssertionOf(BotOptions options, BotCloud cloud, IMsalHttpClientFactory? http)
    {
        var app = IdentityOf(options.FederatedIdentityId, http);
        return async request => (await app.AcquireTokenForManagedIdentity(cloud.TokenExchange).ExecuteAsync(request.CancellationToken)).AccessToken;
    }

    /// <summary>Read for each request: the file is renewed all the while.</summary>
    private static async Task<string> ReadTokenAsync(string path, CancellationToken cancellationToken) =>
        (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
}
