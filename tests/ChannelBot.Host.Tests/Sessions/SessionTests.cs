using System.Net;
using System.Net.Http.Json;
using ChannelBot.Host.Sessions;

namespace ChannelBot.Host.Tests.Sessions;

/// <summary>A session from its start to the questions on its board, over the whole host.</summary>
public sealed class SessionTests(Classroom classroom) : IClassFixture<Classroom>
{
    private const string Arrivals = "How many people arrived this year?";

    [Fact]
    public async Task Who_has_the_key_starts_a_session_and_gets_code_and_links()
    {
        var educator = await classroom.StartAsync("Year 9");
        Assert.Equal($"{classroom.PublicUrl}/join/{educator.Code}", (string?)educator.Started["join"]);
        Assert.StartsWith($"/sessions#{educator.Code}.", (string?)educator.Started["boardLink"], StringComparison.Ordinal);
        var board = await educator.Browser.GetStringAsync($"/sessions/{educator.Code}");
        Assert.Contains("<h1 id=\"title\">Year 9</h1>", board, StringComparison.Ordinal);
        Assert.StartsWith("<svg", await educator.Browser.GetStringAsync($"/sessions/{educator.Code}/qr.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_link_opens_it_in_another_browser_and_a_guess_finds_what_any_unknown_address_finds()
    {
        var educator = await classroom.StartAsync();
        var key = ((string)educator.Started["boardLink"]!).Split('.')[^1];
        var other = classroom.NewBrowser();
        var nowhere = await MissingAsync(other, "/nowhere");
        string[] addresses = [$"/sessions/{educator.Code}", $"/sessions/{educator.Code}/events", $"/sessions/{educator.Code}/qr.svg", "/sessions/WXY346"];
        foreach (var address in addresses)
        {
            Assert.Equal(nowhere, await MissingAsync(other, address));
        }

        using var wrong = await other.PostAsJsonAsync($"/sessions/{educator.Code}/open", new { key = key[..^1] + "x" });
        using var unknown = await other.PostAsJsonAsync("/sessions/WXY346/open", new { key });
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.StatusCode, unknown.StatusCode));
        Assert.Equal(nowhere, await wrong.Content.ReadAsStringAsync());
        using var right = await other.PostAsJsonAsync($"/sessions/{educator.Code}/open", new { key });
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Contains("HttpOnly", right.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(addresses[0])).StatusCode);
    }

    [Fact]
    public async Task Questions_stand_on_the_board_as_they_come_with_answer_and_source()
    {
        var educator = await classroom.StartAsync();
        using var board = await educator.WatchAsync();
        await board.NextAsync("board");
        var ada = await classroom.JoinAsync(educator.Code, "Ada");

        var said = await ada.AskAsync(Arrivals);
        var question = await board.NextAsync("question", _ => true);

        Assert.Contains("[1]: cite:", said, StringComparison.Ordinal);
        Assert.Equal(("Ada", Arrivals, "answered", 1), ((string?)question["name"], (string?)question["text"], (string?)question["outcome"], (int)question["group"]!));
        Assert.Contains(Arrivals, await ada.Browser.GetStringAsync($"/join/{educator.Code}/transcript"), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await ada.Browser.GetStringAsync($"/join/{educator.Code}"));
        Assert.Contains((string)question["sources"]![0]!["quote"]!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_ask_the_same_are_one_group_and_what_is_no_question_is_not_on_the_board()
    {
        var educator = await classroom.StartAsync();
        var (ada, ben) = (await classroom.JoinAsync(educator.Code, "Ada"), await classroom.JoinAsync(educator.Code, "ada"));
        await ada.AskAsync(Arrivals);
        await ben.AskAsync("hello");
        await ben.AskAsync("help");
        await ben.AskAsync("this year how many people arrived");
        await ben.AskAsync("What colour was the boat?");

        var questions = (await educator.BoardAsync())["questions"]!.AsArray();

        Assert.Equal([("Ada", 1, "answered"), ("ada (2)", 1, "answered"), ("ada (2)", 3, "not_in_article")],
            questions.Select(question => ((string)question!["name"]!, (int)question["group"]!, (string)question["outcome"]!)));
    }

    [Fact]
    public async Task Two_sessions_never_see_each_others_questions_though_one_browser_joined_both()
    {
        var (first, second) = (await classroom.StartAsync("First"), await classroom.StartAsync("Second"));
        var ada = await classroom.JoinAsync(first.Code, "Ada");
        await Classroom.ReadAsync(await ada.Browser.PostAsJsonAsync($"/join/{second.Code}", new { name = "Ada elsewhere" }));
        await ada.AskAsync(Arrivals);

        Assert.Single((await first.BoardAsync())["questions"]!.AsArray());
        Assert.Empty((await second.BoardAsync())["questions"]!.AsArray());
        Assert.Equal(404, (int)(await first.Browser.GetAsync($"/sessions/{second.Code}/events")).StatusCode);
    }

    [Fact]
    public async Task It_counts_who_joined_and_who_is_here()
    {
        var educator = await classroom.StartAsync();
        using var board = await educator.WatchAsync();
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        await board.NextAsync("session", session => ((int)session["joined"]!, (int)session["here"]!) is (1, 0));
        using (var page = await EventReader.OpenAsync(ada.Browser, $"/join/{educator.Code}/events"))
        {
            Assert.Equal("Ada", (string?)(await page.NextAsync("view"))!["name"]);
            await board.NextAsync("session", session => (int)session["here"]! is 1);
        }

        await board.NextAsync("session", session => (int)session["here"]! is 0);
    }

    [Fact]
    public async Task A_code_or_name_that_will_not_do_is_answered_clearly()
    {
        var educator = await classroom.StartAsync();
        var browser = classroom.NewBrowser();
        Assert.Equal((404, "There is no session with this code. Codes have six letters and digits, such as CDF-346."), await RefusalAsync(browser, "/join/WXY346", new { name = "Ada" }));
        Assert.Equal((400, "The name has 10,000 characters; 40 are the most."), await RefusalAsync(browser, $"/join/{educator.Code}", new { name = new string('x', 10_000) }));
        Assert.Equal((400, "A name cannot hold a link. Choose one without."), await RefusalAsync(browser, $"/join/{educator.Code}", new { name = "https://a.example" }));
        Assert.Equal((403, "That is not the educator key. Whoever runs this host has it."), await RefusalAsync(browser, "/sessions", new { key = "guess", title = "x" }));
        Assert.Equal((401, "Join first: this chat is for those who were let in."), await RefusalAsync(browser, $"/join/{educator.Code}/token", new { }));
        using var page = await browser.GetAsync("/join/WXY346");
        Assert.Equal(404, (int)page.StatusCode);
        Assert.Contains("There is no session with this code.", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var html = await classroom.JoinAsync(educator.Code, "<img src=x>");
        Assert.Equal("<img src=x>", html.Name);
    }

    [Fact]
    public async Task A_hundred_questions_a_second_from_one_browser_are_refused_and_nobody_else_waits()
    {
        var educator = await classroom.StartAsync();
        var (flood, ben) = (await classroom.JoinAsync(educator.Code, "Flood"), await classroom.JoinAsync(educator.Code, "Ben"));

        var statuses = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => flood.PostAsync(Arrivals)));

        Assert.Contains(429, statuses);
        Assert.Contains("31,535", await ben.AskAsync(Arrivals), StringComparison.Ordinal);
        var asked = (await educator.BoardAsync())["questions"]!.AsArray();
        Assert.InRange(asked.Count(question => (string?)question!["name"] is "Flood"), 1, 40);
    }

    [Theory]
    [InlineData("http://127.0.0.1:80", null)]
    [InlineData("http://localhost:80 http://[::1]:5187", null)]
    [InlineData("http://127.0.0.1:80 http://[::]:5187", "http://192.168.1.20:5187/")]
    [InlineData("http://+:5187", "http://192.168.1.20:5187/")]
    [InlineData("https://10.0.0.7:5187", "https://10.0.0.7:5187/")]
    public void Learners_are_never_sent_to_their_own_machine(string listening, string? address) =>
        Assert.Equal(address, JoinLinks.Reachable(listening.Split(' '), [IPAddress.Parse("192.168.1.20"), IPAddress.Parse("172.17.0.1")])?.AbsoluteUri);

    private static async Task<string> MissingAsync(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<(int Status, string? Message)> RefusalAsync(HttpClient browser, string path, object body)
    {
        using var response = await browser.PostAsJsonAsync(path, body);
        var error = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!;
        return ((int)response.StatusCode, (string?)error["message"]);
    }
}
