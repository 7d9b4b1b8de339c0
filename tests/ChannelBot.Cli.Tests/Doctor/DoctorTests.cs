using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ChannelBot.Cli.Doctor;
using ChannelBot.Core.Conversations;
using ChannelBot.Storage;

namespace ChannelBot.Cli.Tests.Doctor;

/// <summary><c>channelbot doctor</c>: what it looks at, what it says, and what it tells the shell.</summary>
public sealed class DoctorTests : IDisposable
{
    private const string Knowledge = "knowledge/channel-crossings";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bot_as_it_comes_has_nothing_to_put_right()
    {
        var run = await RunAsync(["doctor"], ("Storage:Path", _folder.At("new/store.db")));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (var part in new[] { "settings", "planner", "knowledge", "store", "web chat", "public address", "registration" })
        {
            Assert.Contains($" {part}: ", run.Out, StringComparison.Ordinal);
        }

        Assert.Contains("\n          → To reach Teams, set Bot:AppId, Bot:TenantId and Bot:AppPassword: docs/teams.md.\n", run.Out, StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Theory]
    [InlineData("Planner:Provider", "oracle", "Planner:Provider")]
    [InlineData("Storage:RetentionDays", "many", "Storage:RetentionDays must be a whole number, not 'many'.")]
    [InlineData("Storage:RetentionDays", "0", "Storage:RetentionDays: ")]
    [InlineData("Storage:Synchronous", "Loosely", "Storage:Synchronous must be one of Normal, Full, not 'Loosely'.")]
    [InlineData("DirectLine:TokenLifetime", "soon", "DirectLine:TokenLifetime must be a time such as 00:30:00, not 'soon'.")]
    [InlineData("DirectLine:SigningKey", "c2hvcnQ=", "DirectLine:SigningKey must be 32 bytes or more.")]
    [InlineData("RateLimits:Enabled", "often", "RateLimits:Enabled must be true or false, not 'often'.")]
    [InlineData("Host:PublicUrl", "not/absolute", "Host:PublicUrl must be an address")]
    [InlineData("Bot:AppId", "no guid", "Bot:AppId must be the GUID of an app registration; 'no guid' is none.")]
    public async Task A_setting_that_cannot_be_used_is_named(string key, string value, string says)
    {
        var run = await RunAsync(["doctor", "--offline"], (key, value));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"problem settings: {says}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_is_noticed()
    {
        var run = await RunAsync(["doctor", "--offline"], ("Bot:AppPasword", "x"), ("Storage:Path", _folder.At("store.db")));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("note    settings: Bot:AppPasword is no setting, and is passed over.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knowledge_is_compared_with_the_article_and_the_curation_beside_it()
    {
        foreach (var name in new[] { "article.txt", "curation.yaml", "knowledge.json" })
        {
            _folder.Write(name, await File.ReadAllBytesAsync(Repository.At(Knowledge, name), TestContext.Current.CancellationToken));
        }

        Assert.Contains("It is what", (await FindAsync("knowledge", ("Knowledge:Path", _folder.At("knowledge.json"))))[1].Found, StringComparison.Ordinal);

        File.Delete(_folder.At("curation.yaml"));
        var disagrees = (await FindAsync("knowledge", ("Knowledge:Path", _folder.At("knowledge.json"))))[1];
        Assert.Equal((FindingKind.Problem, "Build it again with 'channelbot build', and look at what changed."), (disagrees.Kind, disagrees.ToDo));
    }

    [Theory]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": 9,", "schema version 9")]
    [InlineData("arrivals", "departures", "was changed after it was built")]
    public async Task Knowledge_of_another_version_or_edited_by_hand_is_a_problem(string old, string changed, string says)
    {
        var text = await File.ReadAllTextAsync(Repository.At(Knowledge, "knowledge.json"), TestContext.Current.CancellationToken);
        var path = _folder.Write("knowledge.json", text.Replace(old, changed, StringComparison.Ordinal));

        var finding = Assert.Single(await FindAsync("knowledge", ("Knowledge:Path", path)));

        Assert.Equal(FindingKind.Problem, finding.Kind);
        Assert.Contains(says, finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_is_opened_counted_and_left_as_it_is()
    {
        var path = _folder.At("store.db");
        using (var store = SqliteConversationStore.Open(new StorageOptions { Path = path }))
        {
            await store.StartAsync(new ConversationKey("webchat", "a"), "dl_a", DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        }

        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var finding = Assert.Single(await FindAsync("store", ("Storage:Path", path)));

        Assert.Equal(FindingKind.Ok, finding.Kind);
        Assert.Contains($"format {StoreInspection.NewestVersion} of {StoreInspection.NewestVersion}, 1 conversations", finding.Found, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_that_cannot_be_one_is_a_problem()
    {
        var garbage = _folder.Write("notes.db", "Not a database, but long enough to be looked at as if it were one by whoever opens it.");

        Assert.Equal(FindingKind.Problem, Assert.Single(await FindAsync("store", ("Storage:Path", garbage))).Kind);
        Assert.Equal(FindingKind.Problem, Assert.Single(await FindAsync("store", ("Storage:Path", _folder.Path))).Kind);
        Assert.Equal(FindingKind.Problem, Assert.Single(await FindAsync("store", ("Storage:Path", Path.Combine(garbage, "store.db")))).Kind);
    }

    [Fact]
    public async Task The_hosts_own_settings_are_read_in_its_folder()
    {
        _folder.Write("appsettings.json", """{"RateLimits":{"PerTokenAMinute":0}}""");

        var run = await RunAsync(["doctor", "--offline", "--folder", _folder.Path]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("RateLimits:PerTokenAMinute", run.Out, StringComparison.Ordinal);
        Assert.Contains(_folder.At("data/channelbot.db"), run.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(["doctor", "--folder", _folder.At("none")])).ExitCode);
    }

    [Fact]
    public async Task Programs_get_a_line_of_json()
    {
        var run = await RunAsync(["doctor", "--offline", "--json"], ("Storage:Path", _folder.Path));

        var report = JsonNode.Parse(run.Out)!;
        Assert.Equal(1, run.ExitCode);
        Assert.False((bool)report["ok"]!);
        Assert.Single(run.Out.Trim().Split('\n'));
        Assert.Contains(report["findings"]!.AsArray(), finding => (string?)finding!["kind"] == "problem" && (string?)finding["checked"] == "store");
        Assert.All(report["findings"]!.AsArray(), finding => Assert.Equal(["kind", "checked", "found", "toDo"], finding!.AsObject().Select(field => field.Key)));
    }

    [Fact]
    public async Task A_check_that_fails_does_not_hide_the_others()
    {
        var findings = await new DoctorRun([new Failing(), new PlannerCheck(ProgramRun.SettingsOf(), calls: false, TimeProvider.System)]).FindAsync(CancellationToken.None);

        Assert.Equal([FindingKind.Fault, FindingKind.Ok], findings.Select(finding => finding.Kind));
        Assert.Equal("could not be checked: TimeoutException: late", findings[0].Found);
    }

    private static Task<ProgramRun> RunAsync(string[] arguments, params (string Key, string Value)[] settings) =>
        ProgramRun.OfAsync(arguments, input: null, settings);

    private static async Task<IReadOnlyList<Finding>> FindAsync(string part, params (string Key, string Value)[] settings)
    {
        ICheck check = part is "store" ? new StoreCheck(ProgramRun.SettingsOf(settings)) : new KnowledgeCheck(ProgramRun.SettingsOf(settings));
        return await new DoctorRun([check]).FindAsync(CancellationToken.None);
    }

    private sealed class Failing : ICheck
    {
        public string Name => "failing";

        public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield return cancellationToken.IsCancellationRequested ? Finding.Ok("a", "b") : throw new TimeoutException("late");
        }
    }
}
