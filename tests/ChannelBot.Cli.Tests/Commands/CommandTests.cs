using System.Text.Json;

namespace ChannelBot.Cli.Tests.Commands;

/// <summary>The commands as a person or a script uses them, on a small story.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _story;

    public CommandTests() => _story = _folder.Write(
        "story.txt", "The old mill burned down on Monday.\nFirefighters led 12 people out of the building, a spokesman said.\n");

    [Fact]
    public async Task A_build_gives_the_same_bytes_and_check_agrees()
    {
        var (one, other) = (_folder.At("one.json"), _folder.At("other.json"));

        var built = await ProgramRun.OfAsync("build", _story, "--out", one);
        await ProgramRun.OfAsync("build", _story, "--out", other);
        var check = await ProgramRun.OfAsync("build", _story, "--out", one, "--check");

        Assert.Equal((0, ""), (built.ExitCode, built.Error));
        Assert.StartsWith($"Built {one}: 2 paragraphs, 2 sentences, ", built.Out, StringComparison.Ordinal);
        Assert.Equal(await Bytes(one), await Bytes(other));
        Assert.Equal(new ProgramRun(0, $"{one} is what its sources give.\n", ""), check);
        Assert.Equal(["one.json", "other.json", "story.txt"], _folder.Files);
    }

    [Fact]
    public async Task Check_fails_where_the_article_changed_and_leaves_the_file()
    {
        var path = _folder.At("k.json");
        await ProgramRun.OfAsync("build", _story, "--out", path);
        var before = await Bytes(path);
        _folder.Write("story.txt", "The old mill burned down on Tuesday.\n");

        var check = await ProgramRun.OfAsync("build", _story, "--out", path, "--check");

        Assert.Equal((1, ""), (check.ExitCode, check.Out));
        Assert.StartsWith($"channelbot: '{path}' is not what its article and curation give: line ", check.Error, StringComparison.Ordinal);
        Assert.Equal(before, await Bytes(path));
    }

    [Fact]
    public async Task The_settings_say_which_article_answers_and_who()
    {
        var path = _folder.At("k.json");
        await ProgramRun.OfAsync("build", _story, "--out", path);

        var asked = await ProgramRun.OfAsync(["ask", "When did the mill burn down?"], null, ("Knowledge:Path", path));
        var oracle = await ProgramRun.OfAsync(["ask", "When did the mill burn down?"], null, ("Planner:Provider", "oracle"));

        Assert.Contains("Monday", asked.Out, StringComparison.Ordinal);
        Assert.Equal((1, ""), (oracle.ExitCode, oracle.Out));
        Assert.Contains("Planner:Provider", oracle.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_may_be_several_words_or_come_from_the_input()
    {
        var quoted = await ProgramRun.OfAsync("ask", "When did the mill burn down?", "-k", _story, "--json");
        var words = await ProgramRun.OfAsync("ask When did the mill burn down? --json -k".Split(' ').Append(_story).ToArray());
        var piped = await ProgramRun.WithInputAsync("When did the mill burn down?", "ask", "-", "-k", _story, "--json");

        Assert.Equal([0, 0, 0], [quoted.ExitCode, words.ExitCode, piped.ExitCode]);
        Assert.Equal(WithoutTime(quoted.Out), WithoutTime(words.Out));
        Assert.Equal(WithoutTime(quoted.Out), WithoutTime(piped.Out));
    }

    [Fact]
    public async Task The_record_cites_the_article_word_for_word()
    {
        var run = await ProgramRun.OfAsync("ask", "When did the mill burn down?", "-k", _story, "--json");

        var record = JsonElement.Parse(run.Out);
        var article = await File.ReadAllTextAsync(_story, TestContext.Current.CancellationToken);
        var citation = Assert.Single(record.GetProperty("citations").EnumerateArray());
        Assert.Equal(1, citation.GetProperty("paragraph").GetInt32());
        Assert.Equal(
            citation.GetProperty("quote").GetString(),
            article[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task The_explanation_is_the_last_part_of_the_record()
    {
        var run = await ProgramRun.OfAsync("ask", "When did the mill burn down?", "-k", _story, "--json", "--explain");

        var explanation = JsonElement.Parse(run.Out).EnumerateObject().Last();
        Assert.Equal("explanation", explanation.Name);
        Assert.Equal(["analysis", "calls", "guards"], explanation.Value.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["function", "arguments", "result"],
            explanation.Value.GetProperty("calls")[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task A_question_may_begin_with_an_at_sign_or_follow_two_dashes()
    {
        var at = await ProgramRun.OfAsync("ask", "@bot when did the mill burn down?", "-k", _story);
        var dashes = await ProgramRun.OfAsync("ask", "-k", _story, "--", "-- when did the mill burn down?");

        Assert.Equal([0, 0], [at.ExitCode, dashes.ExitCode]);
    }

    [Fact]
    public async Task An_answer_without_a_terminal_has_no_control_characters()
    {
        var run = await ProgramRun.OfAsync("ask", "When did the mill burn down?", "-k", _story, "--explain");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain(run.Out, letter => letter is not '\n' && char.IsControl(letter));
        Assert.Contains("\n  [1] Paragraph 1", run.Out, StringComparison.Ordinal);
        Assert.All(["\nAnalysis\n", "\nPlan\n", "\nGuards\n", "\nOutcome: "], heading => Assert.Contains(heading, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var run = await ProgramRun.OfAsync("--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(["ask", "chat", "build", "knowledge", "eval", "completions"], name => Assert.Contains($"  {name}", run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("channelbot ask --ba", "--batch\n")]
    [InlineData("channelbot kn", "knowledge\n")]
    [InlineData("channelbot completions f", "fish\n")]
    public async Task A_shell_is_told_how_a_line_may_go_on(string line, string completions)
    {
        var run = await ProgramRun.OfAsync($"[suggest:{line.Length}]", line);

        Assert.Equal(new ProgramRun(0, completions, ""), run);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_has_its_completion_script(string shell)
    {
        var run = await ProgramRun.OfAsync("completions", shell);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"channelbot completions {shell}", run.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evaluation_writes_its_reports_and_fails_below_the_wanted_share()
    {
        var questions = _folder.Write(
            "questions.jsonl",
            """
            {"id":"1","kind":"answer","question":"When did the mill burn down?","must":["Monday"],"evidence":[1]}
            {"id":"2","kind":"answer","question":"When did the mill burn down?","must":["Friday"],"evidence":[1]}
            """);
        var (html, junit) = (_folder.At("r.html"), _folder.At("r.xml"));

        var run = await ProgramRun.OfAsync(
            "eval", questions, "-k", _story, "--warm-up", "0", "--html", html, "--junit", junit, "--at-least", "90", "--json");

        var total = JsonElement.Parse(run.Out).GetProperty("total");
        Assert.Equal((2, 1), (total.GetProperty("questions").GetInt32(), total.GetProperty("right").GetInt32()));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("channelbot: 1 of 2 (50.0%) are right, less than the 90% asked for.\n", run.Error);
        Assert.Equal(["questions.jsonl", "r.html", "r.xml", "story.txt"], _folder.Files);
    }

    [Fact]
    public async Task Questions_beside_a_story_are_about_that_story()
    {
        _folder.Write("tale/article.txt", "The barn burned down on Sunday.\n");
        var questions = _folder.Write(
            "tale/questions.jsonl", """{"id":"1","kind":"answer","question":"When did the barn burn down?","must":["Sunday"],"evidence":[1]}""");

        var run = await ProgramRun.OfAsync("eval", questions, "--warm-up", "0");

        Assert.Contains("│ answer", run.Out, StringComparison.Ordinal);
        Assert.Contains("Citations in the evidence: 1 of 1 (100.0%)", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<byte[]> Bytes(string path) => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

    private static string WithoutTime(string record) => record[..record.IndexOf("\"elapsedMs\"", StringComparison.Ordinal)];
}
