using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>What a host tells a collector by OTLP, read with OpenTelemetry's own definitions (clients/otlp.mjs).</summary>
public sealed class TelemetryTests
{
    /// <summary>Of the question, of the answer, and of every token: none of it may leave the host.</summary>
    private static readonly string[] s_secrets = ["Wolpertinger", "compared to the same period", "eyJ"];

    [Fact]
    public async Task Traces_metrics_and_logs_arrive_and_nothing_of_what_was_said()
    {
        NodeScript.Require();
        RunningHost? host = null;
        try
        {
            await NodeScript.RunAsync("otlp.mjs", s_secrets, async line =>
            {
                host = await RunningHost.StartAsync(new Dictionary<string, string>
                {
                    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = line.Split(' ')[^1],
                    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                    ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
                    ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                    ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
                });
                await AskAsync(host.Address);
            });
        }
        finally
        {
            await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static async Task AskAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var grant = await SendAsync(http, "webchat/token", token: null);
        var started = await SendAsync(http, "v3/directline/conversations", (string?)grant["token"]);
        await SendAsync(http, $"v3/directline/conversations/{started["conversationId"]}/activities", (string?)started["token"], new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = (string?)grant["userId"], ["name"] = "Wolpertinger" },
            ["text"] = "How many people arrived this year, Wolpertinger asks?",
        });

        // A stream's address has its token in the query.
        using var refused = await http.GetAsync(new Uri(((string)started["streamUrl"]!).Replace("ws://", "http://", StringComparison.Ordinal)));
        Assert.Equal(400, (int)refused.StatusCode);
    }

    private static async Task<JsonNode> SendAsync(HttpClient http, string path, string? token, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
