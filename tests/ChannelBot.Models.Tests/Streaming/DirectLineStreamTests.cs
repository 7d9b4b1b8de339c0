using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ChannelBot.Host.Tests.Messages;
using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Models.Tests.Streaming;

/// <summary>What passes over a socket of Direct Line while a model works on an answer, and what is left of it in the conversation.</summary>
public sealed class DirectLineStreamTests : IDisposable
{
    private const string Question = "How many people arrived this year?";

    private readonly StorePath _store = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Updates_pass_over_the_socket_without_a_watermark_and_only_the_answer_stays()
    {
        var seen = new TaskCompletionSource();
        await using var model = await ScriptedModelServer.StartAsync(
            new Says("ready"),
            new Calls([new ScriptedCall("figures_find", """{"words": "arrivals this year"}""")]),
            new Waits(seen.Task, new Says("""{"outcome": "answered", "text": "{figure:f:arrivals-this-year} people arrived this year.", "missing": null}""")));
        await using var host = new RunningHost(
            _store.Path,
            ("Planner:Model", "scripted"),
            ("Planner:Provider", "openai"),
            ("Planner:Endpoint", new Uri(model.Address, "v1").AbsoluteUri),
            ("Planner:ApiKey", ScriptedModelServer.Key));
        await model.RequestedAsync(1);
        var started = await StartAsync(host);
        var activities = new Uri($"/v3/directline/conversations/{started["conversationId"]}/activities", UriKind.Relative);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)started["streamUrl"]!), Cancel);
        var greeting = await FrameAsync(socket);

        var post = host.Client.PostAsJsonAsync(activities, new { type = "message", text = Question }, Cancel);
        var passing = await FrameAsync(socket);
        seen.SetResult();
        var kept = await FrameAsync(socket);
        while (kept["watermark"] is null)
        {
            kept = await FrameAsync(socket);
        }

        var last = await FrameAsync(socket);
        Assert.True((await post).IsSuccessStatusCode);
        var update = Assert.Single(passing["activities"]!.AsArray())!;
        Assert.Equal(("typing", "Looking up the numbers…", null), ((string?)update["type"], (string?)update["text"], (string?)update["replyToId"]));
        Assert.Null(passing["watermark"]);
        var streamId = (string?)update["id"];
        Assert.Equal(("informative", streamId, 1), ((string?)update["channelData"]!["streamType"], (string?)update["channelData"]!["streamId"], (int?)update["channelData"]!["streamSequence"]));

        var (echo, answer) = (Assert.Single(kept["activities"]!.AsArray())!, Assert.Single(last["activities"]!.AsArray())!);
        Assert.Equal(("final", streamId), ((string?)answer["channelData"]!["streamType"], (string?)answer["channelData"]!["streamId"]));
        Assert.Equal((string?)echo["id"], (string?)answer["replyToId"]);
        Assert.True(Time(echo) < Place(update) && Place(update) < Time(answer));
        Assert.True(long.Parse((string)greeting["watermark"]!, null) < long.Parse((string)last["watermark"]!, null));

        var log = JsonNode.Parse(await host.Client.GetStringAsync(activities, Cancel))!;
        Assert.Equal(["message", "message", "message"], log["activities"]!.AsArray().Select(activity => (string?)activity!["type"]));
        Assert.Equal((string?)last["watermark"], (string?)log["watermark"]);
    }

    private static async Task<JsonNode> StartAsync(RunningHost host)
    {
        using var issued = await host.Client.PostAsJsonAsync(new Uri("/webchat/token", UriKind.Relative), new { }, Cancel);
        var token = JsonNode.Parse(await issued.Content.ReadAsStringAsync(Cancel))!["token"]!.GetValue<string>();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var started = await host.Client.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null, Cancel);
        return JsonNode.Parse(await started.Content.ReadAsStringAsync(Cancel))!;
    }

    private static async Task<JsonNode> FrameAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var read = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(read), Cancel);
            read += part.Count;
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(buffer.AsSpan(0, read))!;
            }
        }
    }

    private static double Time(JsonNode activity) => DateTimeOffset.Parse((string)activity["timestamp"]!, null).ToUnixTimeMilliseconds();

    private static double Place(JsonNode update) => (double)update["channelData"]!["webchat:sequence-id"]!;
}
