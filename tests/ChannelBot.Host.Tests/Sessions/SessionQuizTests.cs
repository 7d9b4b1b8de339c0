using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.Host.Tests.Sessions;

/// <summary>A quiz that an educator sets a class: taken in the chat, counted on the board by question and by nobody's name.</summary>
public sealed class SessionQuizTests(Classroom classroom) : IClassFixture<Classroom>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_class_takes_the_quiz_that_was_set_and_the_board_counts_first_answers_also_after_a_restart()
    {
        var educator = await classroom.StartAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await SetAsync(educator, new { level = "easy", seed = 3 })).Status);
        var (ada, ben) = (await classroom.JoinAsync(educator.Code, "Ada"), await classroom.JoinAsync(educator.Code, "Ben"));
        Assert.Contains("level easy", await ada.AskAsync("quiz"), StringComparison.Ordinal);
        Assert.Contains("rticle has it", await ada.AskAsync("a"), StringComparison.Ordinal);
        await ben.AskAsync("quiz");
        await ben.AskAsync("pass");

        await classroom.RestartAsync();
        await ben.AskAsync("b");
        await ada.AskAsync("stop quiz");
        await ada.AskAsync("quiz");
        await ada.AskAsync("b");
        var quiz = (await educator.BoardAsync())["session"]!["quiz"]!;
        Assert.Equal((2, "easy"), ((int)quiz["learners"]!, (string?)quiz["level"]));
        var first = quiz["questions"]![0]!;
        Assert.Equal((1, 1), ((int)first["attempts"]!, (int)first["passed"]!));
        Assert.Equal([1, 0, 0], first["options"]!.AsArray().Select(option => (int)option!["chosen"]!));
        Assert.Equal(1, (int)quiz["questions"]![1]!["attempts"]!);
        Assert.DoesNotContain("Ada", quiz.ToJsonString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await SetAsync(educator, new { end = true })).Status);
        Assert.Null((await educator.BoardAsync())["session"]!["quiz"]);
    }

    [Fact]
    public async Task Scores_are_shown_by_name_only_while_the_educator_has_them_shown()
    {
        var educator = await classroom.StartAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "No quiz is set, so that there are no scores to show."), await SetAsync(educator, new { scores = true }));
        await SetAsync(educator, new { level = "easy", seed = 3 });
        var (ada, ben) = (await classroom.JoinAsync(educator.Code, "Ada"), await classroom.JoinAsync(educator.Code, "Ben"));
        await ada.AskAsync("quiz");
        await ada.AskAsync("a");
        await ben.AskAsync("quiz");
        await ben.AskAsync("pass");
        using var projector = await educator.WatchAsync("/projector/events");
        using var bens = await EventReader.OpenAsync(ben.Browser, $"/join/{educator.Code}/events");
        Assert.Null((await projector.NextAsync("view"))!["scores"]);
        Assert.Null((await bens.NextAsync("view"))!["scores"]);

        await SetAsync(educator, new { scores = true });
        var right = (int)(await educator.BoardAsync())["session"]!["quiz"]!["questions"]![0]!["right"]!;
        var shown = (await projector.NextAsync("view"))!["scores"]!.ToJsonString();
        Assert.Equal($$"""{"learners":[{"name":"Ada","right":{{right}},"asked":1},{"name":"Ben","right":0,"asked":1}],"others":0}""", shown);
        Assert.Equal(shown, (await bens.NextAsync("view"))!["scores"]!.ToJsonString());
        await ada.AskAsync("forget me");
        await ada.AskAsync("yes");
        await projector.NextAsync("view", view => view["scores"]!["learners"]!.AsArray().Select(one => (string?)one!["name"]).SequenceEqual(["Ben"]));

        await SetAsync(educator, new { scores = false });
        await projector.NextAsync("view", view => view["scores"] is null);
        await SetAsync(educator, new { scores = true });
        await SetAsync(educator, new { level = "easy", seed = 4 });
        Assert.False((bool)(await educator.BoardAsync())["session"]!["quiz"]!["scores"]!);
        Assert.DoesNotContain("Ben", await educator.Browser.GetStringAsync(new Uri($"/sessions/{educator.Code}/export.md", UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_only_about_what_was_chosen_and_never_about_a_death()
    {
        var educator = await classroom.StartAsync();
        var choices = JsonNode.Parse(await educator.Browser.GetStringAsync(new Uri($"/sessions/{educator.Code}/quiz/choices", UriKind.Relative), Cancelled))!.AsArray();
        Assert.DoesNotContain(choices, choice => ((string)choice!["text"]!).Contains("died", StringComparison.Ordinal));
        var arrivals = choices.Select(choice => (string)choice!["id"]!).Where(id => id.Contains("arrivals", StringComparison.Ordinal)).ToArray();
        Assert.Equal(HttpStatusCode.NoContent, (await SetAsync(educator, new { level = "easy", only = arrivals })).Status);
        var learner = await classroom.JoinAsync(educator.Code, "Cem");
        Assert.Contains("questions on", await learner.AskAsync("quiz"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.BadRequest, true), await SetAsync(educator, new { only = new[] { "f:deaths-this-year" } }) is var (status, message) ? (status, message!.Contains("tells of a death", StringComparison.Ordinal)) : default);
        Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(educator, new { level = "silly" })).Status);
        using var stranger = new HttpClient { BaseAddress = classroom.Address };
        using var refused = await stranger.PostAsJsonAsync($"/sessions/{educator.Code}/quiz", new { level = "easy" }, Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string? Message)> SetAsync(Educator educator, object quiz)
    {
        using var response = await educator.Browser.PostAsJsonAsync($"/sessions/{educator.Code}/quiz", quiz, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return (response.StatusCode, text.Length > 0 ? (string?)JsonNode.Parse(text)!["error"]!["message"] : null);
    }
}
