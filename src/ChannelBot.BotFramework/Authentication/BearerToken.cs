using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>A token as it was sent: readable, and nothing in it proven.</summary>
internal sealed record BearerToken(JsonWebToken Unproven)
{
    /// <summary>The longest token that is looked at. Those of the service have about 1,500 characters.</summary>
    private const int Longest = 16 * 1024;

    /// <summary>Who claims to have made it; empty where nobody does.</summary>
    public string Issuer => Unproven.Issuer ?? "";

    /// <summary>Reads <c>Bearer token</c>, exactly two parts (protocol checklist 1.1), the token signed and not encrypted.</summary>
    /// <returns>Null where the header is something else.</returns>
    public static BearerToken? Parse(string? header)
    {
        if (header is null || header.Length > Longest || header.Split(' ') is not [var scheme, { Length: > 0 } text]
            || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || text.Count(character => character == '.') != 2)
        {
            return null;
        }

        try
        {
            return new BearerToken(new JsonWebToken(text));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or JsonException)
        {
            // Also SecurityTokenMalformedException: not base64url, or not JSON inside.
            return null;
        }
    }
}
