using System.Net;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>Decides whether an activity may come in: by the channel's token, or, on a developer's machine, by an emulator's or by none.</summary>
/// <remarks>Whether the bot is registered decides which, never whether a token was sent: leaving out a setting in production
/// closes the endpoint, it does not open it. Source: protocol checklist 1.1 to 1.15; design, "No app id".</remarks>
public sealed class ActivityAuthenticator(
    BotOptions options, bool isDevelopment, ChannelTokenValidator channel, EmulatorTokenValidator emulator, OutboundHosts hosts)
{
    /// <param name="authorization">The Authorization header; null where there is none or more than one.</param>
    /// <param name="activity">The parsed body.</param>
    /// <param name="remote">Who is connected; null where unknown.</param>
    /// <param name="isForwarded">Whether a proxy or tunnel passes the request on: then <paramref name="remote"/> is not the sender.</param>
    public async ValueTask<AuthenticationOutcome> AuthenticateAsync(
        string? authorization, Activity activity, IPAddress? remote, bool isForwarded, CancellationToken cancellationToken)
    {
        if (!options.IsRegistered)
        {
            return Anonymous(activity, remote, isForwarded);
        }

        if (BearerToken.Parse(authorization) is not { } token)
        {
            return AuthenticationOutcome.Unauthorized("There is no bearer token.");
        }

        try
        {
            var outcome = isDevelopment && emulator.IsIssuer(token.Issuer)
                ? await emulator.ValidateAsync(token, cancellationToken)
                : await channel.ValidateAsync(token, activity, cancellationToken);
            return outcome.IsAccepted ? CheckServiceUrl(activity) : outcome;
        }
        catch (KeysUnavailableException exception)
        {
            return AuthenticationOutcome.Unavailable(exception.Message);
        }
    }

    private AuthenticationOutcome Anonymous(Activity activity, IPAddress? remote, bool isForwarded)
    {
        if (!isDevelopment)
        {
            return AuthenticationOutcome.Unavailable(
                "This bot is not registered: set Bot:AppId, Bot:TenantId and Bot:AppPassword. The web page works without.");
        }

        return remote is null || !IPAddress.IsLoopback(remote) || isForwarded
            ? AuthenticationOutcome.Unauthorized("A bot that is not registered takes activities from its own machine only.")
            : CheckServiceUrl(activity);
    }

    /// <summary>An answer must have somewhere allowed to go; where it goes back in the response, it needs no address.</summary>
    private AuthenticationOutcome CheckServiceUrl(Activity activity)
    {
        if (hosts.Allow(activity.ServiceUrl) is not null || (string.IsNullOrEmpty(activity.ServiceUrl) && activity.ExpectsReplies))
        {
            return AuthenticationOutcome.Accepted;
        }

        return AuthenticationOutcome.NotAllowed(activity.ServiceUrl);
    }
}
