using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Cli.Teams;

namespace ChannelBot.Cli.Tests.Teams;

public sealed class TeamsPackageTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private static readonly TeamsApp s_app = new(Guid.Parse(AppId), "bot.example.org", "the article") { Prompts = ["What is it about?"] };

    [Fact]
    public async Task The_command_writes_a_package_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.OfAsync("teams-package", "--app-id", AppId, "--host", "Bot.Example.org", "--out", folder.At("bot.zip"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("for bot.example.org: manifest 1.28, version 1.0.0, checked.", run.Out, StringComparison.Ordinal);
        Assert.Empty(TeamsPackageCheck.FindProblems(await File.ReadAllBytesAsync(folder.At("bot.zip"), TestContext.Current.CancellationToken)));
        Assert.Equal(["bot.zip"], folder.Files);
    }

    [Theory]
    [InlineData("--app-id 'my-bot' is no GUID; Azure shows it as Application (client) ID.", "--app-id", "my-bot")]
    [InlineData("--host 'https://bot.example.org' is no name of a host", "--host", "https://bot.example.org")]
    [InlineData("--host 'localhost' is no name of a host", "--host", "localhost")]
    [InlineData("--privacy-url 'http://x.example' is no https address.", "--privacy-url", "http://x.example")]
    [InlineData("name.short has 31 characters; Teams takes 30.", "--name", "A name that has one sign too mu")]
    [InlineData("developer.name is missing.", "--developer", "")]
    [InlineData("version must be three numbers such as 1.0.0; it is '1.0'.", "--package-version", "1.0")]
    [InlineData("A command's title has 0 characters; Teams takes 1 to 128.", "--prompt", "")]
    [InlineData("cannot write '/none/bot.zip': there is no such folder.", "--out", "/none/bot.zip")]
    public async Task What_teams_would_refuse_is_not_written(string problem, string option, string value)
    {
        using var folder = new TemporaryFolder();
        var arguments = new Dictionary<string, string> { ["--app-id"] = AppId, ["--host"] = "bot.example.org", ["--out"] = folder.At("bot.zip"), [option] = value };
        var run = await ProgramRun.OfAsync(["teams-package", .. arguments.SelectMany(pair => new[] { pair.Key, pair.Value })]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void The_same_app_gives_the_same_bytes() => Assert.Equal(TeamsPackage.Write(s_app), TeamsPackage.Write(s_app));

    [Fact]
    public void Commands_and_questions_are_listed_for_people_and_for_groups()
    {
        var lists = Manifest(TeamsPackage.Write(s_app))["bots"]![0]!["commandLists"]!.AsArray();
        Assert.Equal(["personal", "team,groupChat"], lists.Select(list => string.Join(',', list!["scopes"]!.AsArray())));
        Assert.All(lists, list => Assert.Equal(
            ["What is it about?", "help", "sources", "working", "quiz", "start again", "forget me"],
            list!["commands"]!.AsArray().Select(command => (string?)command!["title"])));
    }

    [Theory]
    [InlineData("not a zip", "The package cannot be read")]
    [InlineData("", "There is no manifest.json in the package.")]
    [InlineData("{", "The package cannot be read")]
    [InlineData("{}", "name.short is missing. ")]
    [InlineData("""{"bots":[{"commandLists":[{},{},{},{}]}]}""", "There are 4 command lists; Teams takes 3.")]
    [InlineData("""{"icons":{"color":"manifest.json"}}""", "icons.color (manifest.json) must be a PNG of 192 × 192 pixels.")]
    public void The_check_says_what_is_wrong(string manifest, string problem)
    {
        using var bytes = new MemoryStream();
        if (manifest.StartsWith('n'))
        {
            bytes.Write(Encoding.UTF8.GetBytes(manifest));
        }
        else
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);
            if (manifest.Length > 0)
            {
                using var stream = zip.CreateEntry("manifest.json").Open();
                stream.Write(Encoding.UTF8.GetBytes(manifest));
            }
        }

        Assert.Contains(problem, string.Join(' ', TeamsPackageCheck.FindProblems(bytes.ToArray())) + " ", StringComparison.Ordinal);
    }

    private static JsonNode Manifest(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var stream = zip.GetEntry("manifest.json")!.Open();
        return JsonNode.Parse(stream)!;
    }
}
