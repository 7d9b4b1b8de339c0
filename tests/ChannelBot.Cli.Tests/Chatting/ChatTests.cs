using ChannelBot.Cli.Chatting;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Cli.Tests.Chatting;

public sealed class ChatTests : IDisposable
{
    private static readonly byte[] Story = [.. "A mill burned down.\n"u8, .. "Nobody was hurt."u8];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Questions_are_one_conversation_until_the_user_quits() => Assert.Equal(
        """
        > first
        1: first

        > second
        2: second

        > :quit

        """.ReplaceLineEndings("\n"),
        await ChatAsync("first\n\nsecond\n:quit\nthird\n"));

    [Fact]
    public async Task A_refused_question_does_not_end_the_conversation() =>
        Assert.Equal("> bad\nthe question is bad.\n\n> good\n1: good\n\n", await ChatAsync("bad\ngood\n"));

    [Fact]
    public async Task The_article_is_shown_whole_or_by_paragraph()
    {
        Assert.Equal("> :article\n   1 A mill burned down.\n   2 Nobody was hurt.\n\n", await ChatAsync(":article\n"));
        Assert.Equal("> :article 2\n   2 Nobody was hurt.\n\n", await ChatAsync(":article 2\n"));
        Assert.Equal("> :article 3\nthere is no paragraph '3': the article has 1 to 2.\n\n", await ChatAsync(":article 3\n"));
    }

    [Theory]
    [InlineData(":working", "nothing was asked yet.")]
    [InlineData(":save", ":save needs the name of a file, for example :save conversation.md")]
    [InlineData(":save x.md", "nothing was asked yet.")]
    [InlineData(":fly", "':fly' is no command. :help lists them.")]
    public async Task A_command_that_cannot_be_done_says_why(string command, string message) =>
        Assert.Equal($"> {command}\n{message}\n\n", await ChatAsync(command + "\n"));

    [Fact]
    public async Task Every_command_is_in_the_help()
    {
        var help = await ChatAsync(":help\n");

        Assert.All([":article", ":working", ":quiz", ":history", ":save", ":quit"], command => Assert.Contains(command, help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_conversation_is_saved_for_people_and_for_programs()
    {
        var (markdown, records) = (_folder.At("talk.md"), _folder.At("talk.jsonl"));

        var output = await ChatAsync($"first\nsecond\n:save {markdown}\n:save {records}\n:history\n");

        Assert.Equal("## first\n\n1: first\n\n## second\n\n2: second\n\n", await File.ReadAllTextAsync(markdown, TestContext.Current.CancellationToken));
        Assert.Equal(2, (await File.ReadAllLinesAsync(records, TestContext.Current.CancellationToken)).Length);
        Assert.Contains($"Saved 2 answers in {markdown}.", output, StringComparison.Ordinal);
        Assert.EndsWith("  1. first\n     1: first\n  2. second\n     2: second\n\n", output, StringComparison.Ordinal);
        Assert.Equal(["talk.jsonl", "talk.md"], _folder.Files);
    }

    [Fact]
    public async Task The_working_of_the_last_answer_is_shown_when_asked()
    {
        var answer = Answers.With("About 40%.", Outcome.Computed) with
        {
            Working = [new Working("share", [], "2 ÷ 5 × 100 = 40", "40", 40, 40, 40, false, false, "percent", "both are of one year")],
        };

        var output = await ChatAsync("what share\n:working\n", Answers.Always(answer));

        Assert.EndsWith("Working\n  = share: 2 ÷ 5 × 100 = 40\n    assumption: both are of one year\n\n", output, StringComparison.Ordinal);
        Assert.StartsWith("> what share\nAbout 40%.\n\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiz_is_taken_as_in_the_other_channels_with_questions_between_its_own()
    {
        var channel = KnowledgeReader.Read(Repository.At("knowledge", "channel-crossings", "knowledge.json"));
        var quiz = new QuizMaker(channel).Make(new QuizRequest { Seed = 3, Level = QuizLevel.Easy });
        var output = await ChatAsync($"quiz easy 3\n{QuizMarking.Letter(quiz.Questions[0].Key.Right[0])}\nwhat do they want to do next?\n9 9\npass\nstop quiz\nafter it\n:quiz silly\n", knowledge: channel);

        string[] inOrder =
        [
            "8 questions on", quiz.Questions[0].Prompt, "Yes, so the article has it:", quiz.Questions[1].Prompt, "1: what do they want to do next?", quiz.Questions[1].Prompt,
            "I cannot read that as an answer", "The article has:", quiz.Questions[2].Prompt, "The quiz is over: 1 answered, 1 as the article has it.", "2: after it", "I cannot read “silly” as a quiz.",
        ];
        var at = 0;
        Assert.All(inOrder, words => Assert.True((at = output.IndexOf(words, at, StringComparison.Ordinal)) >= 0, words));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> ChatAsync(string typed, Cli.Asking.Ask? ask = null, KnowledgeFile? knowledge = null)
    {
        using var output = new StringWriter();
        using var input = new StringReader(typed);
        var terminal = new Terminal(input, output, TextWriter.Null, colours: false, interactive: false, TimeProvider.System);
        var session = new ChatSession(ask ?? Answers.Counting, knowledge ?? KnowledgeCompiler.Build(Story), terminal, new WholeLines(terminal));

        await session.RunAsync(TestContext.Current.CancellationToken);

        var text = output.ToString().ReplaceLineEndings("\n");
        Assert.StartsWith("Ask about ", text, StringComparison.Ordinal);
        return text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
    }
}
