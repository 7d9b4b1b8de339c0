using System.Text;

namespace ChannelBot.Cli.Tests.Commands;

/// <summary>What a caller may get wrong: a clear sentence, the exit code 1, no trace, nothing half written.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Story = "The mill burned down on Monday.\nThe fire brigade said 12 people were led out.\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("", "Required command was not provided.")]
    [InlineData("fly", "Unrecognized command or argument 'fly'.")]
    [InlineData("ask", "ask needs a question or --batch FILE, and not both.")]
    [InlineData("ask what --batch x.jsonl", "ask needs a question or --batch FILE, and not both.")]
    [InlineData("ask what --colour", "'--colour' is no option of ask.")]
    [InlineData("ask what -k {0}/none.json", "none.json")]
    [InlineData("ask what -k {0}", "knowledge.json")]
    [InlineData("ask --batch {0}/none.jsonl", "cannot read '{0}/none.jsonl': there is no such file.")]
    [InlineData("ask --batch {0}", "cannot read '{0}': it is a folder.")]
    [InlineData("chat -k {0}/none.json", "none.json")]
    [InlineData("knowledge", "Required command was not provided.")]
    [InlineData("knowledge show -k {0}/none.json", "none.json")]
    [InlineData("build", "Required argument 'article' missing for command: 'build'.")]
    [InlineData("build {0}/story.txt", "build needs --out FILE.json, or --draft-curation FILE.yaml, and not both.")]
    [InlineData("build {0}/none.txt --out {0}/k.json", "none.txt")]
    [InlineData("build {0}/story.txt --out {0}/story.txt", "--out '{0}/story.txt' is one of the files to build from; name another.")]
    [InlineData("build {0}/story.txt --curation {0}/none.yaml --out {0}/k.json", "none.yaml")]
    [InlineData("build {0}/story.txt --out {0}", "{0}")]
    [InlineData("build {0}/story.txt --check --out {0}/none.json", "none.json")]
    [InlineData("eval", "eval needs question files or --squad FILE, and not both.")]
    [InlineData("eval {0}/questions.jsonl --squad {0}/x.json", "eval needs question files or --squad FILE, and not both.")]
    [InlineData("eval --squad {0}/none.json", "none.json")]
    [InlineData("eval --squad {0}/story.txt", "story.txt")]
    [InlineData("eval {0}/none.jsonl", "cannot read '{0}/none.jsonl': there is no such file.")]
    [InlineData("eval {0}/questions.jsonl --warm-up 0 --html {0}/none/report.html -k {0}/story.txt", "cannot write '{0}/none/report.html': there is no such folder.")]
    [InlineData("eval {0}/questions.jsonl --warm-up 0 --junit {0} -k {0}/story.txt", "cannot write '{0}': it is a folder.")]
    [InlineData("eval {0}/questions.jsonl --warm-up often", "Cannot parse argument 'often' for option '--warm-up'")]
    [InlineData("completions tcsh", "Argument 'tcsh' not recognized. Must be one of:")]
    public async Task A_call_that_cannot_be_carried_out_says_why(string call, string message)
    {
        _folder.Write("story.txt", Story);
        _folder.Write("questions.jsonl", """{"id":"1","kind":"safe","question":"How many?"}""");
        var arguments = call.Replace("{0}", _folder.Path, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var run = await ProgramRun.OfAsync(arguments);

        AssertCallersError(run, message.Replace("{0}", _folder.Path, StringComparison.Ordinal));
        Assert.Equal(["questions.jsonl", "story.txt"], _folder.Files);
    }

    public static TheoryData<string, byte[]> Questions => new()
    {
        { "empty", [] },
        { "blank", [.. "  \n\t "u8] },
        { "binary", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0xFF, 0xFE] },
        { "ten megabytes", Encoding.ASCII.GetBytes(new string('a', 10_000_001)) },
        { "nine megabytes", Encoding.ASCII.GetBytes(new string('a', 9_000_000)) },
        { "ten thousand words", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("word ", 10_001))) },
        { "control characters", [.. Enumerable.Repeat((byte)1, 20)] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_that_is_none_is_refused(string what, byte[] question)
    {
        var story = _folder.Write("story.txt", Story);

        var run = await ProgramRun.OfAsync(["ask", "-", "-k", story], question);

        AssertCallersError(run, "question");
        Assert.True(run.Error.Length < 500, what);
    }

    public static TheoryData<string, byte[]> Articles => new()
    {
        { "empty", [] },
        { "blank", [.. " \n \n"u8] },
        { "UTF-16", [0xFF, 0xFE, 0x41, 0x00, 0x42, 0x00] },
        { "Latin-1", [.. "caf"u8, 0xE9] },
        { "a program", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1] },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task An_article_that_is_none_is_refused(string what, byte[] article)
    {
        var story = _folder.Write("story.txt", article);

        var run = await ProgramRun.OfAsync("build", story, "--out", _folder.At("k.json"));

        AssertCallersError(run, story);
        Assert.True(_folder.Files is ["story.txt"], what);
    }

    [Theory]
    [InlineData("colour: blue\n")]
    [InlineData("title: [1, 2\n")]
    [InlineData("42\n")]
    public async Task A_curation_that_does_not_hold_is_refused(string curation)
    {
        var story = _folder.Write("story.txt", Story);
        var yaml = _folder.Write("curation.yaml", curation);

        var run = await ProgramRun.OfAsync("build", story, "--curation", yaml, "--out", _folder.At("k.json"));

        AssertCallersError(run, "curation");
        Assert.Equal(["curation.yaml", "story.txt"], _folder.Files);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("edited")]
    [InlineData("of another version")]
    [InlineData("empty")]
    [InlineData("something else")]
    public async Task A_knowledge_file_that_is_broken_is_refused(string how)
    {
        var story = _folder.Write("story.txt", Story);
        var path = _folder.At("k.json");
        Assert.Equal(0, (await ProgramRun.OfAsync("build", story, "--out", path)).ExitCode);
        var json = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        _folder.Write("k.json", how switch
        {
            "truncated" => json[..(json.Length / 2)],
            "edited" => json.Replace("burned", "turned", StringComparison.Ordinal),
            "of another version" => json.Replace("\"schemaVersion\": 1", "\"schemaVersion\": 2", StringComparison.Ordinal),
            "empty" => "",
            _ => "[1, 2]",
        });

        AssertCallersError(await ProgramRun.OfAsync("ask", "How many?", "-k", path), path);
    }

    [Fact]
    public async Task A_batch_with_a_bad_line_answers_the_rest_and_fails()
    {
        var story = _folder.Write("story.txt", Story);
        var batch = _folder.Write("b.jsonl", "{\"id\":\"1\",\"question\":\"How many people were led out?\"}\nnonsense\n");

        var run = await ProgramRun.OfAsync("ask", "--batch", batch, "-k", story);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Out.TrimEnd('\n').Split('\n').Length);
        Assert.StartsWith("{\"id\":\"1\",\"schemaVersion\":1,", run.Out, StringComparison.Ordinal);
        Assert.Equal($"channelbot: 1 of 2 lines of '{batch}' could not be answered: see the error records.\n", run.Error);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertCallersError(ProgramRun run, string message)
    {
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }
}
