using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>Stands between a client and the host, and cuts WebSockets off wherever they are in a frame.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<int> _cuts;
    private readonly Uri _host;
    private int _done;

    /// <param name="cuts">After how many bytes from the host each stream in turn is cut; those after the last are left alone.</param>
    public CuttingProxy(Uri host, IEnumerable<int> cuts)
    {
        _host = host;
        _cuts = new ConcurrentQueue<int>(cuts);
        _listener.Start();
        _ = AcceptAllAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many streams were cut.</summary>
    public int Cut => Volatile.Read(ref _done);

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var _ = client;
        using var host = new TcpClient();
        try
        {
            await host.ConnectAsync(_host.Host, _host.Port, _end.Token);
            var first = new byte[16 * 1024];
            var length = await client.GetStream().ReadAsync(first, _end.Token);
            var isStream = first.AsSpan(0, length).IndexOf("/stream?"u8) >= 0;
            await host.GetStream().WriteAsync(first.AsMemory(0, length), _end.Token);
            var allowed = isStream && _cuts.TryDequeue(out var cut) ? cut : int.MaxValue;
            await Task.WhenAny(
                client.GetStream().CopyToAsync(host.GetStream(), _end.Token), CopyAsync(host.GetStream(), client.GetStream(), allowed));
        }
        catch (Exception problem) when (problem is IOException or SocketException or OperationCanceledException)
        {
            // One of the two has closed.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, int allowed)
    {
        var buffer = new byte[4096];
        int read;
        while ((read = await from.ReadAsync(buffer, _end.Token)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, Math.Min(read, allowed)), _end.Token);
            allowed -= read;
            if (allowed <= 0)
            {
                Interlocked.Increment(ref _done);
                return;
            }
        }
    }
}
