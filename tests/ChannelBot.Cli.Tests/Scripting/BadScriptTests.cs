using System.Text;

namespace ChannelBot.Cli.Tests.Scripting;

/// <summary>Files with mistakes: each is named with its place and what was expected there, and the other scripts are run.</summary>
public sealed class BadScriptTests : IDisposable
{
    private const string Ann = """{"id":"a","name":"Ann","role":"user"}""";
    private const string Bot = """{"id":"b","name":"bot","role":"bot"}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_kind_of_mistake_is_named_by_file_line_and_column_and_the_other_scripts_run()
    {
        _folder.Write("good.chat", "user: How many people arrived this year?\n> expect outcome answered\n");
        _folder.Write("syntax.chat", "user=A=B\nuser: hi\n");
        _folder.Write("attachment.chat", "user: look [Attachment=lost.png]\n");
        _folder.Write("expectation.chat", "user: hi\n> expect joy\n");
        _folder.Write("item.transcript", "[\n{\"type\":\"message\",\"from\":5}\n]");
        _folder.Write("json.transcript", "[\n{\"type\":\n");
        _folder.Write("nobody.transcript", "[{\"type\":\"message\",\"text\":\"hi\"}]");
        _folder.Write("sections.convo.txt", "#you\nhi\n");
        _folder.Write("header.csv", "name\nAnn\n");
        _folder.Write("set.csv", "question,expectedResponse,testMethodType\nHow many people arrived this year?,\"31,535\",\nWho?,yes,Guess\n");
        _folder.Write("demand.convo.txt", "#me\nhello\n\n#bot\nINTENT greeting\n!riddle\n");
        _folder.Write("empty.utterances.txt", "ASK\n");

        _folder.Write("empty.chat", "");
        _folder.Write("empty.transcript", "[]");

        var run = await ProgramRun.OfAsync("test", _folder.Path, "nowhere", "lost.chat");

        var said = run.Out.Replace("\n", " ", StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2 passed, 0 failed, 15 broken", said, StringComparison.Ordinal);
        string[] messages =
            [
                "syntax.chat:1:7: A second '='", "attachment.chat:1:24: There is no file 'lost.png'", "expectation.chat:2:10: 'joy' is nothing that can be expected. Expected one of:",
                "item.transcript:2:1: Item [0] is no activity: something else than expected stands at $.from. Expected an object.", "json.transcript:3:1: This is not JSON:",
                "nobody.transcript:1:2: Nothing tells who is the bot.", "sections.convo.txt:1:1: '#you' is no section.", "header.csv:1:1: No row names the columns.",
                "set.csv:3:10: 'Guess' is no test method.", "demand.convo.txt:5:1: INTENT greeting is nothing that a script can expect.", "empty.utterances.txt:2:1: Expected the list's name",
                "empty.chat:1:1: Nobody says anything.", "empty.transcript:1:1: Nobody says anything.", "nowhere:1:1: There is no such file or folder.", "lost.chat:1:1: There is no such file.",
            ];
        Assert.All(messages, message => Assert.Contains(message, Unwrapped(said), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_fields_of_a_transcript_are_sent_and_expected_like_all_others()
    {
        var path = _folder.Write("mood.transcript",
            $"[{{\"type\":\"message\",\"text\":\"thanks\",\"mood\":{{\"x\":null}},\"from\":{Ann},\"recipient\":{Bot}}},{{\"type\":\"message\",\"text\":\"***\",\"mood\":\"glad\",\"from\":{Bot},\"recipient\":{Ann}}}]");

        Assert.Contains("bot line: mood", (await ProgramRun.OfAsync("test", path)).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.OfAsync("test", path, "--ignore", "mood")).ExitCode);
        Assert.DoesNotContain("bot line: mood", (await ProgramRun.OfAsync("test", path, "--ignore", "mood")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcript_of_fifty_thousand_activities_is_replayed()
    {
        var text = new StringBuilder($"[{{\"type\":\"message\",\"id\":\"1\",\"text\":\"thanks\",\"from\":{Ann},\"recipient\":{Bot}}}");
        for (var i = 0; i < 50_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $",\n{{\"type\":\"typing\",\"id\":\"t{i}\",\"from\":{Bot},\"recipient\":{Ann}}}");
        }

        var run = await ProgramRun.OfAsync("test", _folder.Write("long.transcript", text.Append(']').ToString()));

        Assert.Contains("1 turns", run.Out, StringComparison.Ordinal);
        Assert.Contains("no further message", run.Out, StringComparison.Ordinal);
    }

    /// <summary>As one line: the page breaks long ones.</summary>
    private static string Unwrapped(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
