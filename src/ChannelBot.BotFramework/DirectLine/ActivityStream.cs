using System.Net.WebSockets;
using System.Threading.Channels;
using ChannelBot.Core.Conversations;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>One socket on one conversation: first what is in the log after the watermark, then what is added to it.</summary>
/// <remarks>It keeps no queue of what a slow client has still to get: news only wakes it, and it reads the log from where it stands. So a
/// client that never reads costs one page of memory, for as long as patience lasts.
/// Frames are text, each an ActivitySet of one activity: the protocol allows more, but the official client (botframework-directlinejs 0.15.8)
/// hands out each frame's activities by timers, and so mixes up those of frames that arrive in one go. A client's empty frames keep the
/// line open and mean nothing (webchat.md, "WebSocket").</remarks>
internal sealed class ActivityStream(
    WebSocket socket, ConversationKey conversation, IConversationStore store, ConversationFeed feed, TimeProvider time)
{
    /// <summary>How many passing activities, such as typing, may wait; the oldest goes first.</summary>
    private const int MostPassing = 32;

    /// <summary>Clients have nothing to say here: who sends more than this is cut off.</summary>
    private const int MostReceived = 64 * 1024;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Lock _gate = new();
    private readonly Queue<LogEntry> _passing = new();

    /// <summary>Ends when the client closes, is gone, or does not read, and when the conversation or the host ends.</summary>
    public async Task RunAsync(long after, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var subscription = feed.Subscribe(conversation, Receive);
        _news.Writer.TryWrite(true);
        var receiving = ReceiveUntilClosedAsync(end);
        try
        {
            await SendAllAsync(after, end.Token);
            await CloseAsync(WebSocketCloseStatus.NormalClosure, "The conversation is no more.");

            // Cut off at once, a client might never read why.
            await Task.WhenAny(receiving, Task.Delay(LongestGoodbye, time, end.Token));
        }
        catch (OperationCanceledException) when (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, null);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The client has gone, or was not reading. It comes back with its watermark.
        }
        finally
        {
            socket.Abort();
            await end.CancelAsync();
            await receiving;
        }
    }

    private void Receive(IReadOnlyList<LogEntry> entries)
    {
        lock (_gate)
        {
            if (entries is [{ Sequence: not 0 }, ..])
            {
                // An answer ends the typing that has not been shown yet.
                _passing.Clear();
            }
            else if (entries is [var passing, ..])
            {
                _passing.Enqueue(passing);
                if (_passing.Count > MostPassing)
                {
                    _passing.Dequeue();
                }
            }
        }

        _news.Writer.TryWrite(true);
    }

    private async Task SendAllAsync(long after, CancellationToken cancellationToken)
    {
        await foreach (var _ in _news.Reader.ReadAllAsync(cancellationToken))
        {
            while (NextPassing() is { } passing)
            {
                await SendAsync(ActivitySet.Write([passing], watermark: null), cancellationToken);
            }

            LogPage? page;
            do
            {
                page = await store.ReadLogAsync(conversation, after, DirectLineLimits.PageSize, DirectLineLimits.PageBytes, cancellationToken);
                if (page is null)
                {
                    return;
                }

                foreach (var entry in page.Entries)
                {
                    await SendAsync(ActivitySet.Write([entry], Watermark.Of(conversation, entry.Sequence)), cancellationToken);
                    after = entry.Sequence;
                }
            }
            while (page.HasMore);
        }
    }

    private LogEntry? NextPassing()
    {
        lock (_gate)
        {
            return _passing.TryDequeue(out var entry) ? entry : null;
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(DirectLineLimits.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, either.Token);
    }

    private async Task ReceiveUntilClosedAsync(CancellationTokenSource end)
    {
        var buffer = new byte[256];
        var received = 0;
        try
        {
            while (received < MostReceived)
            {
                // No token: cancelling a receive would abort the socket before it could be closed with a reason.
                var message = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (message.MessageType is WebSocketMessageType.Close)
                {
                    break;
                }

                received += message.Count;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // As above.
        }

        await end.CancelAsync();
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        using var patience = new CancellationTokenSource(LongestGoodbye, time);
        try
        {
            await socket.CloseOutputAsync(socket.CloseStatus is null ? status : WebSocketCloseStatus.NormalClosure, reason, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // As above.
        }
    }
}
