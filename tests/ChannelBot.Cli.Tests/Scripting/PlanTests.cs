namespace ChannelBot.Cli.Tests.Scripting;

/// <summary>Plans of answers as files: written by <c>channelbot test --plans</c>, compared and replayed by <c>channelbot plan</c>.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_plans_of_all_scripts_replay_to_the_same_results_to_the_last_sign()
    {
        var plans = _folder.At("plans");

        var written = await ProgramRun.OfAsync("test", Repository.At("tests", "transcripts"), "--plans", plans);
        var replayed = await ProgramRun.OfAsync("plan", "replay", plans);

        Assert.Equal(0, written.ExitCode);
        Assert.Equal((0, ""), (replayed.ExitCode, replayed.Error));
        Assert.Matches(@"^[1-9]\d+ calls made again, 0 with another result\n$", replayed.Out);
        Assert.True(File.Exists(Path.Combine(plans, "outcomes", "answered-count.chat.plan.json")));
    }

    [Fact]
    public async Task Two_runs_have_the_same_plans_and_files()
    {
        await WriteAsync("a", "user: What share of this year's arrivals came since the election?\n\nuser: Double that\n\nuser: hello\n> or ask \"good morning\"\n", "one");
        await WriteAsync("a", "user: What share of this year's arrivals came since the election?\n\nuser: Double that\n\nuser: hello\n> or ask \"good morning\"\n", "two");

        var run = await ProgramRun.OfAsync("plan", "diff", _folder.At("one"), _folder.At("two"));

        Assert.Equal((0, "6 turns compared, 0 with another plan\n"), (run.ExitCode, run.Out));
        Assert.Equal(await ReadAsync("one/a.chat.plan.json"), await ReadAsync("two/a.chat.plan.json"));
    }

    [Fact]
    public async Task A_whole_run_and_a_filtered_one_are_compared_in_what_both_held()
    {
        _folder.Write("scripts/one/a.chat", "user: How many people arrived this year?\n");
        _folder.Write("scripts/one/b.chat", "user: hello\n");
        _folder.Write("scripts/two/c.chat", "user: thanks\n");
        await ProgramRun.OfAsync("test", _folder.At("scripts"), "--plans", _folder.At("whole"));
        await ProgramRun.OfAsync("test", _folder.At("scripts"), "--filter", "one/a", "--plans", _folder.At("part"));

        var run = await ProgramRun.OfAsync("plan", "diff", _folder.At("whole"), _folder.At("part"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"only in {_folder.At("whole")}: one/b.chat, two/c.chat", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 turns compared, 0 with another plan, 2 scripts in one of the runs alone\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_plan_is_shown_word_by_word()
    {
        await WriteAsync("a", "user: How many people arrived this year?\n", "one");
        await WriteAsync("a", "user: How many people arrived in 2023?\n", "two");
        var other = (await ReadAsync("one/a.chat.plan.json")).Replace("\"arguments\": {", "\"arguments\": {\n \"x\": \"y\",", StringComparison.Ordinal);
        _folder.Write("three/a.chat.plan.json", other);

        var turns = await ProgramRun.OfAsync("plan", "diff", _folder.At("one"), _folder.At("two"));
        var arguments = await ProgramRun.OfAsync("plan", "diff", _folder.At("one/a.chat.plan.json"), _folder.At("three/a.chat.plan.json"));

        Assert.Equal((1, 1), (turns.ExitCode, arguments.ExitCode));
        Assert.Contains("a, 1: “How many people arrived in 2023?”", turns.Out, StringComparison.Ordinal);
        Assert.Contains("{+x: y, +}", arguments.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 turns compared, 1 with another plan\n", arguments.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_article_the_calls_return_something_else()
    {
        var old = _folder.Write("old.txt", "The town had 12,400 visitors in March. It had 10,000 visitors in April.\n");
        var edited = _folder.Write("new.txt", "The town had 13,000 visitors in March. It had 10,000 visitors in April.\n");
        var script = _folder.Write("a.chat", "user: How many more visitors were there in March than in April?\n");
        await ProgramRun.OfAsync("test", script, "-k", old, "--plans", _folder.At("plans"));

        var run = await ProgramRun.OfAsync("plan", "replay", _folder.At("plans"), "-k", edited);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("[-12,400-]{+13,000+}", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nonsense")]
    [InlineData("{\"script\":\"a\",\"conversations\":[{\"name\":\"a\",\"turns\":[{\"said\":\"hi\",\"calls\":[{\"function\":\"figures_find\",\"arguments\":null,\"result\":\"\"}]}]}]}")]
    public async Task What_is_no_file_of_plans_is_named_and_the_others_are_replayed(string text)
    {
        var file = _folder.Write("bad.plan.json", text);
        await WriteAsync("a", "user: Who is the prime minister?\n", "good");

        var run = await ProgramRun.OfAsync("plan", "replay", file, _folder.At("good"));

        Assert.Equal((1, "1 calls made again, 0 with another result, 1 files that cannot be used\n"), (run.ExitCode, run.Out));
        Assert.Contains($"'{file}' is no file of plans", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_named_with_those_that_are()
    {
        var file = _folder.Write("a.plan.json", """{"script":"a","conversations":[{"name":"a","turns":[{"said":"hi","calls":[{"function":"moon_phase","arguments":{},"result":""}]}]}]}""");

        var run = await ProgramRun.OfAsync("plan", "replay", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'moon_phase' is no function of the planner. There are: article_", run.Error, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string name, string script, string plans) =>
        await ProgramRun.OfAsync("test", _folder.Write($"{name}.chat", script), "--plans", _folder.At(plans));

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(_folder.At(name), TestContext.Current.CancellationToken);
}
