using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>Writes what goes back to the sender of an activity.</summary>
internal static class ActivityResponses
{
    private const string JsonType = "application/json; charset=utf-8";

    public static async Task WriteErrorAsync(HttpResponse response, int status, string code, string message, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        response.ContentType = JsonType;
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        await JsonSerializer.SerializeAsync(response.Body, ErrorResponse.Of(code, message), ProtocolJson.Wire.ErrorResponse, cancellationToken);
    }

    /// <summary>The answer to an invoke; 501 where nobody gave one.</summary>
    public static async Task WriteInvokeAsync(HttpResponse response, InvokeResponse? invoke, CancellationToken cancellationToken)
    {
        response.StatusCode = StatusOf(invoke);
        if (response.StatusCode == StatusCodes.Status501NotImplemented && invoke?.Body is null)
        {
            await WriteErrorAsync(response, response.StatusCode, "NotImplemented", "This bot does not answer that invoke.", cancellationToken);
            return;
        }

        if (invoke?.Body is { } body)
        {
            response.ContentType = JsonType;
            await using var writer = new Utf8JsonWriter(response.BodyWriter);
            body.WriteTo(writer);
            await writer.FlushAsync(cancellationToken);
        }
    }

    /// <summary>An <see cref="ExpectedReplies"/>, whose activities are bytes already.</summary>
    /// <remarks>An invoke's status becomes the response's, as it would without the replies.</remarks>
    public static async Task WriteRepliesAsync(HttpResponse response, TurnAnswer answer, bool isInvoke, CancellationToken cancellationToken)
    {
        response.StatusCode = isInvoke ? StatusOf(answer.Invoke) : StatusCodes.Status200OK;
        response.ContentType = JsonType;
        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        foreach (var reply in answer.Replies)
        {
            writer.WriteRawValue(reply.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
        if (answer.Invoke?.Body is { } body)
        {
            writer.WritePropertyName("body");
            body.WriteTo(writer);
        }

        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    private static int StatusOf(InvokeResponse? invoke) => invoke?.Status ?? StatusCodes.Status501NotImplemented;
}
