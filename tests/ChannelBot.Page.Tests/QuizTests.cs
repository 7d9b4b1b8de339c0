using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

public sealed class QuizTests(Stage stage)
{
    [Fact]
    public async Task A_quiz_is_taken_on_its_cards()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync("quiz easy 3");
        await visit.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await visit.AssertAccessibleAsync();
        await visit.KeepAsync("quiz");
        var answers = await visit.Answers.CountAsync();
        await visit.Page.Locator(".ac-pushButton").Last.ClickAsync();

        await Assertions.Expect(visit.Answers.Nth(answers)).ToContainTextAsync("rticle has it");
        await Assertions.Expect(visit.Page.GetByText("2. ").Last).ToBeVisibleAsync();
        await visit.KeepAsync("quiz-answered");
    }
}
