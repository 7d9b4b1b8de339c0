using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ChannelBot.Testing.Tests.Chat;

/// <summary>Microsoft's own converter of .chat files, npm @microsoft/bf-chatdown.</summary>
internal static class Chatdown
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Folder => Repository.At("tests", "ChannelBot.Testing.Tests", "chatdown");

    /// <summary>The activities that it makes of each file, by the file's path; the clock stands at noon of 15 October 2015, in UTC.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonArray>> ConvertAsync(IEnumerable<string> files)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), "chatdown is missing: run npm ci in tests/ChannelBot.Testing.Tests/chatdown.");
        using var patience = new CancellationTokenSource(Patience);
        var start = new ProcessStartInfo("node", ["convert.mjs", .. files]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.Environment["TZ"] = "UTC";
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(patience.Token);
        var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
        await node.WaitForExitAsync(patience.Token);
        Assert.True(node.ExitCode is 0, await errors);
        return ((JsonObject)JsonNode.Parse(output)!).ToDictionary(
            file => file.Key, file => file.Value as JsonArray ?? throw new InvalidOperationException($"{file.Key}: {file.Value}"));
    }
}
