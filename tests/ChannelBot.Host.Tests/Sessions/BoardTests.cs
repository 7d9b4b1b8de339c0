using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.Host.Tests.Sessions;

/// <summary>What an educator does on the board, and what of it reaches learners, the projector and the exports.</summary>
public sealed class BoardTests(Classroom classroom) : IClassFixture<Classroom>
{
    private const string Arrivals = "How many people arrived this year?";

    [Fact]
    public async Task Only_what_is_pinned_stands_on_the_projector_and_before_every_learner_and_without_a_name()
    {
        var educator = await classroom.StartAsync();
        var (ada, ben) = (await classroom.JoinAsync(educator.Code, "Ada"), await classroom.JoinAsync(educator.Code, "Ben"));
        using var projector = await educator.WatchAsync("/projector/events");
        using var bens = await EventReader.OpenAsync(ben.Browser, $"/join/{educator.Code}/events");
        await ada.AskAsync(Arrivals);
        await ada.AskAsync("What colour was the boat?");
        await educator.DoAsync("pin", 1);

        var shown = await projector.NextAsync("view", view => view["pinned"]!.AsArray().Count > 0);
        var seen = await bens.NextAsync("view", view => view["pinned"]!.AsArray().Count > 0);
        var item = Assert.Single(shown["pinned"]!.AsArray())!;
        Assert.Equal((Arrivals, 1), ((string?)item["text"], item["sources"]!.AsArray().Count));
        Assert.Equal(item.ToJsonString(), Assert.Single(seen["pinned"]!.AsArray())!.ToJsonString());
        Assert.DoesNotContain("Ada", shown.ToJsonString() + seen.ToJsonString(), StringComparison.Ordinal);

        await educator.DoAsync("hide", 1);
        await projector.NextAsync("view", view => view["pinned"]!.AsArray().Count is 0);
        await bens.NextAsync("view", view => view["pinned"]!.AsArray().Count is 0);
    }

    [Fact]
    public async Task In_hint_mode_learners_get_the_paragraph_then_the_sentence_then_the_answer()
    {
        var educator = await classroom.StartAsync(release: "hints");
        var ada = await classroom.JoinAsync(educator.Code, "Ada");

        Assert.StartsWith("Your question is on the board.", await ada.AskAsync(Arrivals), StringComparison.Ordinal);
        Assert.Equal("The last answer quotes nothing of the article.", await ada.AskAsync("sources"));
        await educator.DoAsync("pin", 1);
        using var projector = await educator.WatchAsync("/projector/events");
        Assert.Equal($$"""{"number":1,"text":"{{Arrivals}}","sources":[]}""", (await projector.NextAsync("view"))!["pinned"]![0]!.ToJsonString());
        var said = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            await educator.DoAsync("release", 1);
            said.Add((string)(await ada.SaidAsync())[^1]["text"]!);
        }

        Assert.Equal($"To your question “{Arrivals}”. A hint: look in paragraph 6.", said[0]);
        Assert.StartsWith($"To your question “{Arrivals}”. A hint: “", said[1], StringComparison.Ordinal);
        Assert.Contains("[1]: cite:p6.s1", said[1], StringComparison.Ordinal);
        Assert.Contains("31,535", said[2], StringComparison.Ordinal);
        Assert.Equal(said[2], said[3]);
        Assert.Contains("31,535", await ada.AskAsync("sources"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_the_educators_own_words_is_the_educators_and_never_the_articles()
    {
        var educator = await classroom.StartAsync();
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        await ada.AskAsync("What colour was the boat?");
        await educator.DoAsync("answer", [1], "Nobody wrote it down.\n[1] *Look* at the photo.");

        var reply = (await ada.SaidAsync())[^1];
        Assert.StartsWith("Your teacher says to your question “What colour was the boat?”:", (string?)reply["text"], StringComparison.Ordinal);
        Assert.Contains("(These are your teacher's words, not the article's.)", ((string)reply["text"]!).Replace("’", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(reply["entities"]);
        Assert.Equal("Nobody wrote it down.\n[1] *Look* at the photo.", (string?)(await educator.BoardAsync())["questions"]![0]!["own"]);
        Assert.Equal((400, "The answer is empty."), await educator.RefusedAsync("answer", 1, " "));
        Assert.Equal((400, "There is no question 9 in this session."), await educator.RefusedAsync("pin", 9));
    }

    [Fact]
    public async Task Nobody_asks_while_it_is_paused_and_nothing_changes_once_it_is_closed()
    {
        var educator = await classroom.StartAsync();
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        await educator.SetAsync("pause");
        Assert.Equal("The session is paused. Ask again when your teacher goes on.", await ada.AskAsync(Arrivals));
        await educator.SetAsync("resume");
        Assert.Contains("31,535", await ada.AskAsync(Arrivals), StringComparison.Ordinal);
        await educator.SetAsync("close");

        Assert.Equal("The session has ended. What was said here can still be read.", await ada.AskAsync(Arrivals));
        Assert.Equal((400, "The session has ended. Nothing can be changed in it."), await educator.RefusedAsync("pin", 1));
        Assert.Single((await educator.BoardAsync())["questions"]!.AsArray());
        using var late = await classroom.NewBrowser().PostAsJsonAsync($"/join/{educator.Code}", new { name = "Late" });
        Assert.Equal(410, (int)late.StatusCode);
        Assert.Contains("This session has ended.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exports_hold_what_was_asked_but_what_was_hidden_and_no_name_except_for_the_educator()
    {
        var educator = await classroom.StartAsync("Year 9 & <co>");
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        await ada.AskAsync(Arrivals);
        await ada.AskAsync("=HYPERLINK(\"http://a.example\") what colour was the boat?");
        await ada.AskAsync("Something rude about the teacher?");
        await educator.DoAsync("hide", 3);

        var (markdown, html, csv) = (await ExportAsync("md"), await ExportAsync("html"), await ExportAsync("csv"));
        Assert.All([markdown, html], text =>
        {
            Assert.Contains(Arrivals, text, StringComparison.Ordinal);
            Assert.DoesNotContain("rude", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ada", text, StringComparison.Ordinal);
        });
        Assert.Contains("<title>Year 9 &amp; &lt;co&gt;</title>", html, StringComparison.Ordinal);
        Assert.Contains(",Ada,directline,\"'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.Contains("Something rude", csv, StringComparison.Ordinal);
        var transcript = JsonNode.Parse(await ExportAsync("transcript"))!.AsArray();
        Assert.Equal(["Learner 1", null, "Learner 1", null], transcript.Select(activity => (string?)activity!["from"]!["name"]));
        Assert.Contains("31,535", (string?)transcript[1]!["text"], StringComparison.Ordinal);

        Task<string> ExportAsync(string ending) => educator.Browser.GetStringAsync($"/sessions/{educator.Code}/export.{ending}");
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_is_off_the_board_at_once()
    {
        var educator = await classroom.StartAsync();
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        await ada.AskAsync(Arrivals);
        using var board = await educator.WatchAsync();
        Assert.Single((await board.NextAsync("board"))!["questions"]!.AsArray());
        await ada.AskAsync("forget me");
        await ada.AskAsync("yes");

        var after = (await board.NextAsync("board"))!;
        Assert.Empty(after["questions"]!.AsArray());
        Assert.Equal(0, (int)after["session"]!["joined"]!);
    }
}
