using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Checks what a token is asked for with.</summary>
internal static class TokenParameters
{
    /// <exception cref="DirectLineRefusal">The user or a site cannot be named in a token.</exception>
    public static DirectLineToken ToToken(TokenParametersDto parameters, string conversationId)
    {
        if (parameters.User?.Id is { } id)
        {
            RequireUserId(id);
        }

        return new DirectLineToken(conversationId, parameters.User?.Id, NameOf(parameters.User), Origins(parameters.TrustedOrigins));
    }

    /// <summary>The name to show; none where it is too long.</summary>
    public static string? NameOf(ChannelAccount? user) => user?.Name is { Length: > 0 and <= DirectLineLimits.NameLength } name ? name : null;

    /// <exception cref="DirectLineRefusal">A token cannot name this user.</exception>
    private static void RequireUserId(string id)
    {
        if (!id.StartsWith(DirectLineIds.UserPrefix, StringComparison.Ordinal) || id.Length > DirectLineLimits.NameLength)
        {
            throw DirectLineRefusal.BadArgument(
                $"user.id must start with \"{DirectLineIds.UserPrefix}\" and have {DirectLineLimits.NameLength} characters at most.");
        }
    }

    private static string[]? Origins(IReadOnlyList<string>? origins)
    {
        if (origins is null)
        {
            return null;
        }

        if (origins.Count > DirectLineLimits.TrustedOrigins || !origins.All(IsOrigin))
        {
            throw DirectLineRefusal.BadArgument(
                $"trustedOrigins must be {DirectLineLimits.TrustedOrigins} sites at most, each such as \"https://school.example\".");
        }

        return [.. origins.Select(origin => origin.TrimEnd('/'))];
    }

    private static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") && uri.PathAndQuery is "/" && uri.Fragment is "";
}
