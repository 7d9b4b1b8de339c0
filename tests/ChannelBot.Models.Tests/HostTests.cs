using System.Text.Json.Nodes;
using ChannelBot.Host.Tests.Messages;
using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Models.Tests;

/// <summary>A host with a model: it answers, it labels what the model wrote, and without the model it goes on and says so.</summary>
public sealed class HostTests : IDisposable
{
    private const string Question = "How many people arrived this year?";
    private const string Honest = """{"outcome": "answered", "text": "{figure:f:arrivals-this-year} people arrived this year.", "missing": null}""";
    private const string Lie = """{"outcome": "answered", "text": "Nine people arrived this year [p6.s1].", "missing": null}""";

    private static readonly Calls LooksUp = new([new ScriptedCall("figures_find", """{"words": "arrivals this year"}""")]);

    private readonly StorePath _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Teams_labels_what_a_model_wrote_and_only_that()
    {
        // The host calls the model once when it starts, which any answer does for.
        await using var server = await ScriptedModelServer.StartAsync(new Says("ready"), LooksUp, new Says(Honest), LooksUp, new Says(Lie), new Says(Lie));
        await using var host = Host(("Planner:Provider", "openai"), ("Planner:Endpoint", new Uri(server.Address, "v1").AbsoluteUri), ("Planner:ApiKey", ScriptedModelServer.Key));
        await server.RequestedAsync(1);

        var written = await AskAsync(host, "m1");
        Assert.Equal("AIGeneratedContent", (string?)written["entities"]![0]!["additionalType"]![0]);
        Assert.Contains("[1]", (string?)written["text"], StringComparison.Ordinal);

        var refused = await AskAsync(host, "m2");
        Assert.Null(refused["entities"]![0]!["additionalType"]);
        Assert.DoesNotContain("Nine", (string?)refused["text"], StringComparison.Ordinal);
        Assert.Equal("ok", (string?)(await ReadyAsync(host))["status"]);
        Assert.Empty(server.Complaints);
    }

    [Fact]
    public async Task A_host_whose_model_cannot_be_reached_answers_by_the_rules_and_is_degraded()
    {
        await using var host = Host(("Planner:Provider", "openai-compatible"), ("Planner:Endpoint", "http://127.0.0.1:9/v1"), ("Planner:Retries", "0"));
        var answer = await AskAsync(host, "m1");
        Assert.Contains("[1]", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Null(answer["entities"]![0]!["additionalType"]);
        var ready = await ReadyAsync(host);
        Assert.Equal("degraded", (string?)ready["status"]);
        Assert.Equal("embedded, since openai-compatible does not answer: the service cannot be reached: see Planner:Endpoint", (string?)ready["planner"]);
    }

    private RunningHost Host(params (string, string)[] settings) => new(_store.Path, [("Planner:Model", "scripted"), .. settings]);

    private static async Task<JsonNode> AskAsync(RunningHost host, string id)
    {
        var (status, body) = await host.PostAsync(new JsonObject
        {
            ["type"] = "message",
            ["id"] = id,
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://smba.trafficmanager.net/teams/",
            ["from"] = new JsonObject { ["id"] = "user" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "talk" },
            ["text"] = Question,
            ["deliveryMode"] = "expectReplies",
        }.ToJsonString());
        Assert.Equal(200, status);
        return Assert.Single(body!["activities"]!.AsArray())!;
    }

    /// <summary>What /readyz says once the host has started.</summary>
    private static async Task<JsonNode> ReadyAsync(RunningHost host)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await timer.WaitForNextTickAsync())
        {
            var ready = JsonNode.Parse(await host.Client.GetStringAsync(new Uri("/healthz", UriKind.Relative)))!;
            using var response = await host.Client.GetAsync(new Uri("/readyz", UriKind.Relative));
            if (response.IsSuccessStatusCode)
            {
                return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            }

            Assert.Equal("ok", (string?)ready["status"]);
        }

        throw new InvalidOperationException("The timer has ended.");
    }
}
