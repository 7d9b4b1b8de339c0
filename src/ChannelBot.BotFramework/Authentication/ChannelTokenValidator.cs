using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>Checks the token with which Azure Bot Service calls the bot.</summary>
/// <remarks>Source: Azure Bot Service, "Authentication with the Bot Connector API", connector to bot; protocol checklist 1.3 to 1.6.</remarks>
public sealed class ChannelTokenValidator(string appId, BotCloud cloud, SigningKeys keys, TimeProvider time)
{
    private readonly TokenRules _rules = new(appId, time);
    private readonly string[] _issuers = [cloud.ChannelIssuer];

    /// <exception cref="KeysUnavailableException">There is nothing to check with.</exception>
    internal async Task<AuthenticationOutcome> ValidateAsync(BearerToken token, Activity activity, CancellationToken cancellationToken)
    {
        if (token.Issuer != cloud.ChannelIssuer)
        {
            return AuthenticationOutcome.Unauthorized("The token is of another issuer.");
        }

        if (await TokenRules.FindKeyAsync(token, keys, cancellationToken) is not { } key)
        {
            return AuthenticationOutcome.Unauthorized("The token's signing key is not known, or its algorithm not allowed.");
        }

        if (await _rules.FindFaultAsync(token, key, _issuers) is { } fault)
        {
            return AuthenticationOutcome.Unauthorized(fault);
        }

        if (!IsEndorsed(key, activity.ChannelId))
        {
            return AuthenticationOutcome.Forbidden($"The signing key is not endorsed for the channel '{activity.ChannelId}'.");
        }

        return IsForService(token, activity.ServiceUrl)
            ? AuthenticationOutcome.Accepted
            : AuthenticationOutcome.Forbidden($"The token is for another service than '{activity.ServiceUrl}'.");
    }

    /// <summary>Each of the service's keys lists the channels that may sign with it.</summary>
    private static bool IsEndorsed(JsonWebKey key, string? channelId)
    {
        if (string.IsNullOrEmpty(channelId) || !key.AdditionalData.TryGetValue("endorsements", out var value))
        {
            return false;
        }

        return value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array =>
                array.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(channelId)),
            IEnumerable<object> list => list.Any(item => item is string name && name == channelId),
            _ => false,
        };
    }

    /// <summary>The documentation writes serviceUrl and the libraries serviceurl, so the claim's name is compared without case; several must agree.</summary>
    private static bool IsForService(BearerToken token, string? serviceUrl)
    {
        var claims = token.Unproven.Claims.Where(claim => claim.Type.Equals("serviceurl", StringComparison.OrdinalIgnoreCase)).ToList();
        return claims.Count > 0 && claims.TrueForAll(claim => claim.Value.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase));
    }
}
