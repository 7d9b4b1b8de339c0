namespace ChannelBot.BotFramework.Authentication;

/// <summary>The hosts to which the bot may send. A serviceUrl comes from outside: without this list an activity could make the bot call
/// any address that its network reaches, and show it the bot's token.</summary>
/// <remarks>Source: protocol checklist 1.15.</remarks>
/// <param name="cloud">Whose connectors are allowed.</param>
/// <param name="configured">Further hosts.</param>
/// <param name="allowsLoopback">Whether this machine is allowed, over http too: in development, for emulators.</param>
public sealed class OutboundHosts(BotCloud cloud, IReadOnlyList<string> configured, bool allowsLoopback)
{
    /// <summary>Exactly this host: everybody can register names beside it.</summary>
    private const string TeamsConnector = "smba.trafficmanager.net";

    private static readonly string[] s_shared =
    [
        "teams.microsoft.com", "graph.microsoft.com", "sharepoint.com", "svc.ms", "blob.core.windows.net",
    ];

    private readonly string[] _suffixes = [.. cloud.ServiceHosts, .. s_shared, .. configured.Select(host => host.Trim().Trim('.'))];

    /// <summary>The address that was asked for last: a channel names the same one with each activity.</summary>
    private Asked? _last;

    /// <summary>The address, where the bot may send there; else null.</summary>
    public Uri? Allow(string? address)
    {
        if (_last is not { } last || last.Address != address)
        {
            _last = last = new Asked(address, Look(address));
        }

        return last.Allowed;
    }

    private Uri? Look(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return null;
        }

        if (uri.IsLoopback)
        {
            return allowsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;
        }

        return uri.Scheme == Uri.UriSchemeHttps && IsKnown(uri.IdnHost.TrimEnd('.')) ? uri : null;
    }

    private sealed record Asked(string? Address, Uri? Allowed);

    private bool IsKnown(string host) =>
        host.Equals(TeamsConnector, StringComparison.OrdinalIgnoreCase) || _suffixes.Any(suffix => IsOrIsBelow(host, suffix));

    private static bool IsOrIsBelow(string host, string suffix) =>
        host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
        && (host.Length == suffix.Length || host[host.Length - suffix.Length - 1] == '.');
}
