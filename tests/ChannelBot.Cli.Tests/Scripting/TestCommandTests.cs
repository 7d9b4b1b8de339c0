using System.Xml.Linq;
using System.Xml.Schema;

namespace ChannelBot.Cli.Tests.Scripting;

public sealed class TestCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_does_not_hold_is_told_with_its_place_and_how_the_answer_came_about()
    {
        var script = _folder.Write("a.chat", "user: What share of the arrivals this year came since the election?\n> expect outcome declined\n");

        var run = await ProgramRun.OfAsync("test", script);

        Assert.Equal(1, run.ExitCode);
        Assert.All(
            [$"FAILED {script}", "expect outcome declined", $"{script}:2:", "working: ", "why:", "plan:", "0 passed, 1 failed, 0 broken; 1 turns"],
            words => Assert.Contains(words, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_with_a_mistake_is_named_and_the_others_still_run()
    {
        _folder.Write("bad.chat", "user: Hello\n> expect riddle\n");
        _folder.Write("good.chat", "user: Hello\n> expect outcome social\n");

        var run = await ProgramRun.OfAsync("test", _folder.Path, _folder.At("missing.chat"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bad.chat:2:", run.Out, StringComparison.Ordinal);
        Assert.Contains("BROKEN " + _folder.At("missing.chat"), run.Out, StringComparison.Ordinal);
        Assert.Contains("1 passed, 0 failed, 2 broken", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_nobody_serves_breaks_its_scripts_with_a_sentence()
    {
        var script = _folder.Write("a.chat", "user: Hello\n");

        foreach (var where in new[] { "--endpoint", "--directline" })
        {
            var run = await ProgramRun.OfAsync("test", script, where, "http://127.0.0.1:9/api/messages", "--timeout", "5");

            Assert.Equal(1, run.ExitCode);
            Assert.Contains("cannot be reached", run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_script_for_a_channel_that_the_service_cannot_be_is_skipped_and_a_run_of_such_alone_tests_nothing()
    {
        var teams = _folder.Write("teams.chat", "channelId=msteams\n\nuser: Hello\n");
        var group = _folder.Write("group.chat", "users=Ann,Ben\n\nAnn: Hello\n\nBen: Hello\n");
        var (page, report) = (_folder.At("r.html"), _folder.At("r.xml"));

        var run = await ProgramRun.OfAsync("test", teams, group, "--directline", "http://127.0.0.1:9", "--html", page, "--junit", report);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SKIPPED", run.Out, StringComparison.Ordinal);
        Assert.Contains("for the channel 'msteams', and a Direct Line service is 'directline'", run.Out.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("for several users, and a Direct Line conversation has one", run.Out.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("0 passed, 0 failed, 0 broken, 2 skipped; 0 turns", run.Out, StringComparison.Ordinal);
        Assert.Contains("conversation skipped", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, XDocument.Load(report).Descendants("skipped").Count());
        Validate(report);
    }

    [Fact]
    public async Task Paraphrases_and_repetitions_are_conversations_of_their_own()
    {
        var script = _folder.Write("a.chat", "user: Hello\n> or ask \"Good morning!\"\n> expect outcome social\n");

        var run = await ProgramRun.OfAsync("test", script, "--repeat", "3");

        Assert.StartsWith("6 passed, 0 failed, 0 broken; 6 turns", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reports_need_nothing_else_and_hold_what_was_said_as_text()
    {
        var script = _folder.Write("a.chat", "user: What is <script>alert(1)</script> & \u0001?\n> expect outcome answered\n\nuser: Hello\n> expect outcome social\n");
        var (page, report) = (_folder.At("r.html"), _folder.At("r.xml"));

        await ProgramRun.OfAsync("test", script, _folder.At("missing.chat"), "--html", page, "--junit", report);

        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;", html, StringComparison.Ordinal);
        Assert.Contains("class=\"bubble user\"", html, StringComparison.Ordinal);
        Assert.All(["<script", "http:", "https:", "url(", "\u0001"], word => Assert.DoesNotContain(word, html, StringComparison.Ordinal));
        var suites = XDocument.Load(report).Root!.Elements("testsuite").ToArray();
        Assert.Equal(["1", "1"], suites.Select(suite => suite.Attribute("tests")!.Value));
        Assert.Equal((1, 1), (suites.Descendants("error").Count(), suites.Descendants("failure").Count()));
        Validate(report);
    }

    /// <summary>By the strictest schema in use, Ant's: every attribute and element that it wants is there, and none besides.</summary>
    private static void Validate(string report)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Repository.At("tests", "ChannelBot.Cli.Tests", "Scripting", "junit.xsd"));
        XDocument.Load(report).Validate(schemas, (_, problem) => Assert.Fail(problem.Message));
    }

    [Fact]
    public async Task An_edited_article_is_told_by_what_it_breaks()
    {
        var old = _folder.Write("old.txt", "The town had 12,400 visitors in March. The mayor said: “We are full.”\n");
        var edited = _folder.Write("new.txt", "The town had 13,000 visitors in March. The mayor said: “We are tired.”\n");
        var script = _folder.Write("a.chat", "user: How many visitors were there in March?\n> expect says \"12,400\"\n");

        var run = await ProgramRun.OfAsync("test", script, "-k", old, "--article", edited);

        Assert.Equal(1, run.ExitCode);
        Assert.All(
            [
                "12,400", "“We are full.” is gone", "Expectations that held and hold no more: 1", "Both articles as the builder reads them alone", $"{script}:2:",
                "; because it rested on p1.s1, which now reads “The town had [-12,400-]{+13,000+} visitors in March.”",
            ],
            words => Assert.Contains(words, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_reviewed_is_held_against_the_edited_article_and_what_it_bears_out_no_more_is_told()
    {
        var old = _folder.Write("old.txt", "The town had 12,400 visitors in March. The mayor stayed at home in April.\n");
        var edited = _folder.Write("new.txt", "The town had 13,000 visitors in March. The mayor stayed at home in April.\n");
        var curation = _folder.Write("curation.yaml", """
            figures:
              - id: visitors
                evidence: 12,400 visitors
            facts:
              - id: mayor
                about: where the mayor was in April
                kind: event
                evidence: [The mayor stayed at home in April.]
              - id: town
                about: who came to the town
                kind: event
                evidence: ["The town had 12,400 visitors in March."]
            """);
        var knowledge = _folder.At("knowledge.json");
        await ProgramRun.OfAsync("build", old, "--curation", curation, "--out", knowledge);
        var script = _folder.Write("a.chat", "user: How many visitors were there in March?\n> expect number 12,400\n");

        var run = await ProgramRun.OfAsync("test", script, "-k", knowledge, "--article", edited);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.All(
            [
                $"Reviewed in {curation}, and borne out no more: 2", "figure 'f:visitors' (line 2): the words '12,400 visitors' are not in the article.",
                "fact 'town' (line 9): ", "Facts: 1", "who came to the town is gone", "expect number 12,400, and there is 13,000",
            ],
            words => Assert.Contains(words, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_of_the_documents_workflow_holds_all_scripts_and_writes_both_reports()
    {
        var workflow = await File.ReadAllLinesAsync(Repository.At("docs", "testing.md"), TestContext.Current.CancellationToken);
        const string Program = "- run: dotnet run --project src/ChannelBot.Cli -c Release -- ";
        var command = Assert.Single(workflow, line => line.Contains(Program, StringComparison.Ordinal)).Split(Program)[1];
        var arguments = command.Split(' ').Select(word => word.StartsWith("results.", StringComparison.Ordinal) ? _folder.At(word) : word.StartsWith("tests/", StringComparison.Ordinal) ? Repository.At(word) : word);

        var run = await ProgramRun.OfAsync([.. arguments]);

        Assert.True(run.ExitCode is 0, run.Out + run.Error);
        Assert.Equal(["results.html", "results.xml"], _folder.Files);
        Validate(_folder.At("results.xml"));
    }

    [Theory]
    [InlineData("--repeat", "0", "--repeat must be 1 to 10000, not 0.")]
    [InlineData("--html", "b.chat", "--html names a script, 'b.chat', which the report would replace; name another file.")]
    [InlineData("--junit", "old.Transcript", "--junit names a script, 'old.Transcript', which the report would replace; name another file.")]
    [InlineData("--endpoint", "nowhere", "--endpoint needs an address such as")]
    [InlineData("--html", "no/such/folder/r.html", "cannot write 'no/such/folder/r.html': there is no such folder.")]
    [InlineData("--junit", ".", "cannot write '.': it is a folder.")]
    [InlineData("--nope", "lost.chat", "'--nope' is no option of this command, and no file either")]
    [InlineData("--secret", "x", "--secret is nothing without --directline.")]
    [InlineData("--curation", "x.yaml", "--curation is nothing without --article.")]
    [InlineData("--filter", "nothing-like-it", "no script is there whose name holds 'nothing-like-it'")]
    public async Task An_option_that_cannot_be_used_says_why(string option, string value, string message)
    {
        var script = _folder.Write("a.chat", "user: Hello\n");

        var run = await ProgramRun.OfAsync("test", script, option, value);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
