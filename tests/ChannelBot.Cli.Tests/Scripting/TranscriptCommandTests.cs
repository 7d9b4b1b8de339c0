using System.Text.Json.Nodes;

namespace ChannelBot.Cli.Tests.Scripting;

public sealed class TranscriptCommandTests : IDisposable
{
    private const string Talk = """
        [{"type":"message","id":"1","timestamp":"2026-01-31T12:00:00Z","text":"Hello, I am Ann Smith","from":{"id":"29:a","name":"Ann Smith","role":"user"},"recipient":{"id":"28:d","name":"Desk","role":"bot"}},
        {"type":"message","text":"Good morning, Ann Smith","from":{"id":"28:d","name":"Desk","role":"bot"},"recipient":{"id":"29:a","name":"Ann Smith","role":"user"}}]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_chat_file_becomes_a_transcript_and_comes_back_as_the_same_conversation()
    {
        var chat = _folder.Write("talk.chat", "user=Ann\nbot=Desk\nAnn: Look [Delay=500]\nbot: [HeroCard\ntitle=Letters]\nbot: 12 [1] of them\n[Suggestions=Yes|No]\n> expect number 12\n");
        var (transcript, back, again) = (_folder.At("talk.transcript"), _folder.At("back.chat"), _folder.At("again.transcript"));

        var first = await ProgramRun.OfAsync("transcript", "convert", chat, "--out", transcript);
        await ProgramRun.OfAsync("transcript", "convert", transcript, "--out", back);
        await ProgramRun.OfAsync("transcript", "convert", back, "--out", again);

        Assert.Equal((0, "", ""), (first.ExitCode, first.Out, first.Error));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await ReadAsync(transcript)), JsonNode.Parse(await ReadAsync(again))), await ReadAsync(back));
        Assert.Contains("bot: 12 [1] of them\n[Suggestions=Yes|No]", (await ReadAsync(back)).Replace("Desk:", "bot:", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_to_write_the_other_kind_is_printed()
    {
        var run = await ProgramRun.OfAsync("transcript", "convert", _folder.Write("talk.transcript", Talk), "--brief");
        Assert.Equal("user=Ann Smith\nbot=Desk\n\nAnn Smith: Hello, I am Ann Smith\nDesk: Good morning, Ann Smith\n", run.Out);
    }

    [Fact]
    public async Task Names_and_ids_are_replaced_the_same_by_the_same()
    {
        var path = _folder.Write("talk.transcript", Talk);
        var run = await ProgramRun.OfAsync("transcript", "convert", path, "--brief", "--anonymise");
        Assert.Equal("user=User 1\nbot=Desk\n\nUser 1: Hello, I am User 1\nDesk: Good morning, User 1\n", run.Out);

        var anonymous = _folder.At("anonymous.transcript");
        await ProgramRun.OfAsync("transcript", "convert", path, "--anonymise", "-o", anonymous);
        Assert.DoesNotContain("29:a", await ReadAsync(anonymous), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_chatdown_loses_is_lost_where_that_is_asked_for()
    {
        var chat = _folder.Write("talk.chat", "user: hi\nbot: [1] and [2] more\n> with {\"locale\":\"en-GB\"}\n");
        Assert.Contains("[1] and [2]more", (await ProgramRun.OfAsync("transcript", "convert", chat, "--as-chatdown")).Out, StringComparison.Ordinal);
        Assert.Contains("[1] and [2] more", (await ProgramRun.OfAsync("transcript", "convert", chat)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_channel_of_a_chat_file_is_that_of_its_transcript_and_comes_back()
    {
        var chat = _folder.Write("talk.chat", "channelId=msteams\n\nuser: hi\nbot: Hello\n");
        var (transcript, back) = (_folder.At("talk.transcript"), _folder.At("back.chat"));

        await ProgramRun.OfAsync("transcript", "convert", chat, "--out", transcript);
        await ProgramRun.OfAsync("transcript", "convert", transcript, "--out", back);

        Assert.All(JsonNode.Parse(await ReadAsync(transcript))!.AsArray(), activity => Assert.Equal("msteams", (string?)activity!["channelId"]));
        Assert.StartsWith("channelId=msteams\n", await ReadAsync(back), StringComparison.Ordinal);
        Assert.DoesNotContain("\"channelId\"", await ReadAsync(back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_already_is_not_written_over()
    {
        var mine = _folder.Write("mine.chat", "user: mine\n");

        var run = await ProgramRun.OfAsync("transcript", "convert", _folder.Write("talk.transcript", Talk), "--out", mine);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"'{mine}' is there already, and may be somebody's work; name another file.", run.Error, StringComparison.Ordinal);
        Assert.Equal("user: mine\n", await ReadAsync(mine));
    }

    [Theory]
    [InlineData("talk.chat", "user: [Attachment=lost.png]", "talk.chat:1:19: There is no file 'lost.png' to attach in ")]
    [InlineData("talk.transcript", "[{\"type\":5}]", "talk.transcript:1:2: Item [0] is no activity: something else than expected stands at $.type. Expected a text.")]
    [InlineData("talk.txt", "hi", "is no kind of file I convert. Expected one that ends in .chat or .transcript.")]
    public async Task A_file_with_a_mistake_is_named_with_place_and_reason(string name, string text, string message)
    {
        var run = await ProgramRun.OfAsync("transcript", "convert", _folder.Write(name, text));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suites_of_other_tools_become_scripts_which_hold_what_can_be_held()
    {
        _folder.Write("ask.utterances.txt", "ASK\nHow many people arrived this year?\nHow many migrants have reached the UK this year?\n");
        _folder.Write("count.convo.txt", "count\n\n#me\nASK\n\n#bot\n!hello\nTEXT_REGEXP_ANY [0-9],[0-9]{3}\nINTENT count\n");
        _folder.Write("set.csv", "question,expectedResponse,testMethodType\nHow many people arrived this year?,,GeneralQuality\n");
        var scripts = _folder.At("scripts");

        var imported = await ProgramRun.OfAsync("transcript", "import", _folder.Path, "--out", scripts);
        var held = await ProgramRun.OfAsync("test", scripts);
        var direct = await ProgramRun.OfAsync("test", _folder.At("set.csv"), _folder.At("count.convo.txt"));

        Assert.Equal($"2 scripts written to {scripts}, 1 demands not imported, 0 mistakes.\n", imported.Out);
        Assert.Contains("count.convo.txt:9:1: INTENT count is nothing that a script can expect.", imported.Error, StringComparison.Ordinal);
        Assert.StartsWith("3 passed, 0 failed, 0 broken; 3 turns", held.Out, StringComparison.Ordinal);
        Assert.Contains("2 passed, 0 failed, 1 broken", direct.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_imported_does_not_keep_the_others_from_it()
    {
        _folder.Write("bad.convo.txt", "#you\nhi");
        _folder.Write("good.convo.txt", "#me\nhi\n#bot\nhello");

        var run = await ProgramRun.OfAsync("transcript", "import", _folder.Path, "--out", _folder.At("scripts"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bad.convo.txt:1:1: '#you' is no section.", run.Error, StringComparison.Ordinal);
        Assert.Equal("\nuser: hi\n> expect says \"hello\"\n", await ReadAsync(_folder.At("scripts/good.chat")));
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
