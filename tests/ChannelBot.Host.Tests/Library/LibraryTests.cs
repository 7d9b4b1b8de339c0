using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Host.Tests.Sessions;

namespace ChannelBot.Host.Tests.Library;

/// <summary>An educator's own article: what is refused, what is found and corrected, and a session on it, of the whole host.</summary>
public sealed class LibraryTests(Classroom classroom) : IClassFixture<Classroom>
{
    private const string Text =
        """
        The harbour bridge in Norhaven carried 12,480 vehicles a day last year, the council said.
        Mayor Ada Lindqvist told reporters: “The steel is older than any of us.”
        """;

    [Fact]
    public async Task What_is_no_article_is_refused_with_the_reason_and_nothing_is_kept()
    {
        using var browser = new HttpClient { BaseAddress = classroom.Address };
        Assert.Equal((400, "There is no text. Paste the article, or choose a file with it: plain text, one paragraph a line."), await RefusedAsync(browser, Classroom.Key, "  \n "));
        Assert.StartsWith("That is not plain text", (await RefusedAsync(browser, Classroom.Key, "PK\u0003\u0004\0\0 zip")).Message, StringComparison.Ordinal);
        Assert.Equal((400, "The text has 60,001 characters; 60,000 are the most."), await RefusedAsync(browser, Classroom.Key, new string('a', 60_001)));
        Assert.Equal((413, "The text is too long: 60,000 characters are the most."), await RefusedAsync(browser, Classroom.Key, new string('a', 5 * 1024 * 1024)));
        Assert.Equal((403, "That is not the educator key. Whoever runs this host has it."), await RefusedAsync(browser, "guess", Text));
        using var form = new StringContent("text=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var refused = await browser.PostAsync(new Uri("/articles", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        using var unknown = await browser.PostAsJsonAsync("/articles/aaaaaaaaaaaaaaaaaaaaaaaa", new { key = Classroom.Key }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_session_on_it_is_answered_from_it_alone_also_after_a_restart()
    {
        using var browser = new HttpClient { BaseAddress = classroom.Address };
        var article = await PostAsync(browser, "/articles", new { key = Classroom.Key, text = Text });
        var id = (string)article["id"]!;
        var mayor = article["entities"]!.AsArray().Single(entity => (string?)entity!["name"] == "Ada Lindqvist")!;
        article = await PostAsync(browser, $"/articles/{id}/corrections", new
        {
            key = Classroom.Key,
            title = "the bridge story",
            quotes = new[] { new { id = (string?)article["quotes"]![0]!["id"], speaker = "" } },
            notFigures = new[] { (string?)article["figures"]![0]!["id"] },
            entities = new[] { new { id = (string?)mayor["id"], kind = "Person", name = "Ada Maria Lindqvist", role = "Mayor of Norhaven", aliases = new[] { "the Mayor" } } },
        });
        Assert.Equal("the bridge story", (string?)article["title"]);
        Assert.Contains("Ada Maria Lindqvist", (string?)article["curation"], StringComparison.Ordinal);
        Assert.Equal((null, true), ((string?)article["quotes"]![0]!["speaker"], (bool)article["quotes"]![0]!["corrected"]!));
        Assert.Empty(article["figures"]!.AsArray());
        var takenOut = Assert.Single(article["takenOut"]!.AsArray())!;
        article = await PostAsync(browser, $"/articles/{id}/corrections", new { key = Classroom.Key, putBack = new[] { (string?)takenOut } });
        Assert.Single(article["figures"]!.AsArray());

        var session = await classroom.StartAsync("Bridges", article: id);
        var other = await classroom.StartAsync("The Channel");
        var learner = await classroom.JoinAsync(session.Code, "Sam");
        var neighbour = await classroom.JoinAsync(other.Code, "Kim");
        Assert.Contains("12,480", await learner.AskAsync("How many vehicles used the bridge?"), StringComparison.Ordinal);
        Assert.DoesNotContain("12,480", await neighbour.AskAsync("How many vehicles used the bridge?"), StringComparison.Ordinal);
        Assert.DoesNotContain("31,535", await learner.AskAsync("How many people arrived this year?"), StringComparison.Ordinal);
        using var used = await browser.PostAsJsonAsync($"/articles/{id}/delete", new { key = Classroom.Key }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, used.StatusCode);

        await classroom.RestartAsync();
        Assert.Contains("Mayor of Norhaven", await learner.AskAsync("Who is Ada Maria Lindqvist?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_that_do_not_hold_are_refused_and_an_article_that_nobody_uses_is_deleted()
    {
        using var browser = new HttpClient { BaseAddress = classroom.Address };
        var id = (string)(await PostAsync(browser, "/articles", new { key = Classroom.Key, text = Text }))["id"]!;
        using var wrong = await browser.PostAsJsonAsync($"/articles/{id}/corrections", new { key = Classroom.Key, entities = new[] { new { id = "e:x", name = "X" } } }, TestContext.Current.CancellationToken);
        Assert.Equal("'e:x' is no name that was found in this article.", await MessageAsync(wrong));
        using var nobody = await browser.PostAsJsonAsync($"/articles/{id}/corrections", new { key = Classroom.Key, quotes = new[] { new { id = "q7", speaker = "" } } }, TestContext.Current.CancellationToken);
        Assert.Equal("'q7' is no quotation that was found in this article.", await MessageAsync(nobody));
        using var none = await browser.PostAsJsonAsync($"/articles/{id}/corrections", new { key = Classroom.Key, notNames = new[] { "e:x", null } }, TestContext.Current.CancellationToken);
        Assert.Equal("'e:x' is no name that was found in this article.", await MessageAsync(none));
        using var unknown = await browser.PostAsJsonAsync("/sessions", new { key = Classroom.Key, title = "x", article = new string('b', 24) }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var gone = await browser.PostAsJsonAsync($"/articles/{id}/delete", new { key = Classroom.Key }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var again = await browser.PostAsJsonAsync($"/articles/{id}", new { key = Classroom.Key }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    private static async Task<JsonNode> PostAsync(HttpClient browser, string address, object body) => await Classroom.ReadAsync(await browser.PostAsJsonAsync(address, body));

    private static async Task<(int Status, string? Message)> RefusedAsync(HttpClient browser, string key, string text)
    {
        // A client that asks first need not send five megabytes in vain.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/articles") { Content = JsonContent.Create(new { key, text }), Headers = { ExpectContinue = text.Length > 1_000_000 } };
        await request.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await MessageAsync(response));
    }

    private static async Task<string?> MessageAsync(HttpResponseMessage response) => (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["message"];
}
