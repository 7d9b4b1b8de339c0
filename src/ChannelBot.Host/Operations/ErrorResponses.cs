using ChannelBot.BotFramework.Schema;
using ChannelBot.Core;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ChannelBot.Host.Operations;

/// <summary>Every error as the protocols have it, <c>{"error":{"code","message"}}</c>, with nothing in it that only the log should know.
/// (directline-3.0.json and botframework-channel.json, ErrorResponse.)</summary>
internal static class ErrorResponses
{
    public static void UseErrorResponses(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => WriteAsync(context, context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error),
            SuppressDiagnosticsCallback = context => Of(context.Exception).Status < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages(async context => await WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>Writes the body for a status that was decided already.</summary>
    public static Task WriteAsync(HttpContext context, int status, string? code = null, string? message = null)
    {
        var (usualCode, usualMessage) = Usual(status);
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(ErrorResponse.Of(code ?? usualCode, message ?? usualMessage), ProtocolJson.Wire.ErrorResponse);
    }

    private static (string Code, string Message) Usual(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("BadArgument", "The request cannot be read."),
        StatusCodes.Status401Unauthorized => ("Unauthorized", "The request needs a valid token."),
        StatusCodes.Status403Forbidden => ("Forbidden", "The token does not allow this."),
        StatusCodes.Status404NotFound => ("NotFound", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => ("MethodNotAllowed", "This address does not take that method."),
        StatusCodes.Status413PayloadTooLarge => ("MessageSizeTooBig", "The request is larger than what is accepted here."),
        StatusCodes.Status415UnsupportedMediaType => ("UnsupportedMediaType", "This content type is not accepted here."),
        StatusCodes.Status429TooManyRequests => ("Throttled", "That was a lot at once. Please try again in a moment."),
        StatusCodes.Status503ServiceUnavailable => ("ServiceUnavailable", "The bot cannot answer just now. Please try again in a moment."),
        >= 500 => ("ServiceError", "Something went wrong here. It was noted; please try again."),
        _ => ("BadRequest", "The request cannot be served."),
    };

    private static Task WriteAsync(HttpContext context, Exception exception)
    {
        var (status, message) = Of(exception);
        return WriteAsync(context, status, message: message);
    }

    /// <summary>What the caller did wrong becomes its status; everything else is ours, is logged, and says no more than that.</summary>
    private static (int Status, string? Message) Of(Exception exception) => exception switch
    {
        BadInputException bad => (StatusCodes.Status400BadRequest, bad.Message),
        BadHttpRequestException bad => (bad.StatusCode, null),
        ConversationBusyException or TooMuchAtOnceException => (StatusCodes.Status429TooManyRequests, null),
        _ => (StatusCodes.Status500InternalServerError, null),
    };
}
