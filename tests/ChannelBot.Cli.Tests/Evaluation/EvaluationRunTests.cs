using System.Xml.Linq;
using ChannelBot.Cli.Evaluation;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli.Tests.Evaluation;

public sealed class EvaluationRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Conversations_are_asked_in_the_order_of_their_turns()
    {
        var asked = await AskAsync(
            """{"id":"b","kind":"safe","group":"g","turn":2,"question":"second"}""",
            """{"id":"a","kind":"safe","group":"g","turn":1,"question":"first"}""",
            """{"id":"c","kind":"safe","question":"alone"}""");

        Assert.Equal(["2: second", "1: first", "1: alone"], asked.Select(question => question.Answer!.Text));
        Assert.Equal(["first"], asked[0].Before);
    }

    [Fact]
    public async Task A_refused_question_is_a_wrong_one_and_the_rest_go_on()
    {
        var asked = await AskAsync(
            """{"id":"a","kind":"safe","question":"bad"}""",
            """{"id":"b","kind":"safe","question":"fault"}""",
            """{"id":"c","kind":"safe","question":"fine"}""");

        Assert.Equal(
            ["was not answered: the question is bad.", "was not answered: a fault of the program, InvalidOperationException: a cog broke"],
            asked.SelectMany(question => question.Faults));
        Assert.True(asked[2].IsRight);
    }

    [Fact]
    public async Task Scores_count_by_kind_with_citations_and_abstentions()
    {
        var answers = new Dictionary<string, Answer>
        {
            ["right"] = Answers.With("x", Outcome.Answered, 6, 7),
            ["abstained"] = Answers.With("x", Outcome.NotInArticle, 5),
            ["may abstain"] = Answers.With("x", Outcome.Clarify),
            ["opinion"] = Answers.With("x", Outcome.Declined, 1),
        };
        var file = await ReadAsync(
            """{"id":"1","kind":"answer","question":"right","evidence":[6]}""",
            """{"id":"2","kind":"compute","question":"abstained","evidence":[6]}""",
            """{"id":"3","kind":"answer","question":"may abstain","must_any":[["@abstains"]],"evidence":[]}""",
            """{"id":"4","kind":"opinion","question":"opinion","evidence":[2]}""");
        var run = new EvaluationRun(
            (question, state, token) => Answers.Always(answers[question])(question, state, token), TimeProvider.System);

        var scores = Scores.Of(await run.AskAllAsync(file, TimeSpan.Zero, () => { }, TestContext.Current.CancellationToken));

        Assert.Equal((4, 3), (scores.Questions, scores.Right));
        Assert.Equal(
            [("answer", 2, 2), ("compute", 1, 0), ("opinion", 1, 1)],
            scores.Kinds.Select(kind => (kind.Key, kind.Value.Questions, kind.Value.Right)));
        Assert.Equal(new CitationScore(3, 1), scores.Citations);
        Assert.Equal(new AbstentionScore(2, 1), scores.Answerable);
    }

    [Theory]
    [InlineData("not json", "line 1 of", "is no question: ")]
    [InlineData("""{"id":"1","kind":"answer"}""", "line 1 of", "has no \"id\" or no \"question\".")]
    [InlineData("""{"id":"1","kind":"riddle","question":"q"}""", "line 1 of", "has the kind 'riddle'; kinds are answer, compute, correct, abstain, opinion, safe, social.")]
    [InlineData("""{"id":"1","kind":"2","question":"q"}""", "line 1 of", "has the kind '2'; kinds are")]
    [InlineData("""{"id":"1","kind":"safe","question":"q","must":["("]}""", "line 1 of", "holds '(', which is no regular expression: ")]
    [InlineData("""{"id":"1","kind":"safe","question":"q","must":"x"}""", "line 1 of", "is no question: ")]
    [InlineData(" ", "q.jsonl", "holds no question.")]
    public async Task A_line_that_is_no_question_is_named(string line, string place, string problem)
    {
        var path = _folder.Write("q.jsonl", line + "\n");

        var run = await ProgramRun.OfAsync("eval", path);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(place, run.Error, StringComparison.Ordinal);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Percentiles_are_the_times_that_the_share_did_not_exceed()
    {
        var latency = Latency.Of(Enumerable.Range(1, 100).Reverse().Select(i => TimeSpan.FromMilliseconds(i)));

        Assert.Equal(new Latency(50.5, 50, 95, 99, 100), latency);
        Assert.Equal(new Latency(3, 3, 3, 3, 3), Latency.Of([TimeSpan.FromMilliseconds(3)]));
        Assert.Equal(new Latency(0, 0, 0, 0, 0), Latency.Of([]));
    }

    [Fact]
    public async Task The_web_page_needs_nothing_else_and_shows_what_people_typed_as_text()
    {
        var files = await ScoreAsync("""{"id":"1","kind":"answer","question":"<script>alert(1)</script> & \u0000?","gold":"<b>","must":["<i>"],"evidence":[6]}""");

        var html = HtmlReport.Of(files, files[0].Scores);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;", html, StringComparison.Ordinal);
        Assert.Contains("<li>must match &lt;i&gt;</li>", html, StringComparison.Ordinal);
        Assert.Contains("Expected: &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_build_servers_report_is_valid_whatever_was_typed()
    {
        var files = await ScoreAsync("""{"id":"1","kind":"answer","question":"\u0000 <\ud83d\ude00>","must":["never"],"evidence":[6]}""");

        var suite = XDocument.Parse(JUnitReport.Of(files, DateTimeOffset.UnixEpoch)).Root!.Element("testsuite")!;

        Assert.Equal("1", suite.Attribute("failures")!.Value);
        Assert.Equal("1: \uFFFD <😀>", suite.Element("testcase")!.Attribute("name")!.Value);
        Assert.Contains("must match never", suite.Element("testcase")!.Element("failure")!.Attribute("message")!.Value, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<QuestionFile> ReadAsync(params string[] lines) =>
        QuestionFile.ReadAsync(_folder.Write("questions.jsonl", string.Join('\n', lines)), TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<AskedQuestion>> AskAsync(params string[] lines) =>
        await new EvaluationRun(Answers.Counting, TimeProvider.System)
            .AskAllAsync(await ReadAsync(lines), TimeSpan.Zero, () => { }, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<FileScore>> ScoreAsync(string line)
    {
        var asked = await AskAsync(line);
        return [new FileScore("questions.jsonl", asked, Scores.Of(asked))];
    }
}
