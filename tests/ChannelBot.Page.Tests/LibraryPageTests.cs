using ChannelBot.Host.Tests.Sessions;
using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>An educator brings an article, looks it over, corrects a name, and starts a session on it; a learner asks it at a phone.</summary>
public sealed class LibraryPageTests(Stage stage) : IAsyncDisposable
{
    private const string Text =
        """
        The harbour bridge in Norhaven carried 12,480 vehicles a day last year, the council said.
        Mayor Ada Lindqvist told reporters: “The steel is older than any of us.” “We cannot wait,” read a banner.
        Lindqvist did not attend the meeting, where about 200 residents protested.
        """;

    private readonly Classroom _classroom = new();

    public ValueTask DisposeAsync() => _classroom.DisposeAsync();

    [Fact]
    public async Task An_own_article_is_brought_corrected_and_asked()
    {
        var host = _classroom.Address.AbsoluteUri.TrimEnd('/');
        await using var educator = await stage.VisitAsync(address: host, colours: ColorScheme.Dark);
        var page = educator.Page;
        await page.GotoAsync("/articles");
        await page.GetByLabel("Educator key").FillAsync(Classroom.Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#bring .problem")).ToContainTextAsync("There is no text.");
        educator.Forgive();
        await page.Locator("#text").FillAsync(Text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#found")).ToContainTextAsync("3 paragraphs");
        await Assertions.Expect(page.Locator(".doubtful").First).ToContainTextAsync("Please look:");
        await educator.AssertAccessibleAsync();
        await educator.KeepAsync("articles");

        var mayor = page.Locator("#entities .item").Filter(new() { HasText = "Ada Lindqvist" }).First;
        await mayor.GetByLabel("Who or what that is").FillAsync("Mayor of Norhaven");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save what I corrected" }).ClickAsync();
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("Saved");
        await Assertions.Expect(page.Locator("#entities .item").Filter(new() { HasText = "corrected" })).ToContainTextAsync("Ada Lindqvist");

        await page.GetByLabel("What the session is called").FillAsync("Bridges");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        var code = (await page.Locator("#started .code").InnerTextAsync()).Replace("-", "", StringComparison.Ordinal);
        var learner = await _classroom.JoinAsync(code, "Sam");
        Assert.Contains("12,480", await learner.AskAsync("How many vehicles used the bridge?"), StringComparison.Ordinal);
    }
}
