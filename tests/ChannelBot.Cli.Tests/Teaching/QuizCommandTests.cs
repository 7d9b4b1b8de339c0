using System.Text.Json;

namespace ChannelBot.Cli.Tests.Teaching;

public sealed class QuizCommandTests
{
    [Fact]
    public async Task Quiz_prints_questions_without_their_key_unless_it_is_asked_for()
    {
        var run = await ProgramRun.OfAsync("quiz", "--seed", "7");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Quiz on the Channel crossings article (medium, seed 7)\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\nKey\n", run.Out, StringComparison.Ordinal);

        var withKey = await ProgramRun.OfAsync("quiz", "--seed", "7", "--key");
        Assert.StartsWith(run.Out, withKey.Out, StringComparison.Ordinal);
        Assert.Contains("\nKey\n", withKey.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quiz.md", "# Quiz on ")]
    [InlineData("quiz.html", "<!DOCTYPE html>")]
    [InlineData("quiz.csv", "number,kind,level,prompt,")]
    [InlineData("quiz.json", "{\n  \"article\"")]
    [InlineData("quiz.txt", "Quiz on ")]
    public async Task Quiz_writes_the_form_that_the_file_s_name_says(string name, string start)
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.OfAsync("quiz", "--out", folder.At(name), "--key");
        Assert.Equal((0, $"Wrote {folder.At(name)}.\n"), (run.ExitCode, run.Out));
        Assert.StartsWith(start, await File.ReadAllTextAsync(folder.At(name), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiz_as_JSON_has_only_the_kinds_asked_for()
    {
        var run = await ProgramRun.OfAsync("quiz", "--kinds", "compute,figure", "--format", "json", "--count", "3", "--level", "hard");
        using var quiz = JsonDocument.Parse(run.Out);
        var questions = quiz.RootElement.GetProperty("questions").EnumerateArray().ToArray();
        Assert.Equal(3, questions.Length);
        Assert.All(questions, question => Assert.Contains(question.GetProperty("kind").GetString(), new[] { "compute", "figure" }));
        Assert.All(questions, question => Assert.False(question.TryGetProperty("key", out _)));
    }

    [Theory]
    [InlineData("--kinds", "riddle", "'riddle' is no kind of question. Use one of: who-said, figure, true-false, order, compute, not-said.")]
    [InlineData("--level", "fiendish", "'fiendish' is no level. Use one of: easy, medium, hard.")]
    [InlineData("--format", "pdf", "'pdf' is no format. Use one of: text, markdown, html, json, csv.")]
    [InlineData("--count", "0", "A quiz has 1 to 100 questions, not 0.")]
    [InlineData("--only", "f9.9", "'f9.9' is nothing of this article.")]
    public async Task Quiz_says_what_is_accepted_in_place_of_what_it_cannot_use(string option, string value, string message)
    {
        var run = await ProgramRun.OfAsync("quiz", option, value);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("channelbot: " + message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiz_says_how_many_questions_an_article_gives()
    {
        var run = await ProgramRun.OfAsync("quiz", "--count", "100");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"^channelbot: 100 questions are wanted, and the Channel crossings article gives \d+ at level medium\. Ask for \d+ or fewer\.\n$", run.Error);
    }

    [Fact]
    public async Task Quiz_says_when_an_article_has_too_little()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("article.txt"), "It was a quiet day.\n", TestContext.Current.CancellationToken);
        var run = await ProgramRun.OfAsync("quiz", "--knowledge", folder.At("article.txt"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is not enough in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiz_taken_in_a_terminal_tells_at_once_what_the_article_says()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader("maybe\ntrue\n\n");
        var terminal = new Terminal(input, output, error, colours: false, interactive: true, TimeProvider.System) { Settings = ProgramRun.SettingsOf() };
        Assert.Equal(0, await CommandLine.RunAsync(["quiz", "--kinds", "true-false", "--count", "3"], terminal));
        var shown = output.ToString().ReplaceLineEndings("\n");
        Assert.StartsWith("3 questions on the Channel crossings article.\n", shown, StringComparison.Ordinal);
        Assert.Contains("That cannot be read as an answer: true or false is expected.\n", shown, StringComparison.Ordinal);
        Assert.Matches("Yes, so the article has it\\.|The article has it otherwise: b\\) False", shown);
        Assert.Contains("[1] paragraph ", shown, StringComparison.Ordinal);
        Assert.Matches(@"1 of 3 answered, [01] as the article has it\.\n$", shown);
    }
}
