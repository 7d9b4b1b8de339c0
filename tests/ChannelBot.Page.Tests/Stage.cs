using ChannelBot.Host.Tests.Messages;
using ChannelBot.Page.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Stage))]

namespace ChannelBot.Page.Tests;

/// <summary>The page on this machine, with the shipped article's bot behind it, its own Direct Line and store, and a browser.</summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly string[] Quietly =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private const int LongestWaitMs = 30_000;

    private readonly StorePath _store = new();
    private RunningHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Chromium { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private string Address => _host!.Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        _host = new RunningHost(_store.Path);
        Assertions.SetDefaultExpectTimeout(LongestWaitMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quietly });
    }

    /// <summary>The page as someone opens it for the first time, once the bot has said hello.</summary>
    /// <param name="address">Of another host than the stage's.</param>
    public async Task<Visit> OpenAsync(bool isPhone = false, string? address = null)
    {
        var visit = await VisitAsync(isPhone, address);
        await visit.OpenAsync();
        return visit;
    }

    /// <summary>Somebody with a browser, at no page yet.</summary>
    public async Task<Visit> VisitAsync(bool isPhone = false, string? address = null)
    {
        Assert.SkipWhen(Chromium is null, "There is no Chromium here; CHROMIUM may name one.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address ?? Address,
            HasTouch = isPhone,

            // Nobody waits for what only glides.
            ReducedMotion = ReducedMotion.Reduce,
            IsMobile = isPhone,
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
        });

        context.SetDefaultTimeout(LongestWaitMs);
        return new Visit(context, await context.NewPageAsync(), address ?? Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _store.Dispose();
    }
}
