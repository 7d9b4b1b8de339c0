using System.Text;
using System.Text.RegularExpressions;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Tests.Sessions;
using ChannelBot.Teaching.Handouts;
using ChannelBot.Teaching.Rendering;
using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>A lesson from end to end: an educator's board and projector in a browser, one learner at a phone, thirty by Direct Line.</summary>
public sealed class SessionPageTests(Stage stage) : IAsyncLifetime
{
    private const int Learners = 30;
    private const string Arrivals = "How many people arrived this year?";
    private const string Colour = "What colour was the boat?";

    private readonly Classroom _classroom = new();

    private string Host => _classroom.Address.AbsoluteUri.TrimEnd('/');

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _classroom.DisposeAsync();

    [Fact]
    public async Task A_lesson_is_started_held_interrupted_by_a_restart_and_kept()
    {
        await using var educator = await stage.VisitAsync(address: Host);
        var code = await StartAsync(educator);
        var board = educator.Page;
        var elsewhere = await _classroom.StartAsync("Another lesson");

        // Thirty at once: all ask the same in one of two ways, a third also what the article does not say.
        var learners = await Task.WhenAll(Enumerable.Range(1, Learners).Select(n => _classroom.JoinAsync(code, $"Learner {n}")));
        await Task.WhenAll(learners.Select((learner, i) => learner.AskAsync(i % 2 is 0 ? Arrivals : "this year how many people arrived")));
        await Task.WhenAll(learners.Where((_, i) => i % 3 is 0).Select(learner => learner.AskAsync(Colour)));
        await Assertions.Expect(Card(board, Arrivals, "this year how many")).ToContainTextAsync("30 ask this");
        await Assertions.Expect(Card(board, Colour)).ToContainTextAsync("10 ask this");
        await Assertions.Expect(board.Locator("#people")).ToHaveTextAsync("30 joined, 0 here now");
        await Assertions.Expect(board.Locator("#filters button").Nth(1)).ToHaveTextAsync("Not in the article (1)");
        await Visit.AssertAccessibleAsync(board);

        // A learner at a phone joins, asks, and sees what is shown to all; so does the projector.
        await using var phone = await stage.VisitAsync(isPhone: true, address: Host);
        await JoinAsync(phone, code);
        await phone.AskAsync("Who was found on the beach?");
        await Assertions.Expect(Card(board, "Who was found on the beach?")).ToContainTextAsync("<b>Zoë</b>");
        await Assertions.Expect(board.Locator("#people")).ToHaveTextAsync("31 joined, 1 here now");
        var projector = await board.Context.RunAndWaitForPageAsync(() => board.GetByRole(AriaRole.Link, new() { Name = "Projector view" }).ClickAsync());
        await Assertions.Expect(projector.Locator("main .code")).ToHaveTextAsync($"{code[..3]}-{code[3..]}");
        await Card(board, Colour).GetByRole(AriaRole.Button, new() { Name = "Show to all" }).ClickAsync();
        await Assertions.Expect(projector.Locator("h2")).ToHaveTextAsync(Colour);
        await Assertions.Expect(phone.Page.Locator("#pinned .question")).ToHaveTextAsync(Colour);
        await Visit.AssertAccessibleAsync(phone.Page);

        // The educator's own words, as the educator's, reach the phone of who asked.
        await Answer(board, "Who was found on the beach?", "Read paragraph 12 again.");
        await Assertions.Expect(phone.Answers.Nth(2)).ToContainTextAsync("Your teacher says to your question");

        // The host is started again: board, projector and learners go on without anybody doing anything.
        await _classroom.RestartAsync();
        await Assertions.Expect(board.Locator("#state")).ToHaveTextAsync("Open");
        await learners[0].AskAsync("Who said so?");
        await Assertions.Expect(Card(board, "Who said so?")).ToBeVisibleAsync();
        await Card(board, Arrivals, "this year how many").GetByRole(AriaRole.Button, new() { Name = "Show to all" }).ClickAsync();
        await Assertions.Expect(projector.Locator("main")).ToContainTextAsync("31,535");
        Assert.True(await projector.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"), "What is on the wall runs off it.");
        await Visit.AssertAccessibleAsync(projector);
        Assert.Empty((await elsewhere.BoardAsync())["questions"]!.AsArray());
        educator.Forgive();
        phone.Forgive();

        // What is kept.
        var download = await board.RunAndWaitForDownloadAsync(() => board.GetByRole(AriaRole.Link, new() { Name = "Markdown" }).ClickAsync());
        var markdown = await new StreamReader(await download.CreateReadStreamAsync()).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("*Asked 30 times, also as:", markdown, StringComparison.Ordinal);
        Assert.Contains("**The teacher's own words:** Read paragraph 12 again.", markdown, StringComparison.Ordinal);
        var print = await board.Context.RunAndWaitForPageAsync(() => board.GetByRole(AriaRole.Link, new() { Name = "To print" }).ClickAsync());
        await Assertions.Expect(print.Locator("h1")).ToHaveTextAsync("Year 9, Monday");
        Assert.InRange(Pages(await print.PdfAsync(new() { PreferCSSPageSize = true })), 1, 3);
        await print.SetContentAsync(HandoutHtml.Of(new HandoutMaker(KnowledgeReader.Read(Repository.At("knowledge", "channel-crossings", "knowledge.json"))).Make()));
        Assert.InRange(Pages(await print.PdfAsync(new() { PreferCSSPageSize = true })), 4, 8);
        board.Dialog += (_, dialog) => dialog.AcceptAsync();
        await board.GetByRole(AriaRole.Button, new() { Name = "Close the session" }).ClickAsync();
        await Assertions.Expect(board.Locator("#state")).ToHaveTextAsync("Ended");
    }

    /// <summary>How many sheets a PDF of Chromium's has.</summary>
    private static int Pages(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        return Regex.Count(text, @"/Type /Page\b");
    }

    private static async Task<string> StartAsync(Visit educator)
    {
        var page = educator.Page;
        await page.GotoAsync("/sessions");
        await Visit.AssertAccessibleAsync(page);
        await page.GetByLabel("What the session is called").FillAsync("Year 9, Monday");
        await page.GetByLabel("Educator key").FillAsync("not the key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That is not the educator key. Whoever runs this host has it.");

        // The browser notes the refusal; the page has said it.
        educator.Forgive();
        await page.GetByLabel("Educator key").FillAsync(Classroom.Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        var code = await page.Locator("#started .code").TextContentAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the board" }).ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Open");
        return code!.Replace("-", "", StringComparison.Ordinal);
    }

    private static async Task JoinAsync(Visit phone, string code)
    {
        var page = phone.Page;
        await page.GotoAsync("/join");
        await page.GetByLabel("The code that your teacher shows").FillAsync($"{code[..3]} {code[3..].ToLowerInvariant()}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByLabel("What shall we call you?").FillAsync("<b>Zoë</b>");
        await Visit.AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await phone.Answers.First.WaitForAsync();
    }

    private static async Task Answer(IPage board, string question, string words)
    {
        var card = Card(board, question);
        await card.GetByRole(AriaRole.Button, new() { Name = "Answer yourself" }).ClickAsync();
        await card.GetByRole(AriaRole.Textbox).FillAsync(words);
        await card.GetByRole(AriaRole.Button, new() { Name = "Send to who asked" }).ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync($"You said: {words}");
    }

    private static ILocator Card(IPage board, params string[] asked) => board.Locator(".card").Filter(new() { Has = board.Locator("h3").Filter(new() { HasTextRegex = new(string.Join('|', asked.Select(Regex.Escape))) }) });
}
