using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>The response to an activity whose delivery mode is "stream": events, each an activity, as they come.</summary>
/// <remarks>Source: protocol checklist section 4, row "stream": text/event-stream with frames "event: activity", then for an invoke
/// "event: invokeResponse". The form of frames: HTML Living Standard, "Server-sent events".</remarks>
internal sealed class ActivityEventStream(HttpResponse response)
{
    /// <summary>Sends what the bot is doing, while the turn runs.</summary>
    public async Task<StreamReceipt> SendAsync(Activity update, CancellationToken cancellationToken)
    {
        var id = StreamInfo.Identify(update, $"stream-{Guid.NewGuid():N}");
        await WriteAsync("activity"u8.ToArray(), JsonSerializer.SerializeToUtf8Bytes(update, ProtocolJson.Wire.Activity), cancellationToken);
        return new StreamReceipt(StreamStep.Sent, id);
    }

    /// <summary>Sends what the turn gave.</summary>
    public async Task EndAsync(TurnAnswer answer, bool isInvoke, CancellationToken cancellationToken)
    {
        Begin();
        foreach (var reply in answer.Replies)
        {
            await WriteAsync("activity"u8.ToArray(), reply, cancellationToken);
        }

        if (isInvoke)
        {
            var invoke = answer.Invoke ?? new InvokeResponse { Status = StatusCodes.Status501NotImplemented };
            await WriteAsync("invokeResponse"u8.ToArray(), JsonSerializer.SerializeToUtf8Bytes(invoke, ProtocolJson.Wire.InvokeResponse), cancellationToken);
        }
    }

    private void Begin()
    {
        if (response.HasStarted)
        {
            return;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <param name="data">JSON as this program writes it: without line breaks.</param>
    private async Task WriteAsync(byte[] name, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        Begin();
        byte[] frame = [.. "event: "u8, .. name, .. "\ndata: "u8, .. data.Span, .. "\n\n"u8];
        await response.Body.WriteAsync(frame, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
