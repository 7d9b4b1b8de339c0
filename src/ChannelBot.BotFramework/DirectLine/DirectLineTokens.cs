using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>What a token is good for; none can be used for another purpose.</summary>
internal enum TokenPurpose
{
    /// <summary>The Authorization header of every call.</summary>
    Calls,

    /// <summary>The address of a stream, which a browser opens without headers.</summary>
    Stream,

    /// <summary>The page's cookie, by which a reload finds its conversation.</summary>
    Cookie,
}

/// <summary>Whom a token speaks for.</summary>
/// <param name="UserId">Null where the token was made for no one in particular: each activity then says who speaks.</param>
/// <param name="TrustedOrigins">Sites from which a browser may use the token; empty means any.</param>
internal sealed record DirectLineToken(
    string ConversationId, string? UserId = null, string? UserName = null, IReadOnlyList<string>? TrustedOrigins = null)
{
    public bool IsTrusted(string origin) =>
        TrustedOrigins is not { Count: > 0 } origins || origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Makes and reads tokens: JSON Web Tokens, signed with a key that never leaves the host, bound to one conversation.</summary>
/// <remarks>Clients read the claim <c>user</c> out of them (webchat.md, "secret vs token"); the rest is ours.</remarks>
internal sealed class DirectLineTokens(SigningKey key, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Issuer = "channelbot";
    private const string ConversationClaim = "conv";
    private const string UserClaim = "user";
    private const string NameClaim = "name";
    private const string OriginsClaim = "trustedOrigins";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public string Write(TokenPurpose purpose, DirectLineToken token)
    {
        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Iss] = Issuer,
            [JwtRegisteredClaimNames.Aud] = purpose.ToString(),
            [JwtRegisteredClaimNames.Iat] = now.ToUnixTimeSeconds(),
            [JwtRegisteredClaimNames.Exp] = (now + Lifetime(purpose)).ToUnixTimeSeconds(),
            // Two tokens are never the same text, so that one can be told from the one that it replaced.
            [JwtRegisteredClaimNames.Jti] = RandomNumberGenerator.GetHexString(16, lowercase: true),
            [ConversationClaim] = token.ConversationId,
        };
        AddIfAny(claims, UserClaim, token.UserId);
        AddIfAny(claims, NameClaim, token.UserName);
        if (token.TrustedOrigins is { Count: > 0 } origins)
        {
            claims.Add(OriginsClaim, origins.ToArray());
        }

        return _handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = key.Credentials });
    }

    /// <exception cref="DirectLineRefusal">It is expired, or none of ours, or made for another purpose.</exception>
    public async Task<DirectLineToken> ReadAsync(TokenPurpose purpose, string text)
    {
        var result = await _handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = purpose.ToString(),
            IssuerSigningKey = key.Credentials.Key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            // Below, by the clock that the tests can set, and with an answer of its own.
            ValidateLifetime = false,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
        {
            throw DirectLineRefusal.Forbidden("The token is not one of this bot's.");
        }

        if (time.GetUtcNow() >= token.ValidTo)
        {
            throw DirectLineRefusal.TokenExpired();
        }

        return new DirectLineToken(
            token.GetPayloadValue<string>(ConversationClaim),
            token.TryGetPayloadValue<string>(UserClaim, out var user) ? user : null,
            token.TryGetPayloadValue<string>(NameClaim, out var name) ? name : null,
            token.TryGetPayloadValue<string[]>(OriginsClaim, out var origins) ? origins : null);
    }

    public TimeSpan Lifetime(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.Stream => DirectLineLimits.StreamUrlLifetime,
        TokenPurpose.Cookie => options.Value.CookieLifetime,
        _ => options.Value.TokenLifetime,
    };

    private static void AddIfAny(Dictionary<string, object> claims, string name, string? value)
    {
        if (value is not null)
        {
            claims.Add(name, value);
        }
    }
}
