using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>The caller asked for what it may not have, or asked in a way that cannot be read. The message goes back to it.</summary>
/// <remarks>Statuses and the body's shape: directline-3.0.json. It has no 413 and no 503; these two are ours, for what is too large and
/// for too many messages at once.</remarks>
internal sealed class DirectLineRefusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static DirectLineRefusal BadArgument(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static DirectLineRefusal MissingProperty(string message) =>
        new(StatusCodes.Status400BadRequest, BadActivityException.MissingProperty, message);

    public static DirectLineRefusal NotAuthorized(string message) => new(StatusCodes.Status401Unauthorized, "Unauthorized", message);

    public static DirectLineRefusal Forbidden(string message) => new(StatusCodes.Status403Forbidden, "Forbidden", message);

    /// <summary>Clients know this code, and ask their page for a new token.</summary>
    public static DirectLineRefusal TokenExpired() => new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    public static DirectLineRefusal NoConversation() =>
        new(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation, or not any more.");

    public static DirectLineRefusal TooLarge(string message) =>
        new(StatusCodes.Status413PayloadTooLarge, BadActivityException.TooLarge, message);

    public static DirectLineRefusal TooManyStreams(string whose, int most) => new(
        StatusCodes.Status429TooManyRequests, "TooManyStreams", $"{whose} has {most} open streams, which is the most. Close one, or read …/activities.");

    public static DirectLineRefusal BotFailed(string code, string message) => new(StatusCodes.Status502BadGateway, code, message);

    /// <summary>What a handler's exception means to the caller; null where it is our fault.</summary>
    public static DirectLineRefusal? From(Exception exception) => exception switch
    {
        DirectLineRefusal refusal => refusal,
        BadActivityException bad => new DirectLineRefusal(bad.Status, bad.Code, bad.Message),
        ConversationBusyException => new DirectLineRefusal(
            StatusCodes.Status503ServiceUnavailable, "Busy", "Too many messages of this conversation wait for an answer. Send this one again later."),
        _ => null,
    };

    public IResult ToResult() =>
        TypedResults.Json(ErrorResponse.Of(Code, Message), ProtocolJson.Wire.ErrorResponse, statusCode: Status);
}
