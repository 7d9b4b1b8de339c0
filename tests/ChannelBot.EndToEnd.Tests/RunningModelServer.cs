using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>mock-llm, an OpenAI-compatible server that others wrote, as a process of its own on a free port of 127.0.0.1.</summary>
internal sealed class RunningModelServer : IAsyncDisposable
{
    private const string Program = "node_modules/@dwmkerr/mock-llm/dist/main.js";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private RunningModelServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="rules">A file of clients/: what it says to what.</param>
    public static async Task<RunningModelServer> StartAsync(string rules)
    {
        Assert.SkipUnless(File.Exists(Repository.At("tests", "ChannelBot.EndToEnd.Tests", "clients", Program)), "mock-llm is missing: run npm ci in tests/ChannelBot.EndToEnd.Tests/clients.");
        var port = FreePort();
        var start = new ProcessStartInfo("node", [Program, "--config", rules])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.At("tests", "ChannelBot.EndToEnd.Tests", "clients"),
        };
        start.Environment["HOST"] = "127.0.0.1";
        start.Environment["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var server = new RunningModelServer(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}/v1"));
        try
        {
            await server.ListeningAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task ListeningAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("server running", StringComparison.Ordinal))
            {
                // It goes on telling what it does; a full pipe would stop it.
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("mock-llm ended at once.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
