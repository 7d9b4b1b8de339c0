using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>The host as a process of its own, on a free port of 127.0.0.1, with a store that is deleted afterwards.</summary>
/// <example><code>await using var host = await RunningHost.StartAsync();  // host.Address is where the page is</code></example>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-host-");
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly List<string> _output = [];
    private Process? _process;

    private RunningHost(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public const string Secret = "a secret of the tests";

    public Uri Address { get; }

    /// <summary>Starts a host and waits until it is ready.</summary>
    /// <param name="settings">Beside those every test needs, as environment variables: <c>Host__PublicUrl</c>.</param>
    public static async Task<RunningHost> StartAsync(IReadOnlyDictionary<string, string>? settings = null, string environment = "Production")
    {
        var host = new RunningHost(new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
        });
        try
        {
            await host.StartAgainAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the process anew, on the same port and with the same store.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo(Programs.Host)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["ASPNETCORE_URLS"] = Address.AbsoluteUri;
        start.Environment["Storage__Path"] = Path.Combine(_folder.FullName, "conversations.db");
        start.Environment["DirectLine__Secret"] = Secret;
        start.Environment["RateLimits__Enabled"] = "false";
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    /// <summary>Ends the process as a power cut would: kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            if (_process!.HasExited)
            {
                throw new InvalidOperationException($"The host ended at once:\n{Output()}");
            }

            try
            {
                if ((await http.GetAsync(new Uri(Address, "readyz"), patience.Token)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }

    private string Output()
    {
        lock (_output)
        {
            return string.Join('\n', _output);
        }
    }
}
