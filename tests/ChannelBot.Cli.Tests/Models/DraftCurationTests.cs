using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Cli.Tests.Models;

/// <summary>A model drafts the curation of a new article: the builder checks it, a person reviews it, and nothing of a person's is overwritten.</summary>
public sealed class DraftCurationTests : IDisposable
{
    private const string Good = """
        title: the bridge article
        entities:
          - id: smith
            kind: person
            name: Mary Smith
            role: Mayor
            evidence: Mayor Mary Smith
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _article;

    public DraftCurationTests() => _article = _folder.Write("article.txt", "Mayor Mary Smith has closed the old bridge.\nIt carried 12,400 vehicles a day.\n");

    public void Dispose() => _folder.Dispose();

    private string Target => _folder.At("curation.yaml");

    [Fact]
    public async Task A_draft_is_checked_by_the_builder_and_says_that_nobody_has_reviewed_it()
    {
        await using var server = await ScriptedModelServer.StartAsync(new Says($"```yaml\n{Good}\n```"));
        var run = await DraftAsync(server);
        Assert.True(run.ExitCode == 0, run.Error);
        var written = await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken);
        Assert.StartsWith("# Drafted by openai, scripted; no person has reviewed it yet.", written, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.OfAsync("build", _article, "--curation", Target, "--out", _folder.At("knowledge.json"))).ExitCode);
        var told = server.Requests.Single()["messages"]![1]!["content"]!.GetValue<string>();
        Assert.StartsWith("<article>\nMayor Mary Smith", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_builder_refuses_the_model_may_mend()
    {
        await using var server = await ScriptedModelServer.StartAsync(new Says(Good.Replace("evidence: Mayor Mary", "evidence: Mayor Anne", StringComparison.Ordinal)), new Says(Good));
        Assert.Equal(0, (await DraftAsync(server)).ExitCode);
        var told = server.Requests.Last()["messages"]!.AsArray()[^1]!["content"]!.GetValue<string>();
        Assert.Contains("Mayor Anne Smith", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_built_is_kept_for_a_person_to_mend()
    {
        await using var server = await ScriptedModelServer.StartAsync(_ => new Says("entities: [nobody]"));
        var run = await DraftAsync(server);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("it cannot be built yet", run.Error, StringComparison.Ordinal);
        Assert.Contains("entities: [nobody]", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Nothing_is_written_where_the_model_gives_nothing()
    {
        await using var server = await ScriptedModelServer.StartAsync(_ => new Fails(401, null, null, true));
        var run = await DraftAsync(server);
        Assert.Equal((1, "channelbot: the model gave no draft: the service refused the key (401): see Planner:ApiKey."), (run.ExitCode, run.Error.Trim()));
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task A_persons_file_is_not_overwritten()
    {
        _folder.Write("curation.yaml", "title: mine");
        await using var server = await ScriptedModelServer.StartAsync(_ => new Says(Good));
        Assert.Equal(1, (await DraftAsync(server)).ExitCode);
        Assert.Equal("title: mine", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Without_a_model_there_is_no_draft()
    {
        var run = await ProgramRun.OfAsync("build", _article, "--draft-curation", Target);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Planner:Provider is 'embedded'", run.Error, StringComparison.Ordinal);
    }

    private Task<ProgramRun> DraftAsync(ScriptedModelServer server) => ProgramRun.OfAsync(
        ["build", _article, "--draft-curation", Target],
        null,
        ("Planner:Provider", "openai"),
        ("Planner:Endpoint", new Uri(server.Address, "v1").AbsoluteUri),
        ("Planner:ApiKey", ScriptedModelServer.Key),
        ("Planner:Model", "scripted"));
}
