using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>What every token must satisfy: signed with RSA and SHA-2 by a key of its issuer, for us, now.</summary>
/// <remarks>Source: protocol checklist 1.2.</remarks>
internal sealed class TokenRules(string audience, TimeProvider time)
{
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(5);
    private static readonly string[] s_algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    // Entra writes ids in lower case; people copy them as they please.
    private readonly string[] _audiences = [audience, audience.ToLowerInvariant()];
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The key that the token names, if a provider has it.</summary>
    public static ValueTask<JsonWebKey?> FindKeyAsync(BearerToken token, SigningKeys keys, CancellationToken cancellationToken) =>
        token.Unproven.Kid is { Length: > 0 } id && s_algorithms.Contains(token.Unproven.Alg)
            ? keys.FindAsync(id, cancellationToken)
            : ValueTask.FromResult<JsonWebKey?>(null);

    /// <returns>Null where the token holds; else why not.</returns>
    public async Task<string?> FindFaultAsync(BearerToken token, SecurityKey key, IEnumerable<string> issuers)
    {
        var result = await _handler.ValidateTokenAsync(token.Unproven, new TokenValidationParameters
        {
            ValidAlgorithms = s_algorithms,
            ValidIssuers = issuers,
            ValidAudiences = _audiences,
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsNow,
        });
        return result.IsValid ? null : result.Exception.Message;
    }

    private bool IsNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now <= end.Add(s_skew) && (notBefore is not { } start || now >= start.Subtract(s_skew));
    }
}
