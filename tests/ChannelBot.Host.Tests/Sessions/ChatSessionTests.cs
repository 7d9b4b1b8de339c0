using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Host.Tests.Messages;

namespace ChannelBot.Host.Tests.Sessions;

/// <summary>A session in the chats of another channel, beside the browser or alone.</summary>
public sealed class ChatSessionTests(Classroom classroom) : IClassFixture<Classroom>, IAsyncLifetime
{
    private const string Arrivals = "How many people arrived this year?";

    private Channel _channel = null!;
    private int _said;

    public async ValueTask InitializeAsync() => _channel = await Channel.StartAsync();

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    [Fact]
    public async Task A_session_of_the_page_runs_in_a_groups_chat_too_and_what_the_educator_gives_comes_there()
    {
        var educator = await classroom.StartAsync(release: "hints");
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        var phrase = (string)(await educator.BoardAsync())["session"]!["phrase"]!;

        Assert.Equal("That opens no session here. The board of your session shows what to write.", await SayAsync("group1", phrase[..^1] + (phrase[^1] is 'C' ? 'D' : 'C')));
        Assert.StartsWith("The session “Monday” goes on. Join in a browser: http://", await SayAsync("group1", phrase), StringComparison.Ordinal);
        Assert.StartsWith("Your question is on the board.", await SayAsync("group1;messageid=5", Arrivals, user: "ben"), StringComparison.Ordinal);
        await ada.AskAsync(Arrivals);
        Assert.DoesNotContain("on the board", await SayAsync("group2", Arrivals), StringComparison.Ordinal);

        var questions = (await educator.BoardAsync())["questions"]!.AsArray();
        Assert.Equal([("Ben", "emulator"), ("Ada", "directline")], questions.Select(question => ((string)question!["name"]!, (string)question["channel"]!)));
        await educator.DoAsync("release", 1);
        var hint = await _channel.NextAsync();
        Assert.Equal(("group1;messageid=5", "ben"), ((string?)hint["conversation"]!["id"], (string?)hint["recipient"]!["id"]));
        Assert.Contains("look in paragraph 6", (string?)hint["text"], StringComparison.Ordinal);
        await educator.SetAsync("close");
        Assert.Contains("31,535", await SayAsync("group1", Arrivals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_started_in_a_personal_chat_by_whoever_has_the_key_and_nowhere_else()
    {
        Assert.StartsWith("Starting a session needs the educator key", await SayAsync("teacher", "session start \"Tuesday\" not-the-key", type: "personal"), StringComparison.Ordinal);
        Assert.StartsWith("Starting a session needs the educator key", await SayAsync("group3", "session start \"Tuesday\""), StringComparison.Ordinal);
        Assert.StartsWith("A key does not belong in a chat that others read.", await SayAsync("group3", $"session start \"Tuesday\" {Classroom.Key}"), StringComparison.Ordinal);
        Assert.Equal("You have started no session that goes on.", await SayAsync("teacher", "session board", type: "personal"));

        var begun = await SayAsync("teacher", $"session start “Tuesday” {Classroom.Key}", type: "personal");

        Assert.Contains($"Your board, for you alone: {classroom.PublicUrl}/sessions#", begun, StringComparison.Ordinal);
        Assert.Contains("“Tuesday”", await SayAsync("teacher", "session board", type: "personal"), StringComparison.Ordinal);
        Assert.StartsWith("Ask me that in a personal chat", await SayAsync("group3", "session board"), StringComparison.Ordinal);
        var ada = await classroom.JoinAsync((await classroom.StartAsync()).Code, "Ada");
        Assert.StartsWith("In a web chat a key would be kept", await ada.AskAsync($"session start \"x\" {Classroom.Key}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_educator_who_is_on_the_list_starts_one_in_the_chat_of_the_class()
    {
        Assert.StartsWith("Starting a session needs", await SayAsync("19:class@thread.tacv2", "session start \"Wednesday\"", objectId: "another"), StringComparison.Ordinal);
        Assert.StartsWith("The session “Wednesday” goes on.", await SayAsync("19:class@thread.tacv2", "session start \"Wednesday\"", objectId: Classroom.ListedEducator), StringComparison.Ordinal);
        await SayAsync("19:class@thread.tacv2;messageid=77", Arrivals, objectId: "another");
        var boards = await SayAsync("a:personal", "session board", type: "personal", objectId: Classroom.ListedEducator);

        var link = boards.Split('#')[^1].Split('.');
        var browser = classroom.NewBrowser();
        using var opened = await browser.PostAsJsonAsync($"/sessions/{link[0]}/open", new { key = link[1] });
        var question = Assert.Single((await new Educator(browser, link[0], boards).BoardAsync())["questions"]!.AsArray())!;
        Assert.Equal(("Cem", "msteams", Arrivals), ((string?)question["name"], (string?)question["channel"], (string?)question["text"]));
    }

    /// <summary>Says something and gets the answer in the response.</summary>
    private async Task<string> SayAsync(string conversation, string text, string user = "cem", string type = "groupChat", string? objectId = null)
    {
        var message = JsonNode.Parse(_channel.Message($"m{++_said}", text, conversation, "expectReplies", user: user))!;
        message["from"]!["name"] = char.ToUpperInvariant(user[0]) + user[1..];
        message["conversation"]!["conversationType"] = type;
        if (objectId is not null)
        {
            (message["channelId"], message["from"]!["aadObjectId"]) = ("msteams", objectId);
        }

        using var content = new StringContent(message.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        return (string)(await Classroom.ReadAsync(await classroom.NewBrowser().PostAsync("/api/messages", content)))["activities"]![0]!["text"]!;
    }
}
