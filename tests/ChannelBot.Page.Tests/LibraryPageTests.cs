using ChannelBot.Host.Tests.Sessions;
using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>An educator brings an article, looks it over, corrects a name, starts a session on it and sets a quiz; a learner asks it and answers.</summary>
public sealed class LibraryPageTests(Stage stage) : IAsyncDisposable
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "../../../../questions/articles/flood/article.txt"));

    private readonly Classroom _classroom = new();

    public ValueTask DisposeAsync() => _classroom.DisposeAsync();

    [Fact]
    public async Task An_own_article_is_brought_corrected_asked_and_made_a_quiz_of()
    {
        var host = _classroom.Address.AbsoluteUri.TrimEnd('/');
        await using var educator = await stage.VisitAsync(address: host);
        var page = educator.Page;
        await page.GotoAsync("/articles");
        await page.GetByLabel("Educator key").FillAsync(Classroom.Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#bring .problem")).ToContainTextAsync("There is no text.");
        educator.Forgive();
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "story.zip", MimeType = "application/zip", Buffer = [0x50, 0x4B, 3, 4, 0, 0, 0xFF, 0xFE] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#bring .problem")).ToContainTextAsync("That is not plain text in UTF-8");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "long.txt", MimeType = "text/plain", Buffer = new byte[5 * 1024 * 1024] });
        await Assertions.Expect(page.Locator("#bring .problem")).ToContainTextAsync("That is too long: 60,000 characters are the most.");
        educator.Forgive();
        await page.Locator("#text").FillAsync(s_text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#found")).ToContainTextAsync("doubtful: marked");
        await Assertions.Expect(page.Locator(".doubtful").First).ToContainTextAsync("Please look:");
        await educator.AssertAccessibleAsync();
        await educator.KeepAsync("articles");

        var mayor = page.Locator("#entities .item").Filter(new() { HasText = "Dorothy Askew" }).First;
        await mayor.GetByLabel("Who or what that is").FillAsync("who lives in the town");
        var quote = page.Locator("#quotes .item").First;
        var doubt = await quote.Locator(".doubt").InnerTextAsync();
        await quote.GetByLabel("Who says it").SelectOptionAsync(new SelectOptionValue { Label = "Dorothy Askew" });
        await page.Locator("#entities .item").Filter(new() { HasText = "Red Cross" }).GetByLabel("Take it out").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save what I corrected" }).ClickAsync();
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("Saved");
        await Assertions.Expect(page.Locator("#entities .item").Filter(new() { HasText = "corrected" })).ToContainTextAsync("Dorothy Askew");

        await Assertions.Expect(page.Locator("#quotes .doubt").Filter(new() { HasText = doubt })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#entities .item").Filter(new() { HasText = "Red Cross" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Put back")).ToBeVisibleAsync();

        await page.GetByLabel("What the session is called").FillAsync("Floods");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        var code = (await page.Locator("#started .code").InnerTextAsync()).Replace("-", "", StringComparison.Ordinal);
        var learner = await _classroom.JoinAsync(code, "Sam");
        Assert.Contains("1,900", await learner.AskAsync("How many properties were cut off?"), StringComparison.Ordinal);

        // A quiz on it: set on the board, taken in the chat, counted there without names.
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the board" }).ClickAsync();
        await page.GetByText("Set the class a quiz").ClickAsync();
        await page.GetByText("Choose what it asks about").ClickAsync();
        await Assertions.Expect(page.Locator("#quiz .choices label").First).ToBeVisibleAsync();
        await educator.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set this quiz" }).ClickAsync();
        await Assertions.Expect(page.Locator("#quiz")).ToContainTextAsync("0 learners have answered so far");
        await learner.AskAsync("quiz");
        await learner.AskAsync("a");
        await Assertions.Expect(page.Locator("#quiz")).ToContainTextAsync("1 learner has answered so far");
        await page.GetByLabel("Show everybody how each learner answers").CheckAsync();
        var projector = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Projector view" }).ClickAsync());
        await Assertions.Expect(projector.Locator(".scores")).ToContainTextAsync("Sam");
        await Visit.AssertAccessibleAsync(projector);
        await page.GetByLabel("Show everybody how each learner answers").UncheckAsync();
        await Assertions.Expect(projector.Locator(".scores")).ToHaveCountAsync(0);
        await educator.AssertAccessibleAsync();
        await educator.KeepAsync("board-quiz");
    }
}
