using System.Text.Json.Nodes;
using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Cli.Tests.Models;

/// <summary>Each provider, called by the program in a process of its own: the published one is another than the one that tests are built with.</summary>
public sealed class ProviderTests
{
    [Theory]
    [InlineData("openai-compatible", "v1")]
    [InlineData("ollama", "")]
    public async Task A_model_that_calls_a_function_answers_the_question(string provider, string path)
    {
        using var folder = new TemporaryFolder();
        var steps = new Queue<ModelStep>(
        [
            new Calls([new ScriptedCall("figures_find", """{"words": "arrivals this year"}""")]),
            new Says("""{"outcome": "answered", "text": "{figure:f:arrivals-this-year} people arrived this year.", "missing": null}"""),
        ]);
        await using var model = await ScriptedModelServer.StartAsync(_ => steps.TryDequeue(out var step) ? step : null);
        var run = await ProgramRun.OfProcessAsync(
            folder.Path,
            new Dictionary<string, string>
            {
                ["Planner__Provider"] = provider,
                ["Planner__Endpoint"] = new Uri(model.Address, path).AbsoluteUri,
                ["Planner__Model"] = "scripted",
                ["Planner__ApiKey"] = ScriptedModelServer.Key,
                ["Planner__Retries"] = "0",
            },
            "ask", "--json", "How many people arrived this year?");
        var answer = JsonNode.Parse(run.Out)!;

        Assert.True(run.ExitCode is 0, run.Error);
        Assert.Equal(provider, (string?)answer["planner"]);
        Assert.Equal("answered", (string?)answer["outcome"]);
        Assert.Equal(2, model.Requests.Count);
        Assert.Empty(model.Complaints);
    }
}
