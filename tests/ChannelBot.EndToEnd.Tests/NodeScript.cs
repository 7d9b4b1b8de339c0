using System.ComponentModel;
using System.Diagnostics;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>A script of clients/, run by node. It ends with 0 where all was as it should be, and else says what was not.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Skips the test where the clients were not fetched.</summary>
    public static void Require() => Assert.SkipUnless(
        Directory.Exists(Repository.At("tests", "ChannelBot.EndToEnd.Tests", "clients", "node_modules")), "The official clients are missing: run npm ci in tests/ChannelBot.EndToEnd.Tests/clients.");

    /// <summary>Runs a script to its end.</summary>
    /// <param name="onLine">Called with each line that it prints, as it comes.</param>
    public static async Task RunAsync(string script, IReadOnlyList<string> arguments, Func<string, Task>? onLine = null)
    {
        Require();
        using var node = Start(script, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var errors = node.StandardError.ReadToEndAsync(patience.Token);
        var lines = new List<string>();
        try
        {
            while (await node.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                lines.Add(line);
                await (onLine?.Invoke(line) ?? Task.CompletedTask);
            }

            await node.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
            }
        }

        Assert.True(node.ExitCode is 0, $"{script} ended with {node.ExitCode}:\n{string.Join('\n', lines)}\n{await errors}");
    }

    private static Process Start(string script, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", [script, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.At("tests", "ChannelBot.EndToEnd.Tests", "clients"),
            })!;
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException("These tests need node, which was not found.", problem);
        }
    }
}
