using ChannelBot.Core.Conversations;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Tests.Sessions;

public sealed class RestartTests
{
    [Fact]
    public async Task A_session_survives_a_restart_of_the_host()
    {
        await using var classroom = new Classroom();
        var educator = await classroom.StartAsync("Before", "hints");
        var ada = await classroom.JoinAsync(educator.Code, "Ada");
        await ada.AskAsync("How many people arrived this year?");
        await educator.DoAsync("discuss", 1);
        var before = await educator.BoardAsync();
        var over = await classroom.StartAsync("Over");
        await (await classroom.JoinAsync(over.Code, "Ben")).AskAsync("What colour was the boat?");
        await over.SetAsync("close");

        await classroom.RestartAsync();

        Assert.Equal(before.ToJsonString(), (await educator.BoardAsync()).ToJsonString());
        await educator.DoAsync("release", 1);
        Assert.Contains("look in paragraph 6", (string?)(await ada.SaidAsync())[^1]["text"], StringComparison.Ordinal);
        Assert.StartsWith("Your question is on the board.", await ada.AskAsync("What colour was the boat?"), StringComparison.Ordinal);
        Assert.Contains("What colour was the boat?", await over.Browser.GetStringAsync($"/sessions/{over.Code}/export.md"), StringComparison.Ordinal);
        Assert.Equal(2, (await educator.BoardAsync())["questions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_kill_right_after_an_answer_takes_no_question_off_the_board()
    {
        await using var classroom = new Classroom();
        var educator = await classroom.StartAsync();
        var learners = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => classroom.JoinAsync(educator.Code, $"Learner {n}")));

        var asking = Task.WhenAll(learners.Select(async learner =>
        {
            for (var n = 1; n <= 5; n++)
            {
                await learner.PostAsync($"How many people arrived this year, {n}?");
            }
        }));

        // Whenever the host is killed, who has an answer has a question on the board.
        do
        {
            foreach (var learner in learners)
            {
                var log = await classroom.Store.ReadLogAsync(new("directline", learner.Conversation), 0, cancellationToken: TestContext.Current.CancellationToken);
                var kept = await classroom.Store.Sessions.FindAsync(educator.Code, TestContext.Current.CancellationToken);
                var questions = Session.Of(educator.Code, kept!.Select(entry => SessionJson.Read(entry.Json.Span))).Questions;
                Assert.InRange(questions.Count(question => question.Name == learner.Name), log?.Entries.Count(entry => entry.Kind is LogEntryKind.Inbound) ?? 0, 5);
            }
        }
        while (!asking.IsCompleted);

        await asking;
        var last = await classroom.Store.ReadLogAsync(new("directline", learners[0].Conversation), 0, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(5, last!.Entries.Count(entry => entry.Kind is LogEntryKind.Inbound));
        Assert.Equal(Enumerable.Range(1, 40), (await educator.BoardAsync())["questions"]!.AsArray().Select(question => (int)question!["number"]!));
    }
}
