namespace ChannelBot.BotFramework.Authentication;

/// <summary>Checks the token with which an emulator calls a bot that is being developed: an Entra token that the bot's own
/// registration was given, for itself.</summary>
/// <remarks>Source: Azure Bot Service, "Authentication with the Bot Connector API", emulator to bot; protocol checklist 1.7 to 1.11. A
/// token of another app is a call from bot to bot (1.8), which ChannelBot does not take.</remarks>
public sealed class EmulatorTokenValidator
{
    /// <summary>The tenants in which the service's own emulators get their tokens.</summary>
    private static readonly string[] s_serviceTenants =
    [
        "d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8",
    ];

    private readonly string _appId;
    private readonly SigningKeys _keys;
    private readonly TokenRules _rules;
    private readonly Dictionary<string, string> _tenantByIssuer;

    /// <param name="tenantId">The bot's own tenant; empty for none.</param>
    public EmulatorTokenValidator(string appId, string tenantId, BotCloud cloud, SigningKeys keys, TimeProvider time)
    {
        _appId = appId;
        _keys = keys;
        _rules = new TokenRules(appId, time);
        _tenantByIssuer = s_serviceTenants.Append(tenantId)
            .Where(tenant => tenant.Length > 0)
            .Select(tenant => tenant.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .SelectMany(tenant => new[] { $"https://sts.windows.net/{tenant}/", $"{cloud.Login}{tenant}/v2.0" }, (tenant, issuer) => (tenant, issuer))
            .ToDictionary(pair => pair.issuer, pair => pair.tenant, StringComparer.Ordinal);
    }

    internal bool IsIssuer(string issuer) => _tenantByIssuer.ContainsKey(issuer);

    /// <exception cref="KeysUnavailableException">There is nothing to check with.</exception>
    internal async Task<AuthenticationOutcome> ValidateAsync(BearerToken token, CancellationToken cancellationToken)
    {
        if (await TokenRules.FindKeyAsync(token, _keys, cancellationToken) is not { } key)
        {
            return AuthenticationOutcome.Unauthorized("The token's signing key is not known, or its algorithm not allowed.");
        }

        if (await _rules.FindFaultAsync(token, key, _tenantByIssuer.Keys) is { } fault)
        {
            return AuthenticationOutcome.Unauthorized(fault);
        }

        if (Claim(token, "tid") != _tenantByIssuer[token.Issuer])
        {
            return AuthenticationOutcome.Unauthorized("The token's tenant is not its issuer's.");
        }

        var caller = Claim(token, "ver") switch
        {
            "1.0" => Claim(token, "appid"),
            "2.0" => Claim(token, "azp"),
            _ => null,
        };
        return string.Equals(caller, _appId, StringComparison.OrdinalIgnoreCase)
            ? AuthenticationOutcome.Accepted
            : AuthenticationOutcome.Unauthorized("The token was given to another app, or its version is not known.");
    }

    private static string? Claim(BearerToken token, string name) =>
        token.Unproven.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
