using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>A host whose model stands behind a server that others wrote: mock-llm speaks OpenAI's chat completions.</summary>
public sealed class ModelServerTests
{
    [Theory]
    [InlineData("How many people arrived this year?", true)]
    [InlineData("How many migrants were rescued?", false)]
    public async Task A_question_is_answered_by_the_model_and_where_that_fails_by_the_rules(string question, bool isByModel)
    {
        await using var model = await RunningModelServer.StartAsync("mock-llm.yaml");
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string>
        {
            ["Planner__Provider"] = "openai-compatible",
            ["Planner__Endpoint"] = model.Address.AbsoluteUri,
            ["Planner__Model"] = "any",

            // mock-llm streams words but no function calls.
            ["Planner__Streaming"] = "false",
            ["Planner__Retries"] = "0",
        });
        var answer = await AskAsync(host, question);
        Assert.Contains("[1]", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Equal(isByModel ? "AIGeneratedContent" : null, (string?)answer["entities"]![0]!["additionalType"]?[0]);
    }

    private static async Task<JsonNode> AskAsync(RunningHost host, string question)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningHost.Secret);
        using var started = await http.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null);
        var conversation = JsonNode.Parse(await started.Content.ReadAsStringAsync())!["conversationId"]!.GetValue<string>();
        var activities = new Uri($"/v3/directline/conversations/{conversation}/activities", UriKind.Relative);
        using var sent = await http.PostAsJsonAsync(activities, new { type = "message", from = new { id = "user" }, text = question });
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            var log = JsonNode.Parse(await http.GetStringAsync(activities))!["activities"]!.AsArray();
            if (log.FirstOrDefault(activity => (string?)activity!["type"] == "message" && (string?)activity["from"]!["role"] != "user" && activity["replyToId"] is not null) is { } reply)
            {
                return reply;
            }
        }

        throw new InvalidOperationException("The timer has ended.");
    }
}
