using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>The page on every screen, for everybody.</summary>
public sealed class LooksTests(Stage stage)
{
    private const string Share = "What share of this year's arrivals came since the election?";

    [Fact]
    public async Task A_phone_shows_one_thing_at_a_time_and_the_way_back()
    {
        await using var visit = await stage.OpenAsync(isPhone: true);

        await Assertions.Expect(visit.Page.Locator(".article")).ToBeHiddenAsync();
        await visit.AskAsync(Share);
        await visit.LastMark.TapAsync();
        await Assertions.Expect(visit.Cited).ToBeInViewportAsync();
        await visit.Button("Back to the answer").TapAsync();

        await Assertions.Expect(visit.LastMark).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".article")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_stumbles_over_it(bool isPhone)
    {
        await using var visit = await stage.OpenAsync(isPhone);
        await visit.AssertAccessibleAsync();

        await visit.AskAsync(Share);
        await visit.Button("Show working").ClickAsync();
        await visit.AssertAccessibleAsync();

        await visit.LastMark.ClickAsync();
        await visit.AssertAccessibleAsync();
    }
}
