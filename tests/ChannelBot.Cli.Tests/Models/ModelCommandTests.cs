using System.Text.Json.Nodes;
using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Cli.Tests.Models;

/// <summary>The commands with a language model behind them: asked, called by the doctor, compared with the embedded planner.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private const string Question = "How many people arrived this year?";
    private const string Answer = """{"outcome": "answered", "text": "{figure:f:arrivals-this-year} people arrived this year.", "missing": null}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ask_explains_what_the_model_did_and_cost()
    {
        await using var server = await ScriptedModelServer.StartAsync(Next);
        var run = await RunAsync(server, ["ask", "--explain", Question]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("openai scripted: answered; 2 rounds, 1,800 tokens read, 120 written", run.Out, StringComparison.Ordinal);
        Assert.Contains("1. figures_find(words: arrivals this year)", run.Out, StringComparison.Ordinal);
        Assert.Contains("openai planner", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_tells_a_program_every_refusal()
    {
        await using var server = await ScriptedModelServer.StartAsync(_ => new Says("no form at all"));
        var run = await RunAsync(server, ["ask", "--json", "--explain", Question]);
        var record = JsonNode.Parse(run.Out)!;
        Assert.Equal("embedded", (string?)record["planner"]);
        var model = record["explanation"]!["model"]!;
        Assert.Equal(("Refused", 2), ((string?)model["end"], (int)model["rounds"]!));
        Assert.Equal(["form", "form"], model["problems"]!.AsArray().Select(problem => (string?)problem!["kind"]));
    }

    [Fact]
    public async Task The_doctor_calls_the_model_once_and_says_what_it_saw()
    {
        await using var server = await ScriptedModelServer.StartAsync(new Says("ready"));
        var run = await RunAsync(server, ["doctor"]);
        Assert.Contains("planner: openai, model scripted: answered in", run.Out, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401, "the service refused the key (401): see Planner:ApiKey")]
    [InlineData(404, "the service has no such model or deployment (404): see Planner:Model and Planner:Endpoint")]
    [InlineData(429, "the service takes no more questions for now (429)")]
    public async Task The_doctor_names_the_setting_that_is_wrong(int status, string problem)
    {
        await using var server = await ScriptedModelServer.StartAsync(_ => new Fails(status, null, null, true));
        var run = await RunAsync(server, ["doctor"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"problem planner: openai, model scripted: {problem}.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(ScriptedModelServer.Key, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_that_an_address_cannot_be_reached()
    {
        var run = await ProgramRun.OfAsync(["doctor"], null, ("Planner:Provider", "openai-compatible"), ("Planner:Endpoint", "http://127.0.0.1:9/v1"), ("Planner:Model", "any"), ("Planner:Retries", "0"));
        Assert.Contains("the service cannot be reached: see Planner:Endpoint", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_planners_are_compared_on_the_same_questions()
    {
        await using var server = await ScriptedModelServer.StartAsync(Next);
        var file = _folder.Write("questions.jsonl", $$"""{"id": "1", "kind": "answer", "question": "{{Question}}", "gold": "31,535", "must": ["31,535"], "must_any": [], "must_not": [], "evidence": [6]}""");
        var run = await RunAsync(server, ["eval", file, "--planner", "openai", "--compare", "embedded", "--warm-up", "0"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Matches(@"│ +│ +openai │ +embedded │", run.Out);
        Assert.Matches(@"model's answers sent +│ +1 │ +– │", run.Out);
        Assert.Matches(@"tokens read, a question +│ +1,800 │ +– │", run.Out);

        var record = JsonNode.Parse((await RunAsync(server, ["eval", file, "--planner", "openai", "--compare", "embedded", "--json"])).Out)!;
        Assert.Equal((1, 60 * 2), ((int)record["total"]!["model"]!["asked"]!, (int)record["total"]!["model"]!["outputTokens"]!));
        Assert.Equal(("embedded", null), ((string?)record["compared"]!["planner"], record["compared"]!["total"]!["model"]));
    }

    [Theory]
    [InlineData("gpt", "'gpt', which is no provider")]
    [InlineData("azure-openai", "Planner:Endpoint is missing")]
    public async Task A_planner_that_cannot_be_compared_is_refused_with_the_setting(string planner, string problem)
    {
        var file = _folder.Write("questions.jsonl", "");
        var run = await ProgramRun.OfAsync(["eval", file, "--planner", planner], null, ("Planner:Model", "any"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    private static ModelStep Next(JsonObject request) => (string?)request["messages"]!.AsArray()[^1]!["role"] == "tool"
        ? new Says(Answer)
        : new Calls([new ScriptedCall("figures_find", """{"words": "arrivals this year"}""")]);

    private static Task<ProgramRun> RunAsync(ScriptedModelServer server, string[] arguments) => ProgramRun.OfAsync(
        arguments,
        null,
        ("Planner:Provider", "openai"),
        ("Planner:Endpoint", new Uri(server.Address, "v1").AbsoluteUri),
        ("Planner:ApiKey", ScriptedModelServer.Key),
        ("Planner:Model", "scripted"));
}
