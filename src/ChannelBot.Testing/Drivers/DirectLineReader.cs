using System.Net.WebSockets;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Drivers;

/// <summary>Reads what is said in one conversation, in its order and each activity once.</summary>
internal sealed class DirectLineReader(BotHttp http, Uri activities, string? token, Action<Activity> take, TimeProvider time)
{
    private static readonly TimeSpan s_pollEvery = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Opens the stream, then reads it in the background.</summary>
    /// <returns>The reading: it ends with the conversation, or fails.</returns>
    public async Task<Task> StreamAsync(Uri stream, CancellationToken opening, CancellationToken ended)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(stream, opening);
        }
        catch (WebSocketException problem)
        {
            socket.Dispose();
            throw new BotDriverException($"{BotHttp.Short(stream)} cannot be opened: {problem.Message.TrimEnd('.')}.", problem);
        }

        return ReadAsync(socket, ended);
    }

    /// <summary>Asks again and again.</summary>
    public async Task PollAsync(CancellationToken ended)
    {
        var watermark = "";
        using var timer = new PeriodicTimer(s_pollEvery, time);
        do
        {
            var page = new Uri($"{activities.AbsoluteUri}?watermark={Uri.EscapeDataString(watermark)}");
            watermark = Take(page, await http.SendAsync(HttpMethod.Get, page, token, null, ended)) ?? watermark;
        }
        while (await timer.WaitForNextTickAsync(ended));
    }

    private async Task ReadAsync(ClientWebSocket socket, CancellationToken ended)
    {
        using (socket)
        {
            var buffer = new byte[16 * 1024];
            using var frame = new MemoryStream();
            while (true)
            {
                var part = await ReceiveAsync(socket, buffer, ended);
                if (part.MessageType is WebSocketMessageType.Close)
                {
                    throw new BotDriverException($"{BotHttp.Short(activities)} closed the stream: {socket.CloseStatusDescription ?? socket.CloseStatus?.ToString()}.");
                }

                frame.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take(activities, frame.ToArray());
                    frame.SetLength(0);
                }
            }
        }
    }

    private static async Task<WebSocketReceiveResult> ReceiveAsync(ClientWebSocket socket, byte[] buffer, CancellationToken ended)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, ended);
        }
        catch (WebSocketException problem)
        {
            throw new BotDriverException($"The stream of answers broke off: {problem.Message}", problem);
        }
    }

    /// <summary>An empty frame keeps a connection alive, and says nothing.</summary>
    private string? Take(Uri address, byte[] json)
    {
        if (json.Length is 0)
        {
            return null;
        }

        var set = BotHttp.ReadObject(address, json);
        foreach (var activity in BotHttp.ReadActivities(address, set))
        {
            if (activity.Id is null || _seen.Add(activity.Id))
            {
                take(activity);
            }
        }

        return BotHttp.Text(set, "watermark");
    }
}
