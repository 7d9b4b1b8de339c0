using Microsoft.IdentityModel.JsonWebTokens;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>A token as it was sent: readable, and nothing in it proven.</summary>
internal sealed record BearerToken(JsonWebToken Unproven)
{
    /// <summary>The longest token that is looked at. Those of the service have about 1,500 characters.</summary>
    private const int Longest = 16 * 1024;

    /// <summary>Who claims to have made it.</summary>
    public string Issuer => Unproven.Issuer;

    /// <summary>Reads <c>Bearer token</c>, exactly two parts (protocol checklist 1.1).</summary>
    /// <returns>Null where the header is something else.</returns>
    public static BearerToken? Parse(string? header)
    {
        if (header is null || header.Length > Longest || header.Split(' ') is not [var scheme, { Length: > 0 } text]
            || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return new BearerToken(new JsonWebToken(text));
        }
        catch (ArgumentException)
        {
            // Also SecurityTokenMalformedException: not three parts, or not JSON inside.
            return null;
        }
    }
}
