using System.Diagnostics;
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
        var start = new ProcessStartInfo(Programs.Cli, ["ask", "--json", "How many people arrived this year?"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment["Planner__Provider"] = provider;
        start.Environment["Planner__Endpoint"] = new Uri(model.Address, path).AbsoluteUri;
        start.Environment["Planner__Model"] = "scripted";
        start.Environment["Planner__ApiKey"] = ScriptedModelServer.Key;
        start.Environment["Planner__Retries"] = "0";

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode is 0, await errors);
        Assert.Equal(provider, (string?)answer["planner"]);
        Assert.Equal("answered", (string?)answer["outcome"]);
        Assert.Equal(2, model.Requests.Count);
        Assert.Empty(model.Complaints);
    }
}
