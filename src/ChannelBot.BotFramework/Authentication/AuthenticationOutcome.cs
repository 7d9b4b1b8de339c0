namespace ChannelBot.BotFramework.Authentication;

/// <summary>Whether an activity comes from where it says.</summary>
/// <param name="Status">200, or the HTTP status to refuse it with.</param>
/// <param name="Code">For the sender: what kind of refusal, see <see cref="Schema.ErrorResponse"/>.</param>
/// <param name="Message">For the sender: nothing that would help to forge a better token.</param>
/// <param name="Reason">For the log.</param>
public sealed record AuthenticationOutcome(int Status, string Code, string Message, string Reason)
{
    public static AuthenticationOutcome Accepted { get; } = new(200, "", "", "");

    public bool IsAccepted => Status == 200;

    /// <summary>The token is missing or is not one of ours.</summary>
    internal static AuthenticationOutcome Unauthorized(string reason) =>
        new(401, "Unauthorized", "This endpoint takes activities with a valid token of the Bot Framework.", reason);

    /// <summary>The token is real, but not for this activity.</summary>
    internal static AuthenticationOutcome Forbidden(string reason) =>
        new(403, "Forbidden", "The token is not for this activity.", reason);

    /// <summary>The activity wants its answer sent somewhere that is not allowed.</summary>
    internal static AuthenticationOutcome NotAllowed(string? serviceUrl) => new(
        403, "Forbidden", "The bot may not send to the activity's serviceUrl.", $"The bot may not send to '{serviceUrl}'. Bot:AllowedHosts can allow it.");

    internal static AuthenticationOutcome Unavailable(string message) => new(503, "ServiceUnavailable", message, message);
}
