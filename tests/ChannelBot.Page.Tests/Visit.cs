using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>Someone at the page, in a browser of their own. Whatever the browser complains of, or fetches from elsewhere, is kept.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Visit(IBrowserContext context, IPage page, string address)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Keep(message.Type is "error", message.Text);
        page.PageError += (_, error) => Keep(true, error);
        page.Request += (_, request) => Keep(
            !request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            && !request.Url.StartsWith("blob:", StringComparison.Ordinal),
            $"a request to {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>What the bot has said, oldest first.</summary>
    public ILocator Answers => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user) .webchat__text-content");

    /// <summary>The sentence of the article that is marked.</summary>
    public ILocator Cited => Page.Locator(".sentence.cited");

    public ILocator LastMark => Page.Locator(".webchat__render-markdown__citation").Last;

    public ILocator LastReference => Page.Locator(".webchat__link-definitions__list-item-box").Last;

    /// <summary>The button that says <paramref name="text"/>. Web Chat repeats buttons for screen readers, out of sight; those are not meant.</summary>
    public ILocator Button(string text) => Page
        .Locator("#again, #return, .ac-pushButton, .webchat__suggested-actions__button")
        .Filter(new LocatorFilterOptions { HasText = text });

    /// <summary>Opens the page, or opens it again.</summary>
    public async Task OpenAsync()
    {
        await Page.GotoAsync("/");
        await Answers.First.WaitForAsync();
    }

    /// <summary>Types a question and sends it.</summary>
    public async Task SayAsync(string question)
    {
        await Page.Locator(".webchat__send-box-text-box__input").FillAsync(question);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Types a question, sends it, and waits for the answer.</summary>
    public async Task AskAsync(string question)
    {
        var answers = await Answers.CountAsync();
        await SayAsync(question);
        await Answers.Nth(answers).WaitForAsync();
    }

    /// <summary>Fails on what a reader with a screen reader, a keyboard or poor sight would stumble over, in the light or in the dark.</summary>
    public Task AssertAccessibleAsync() => AssertAccessibleAsync(Page);

    public static async Task AssertAccessibleAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await AssertNoViolationAsync(page, new AxeRunOptions());

        // Colours are all that differs in the dark.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertNoViolationAsync(page, new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });
    }

    /// <summary>Takes a screenshot for people to look at, where CHANNELBOT_SCREENSHOTS names a folder for them.</summary>
    public async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CHANNELBOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <summary>Lets pass what the browser complained of so far, where the host was away on purpose.</summary>
    public void Forgive()
    {
        lock (_complaints)
        {
            _complaints.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        lock (_complaints)
        {
            Assert.Empty(_complaints);
        }
    }

    private static async Task AssertNoViolationAsync(IPage page, AxeRunOptions options)
    {
#pragma warning disable CS0618 // The way for pages with frames opens a tab for each check: twice the time, and no page of ours has one.
        var result = await page.Locator(":root").RunAxeLegacy(options);
#pragma warning restore CS0618
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }

    private void Keep(bool isWrong, string complaint)
    {
        if (isWrong)
        {
            lock (_complaints)
            {
                _complaints.Add(complaint);
            }
        }
    }
}
