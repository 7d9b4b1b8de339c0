using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>What an answer on the page leads to: its sentence, its working, its picture.</summary>
public sealed class CitationTests(Stage stage)
{
    private const string Share = "What share of this year's arrivals came since the election?";

    [Fact]
    public async Task A_citation_leads_to_its_sentence_and_Escape_back()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync(Share);
        await visit.LastMark.ClickAsync();

        await Assertions.Expect(visit.Cited).ToHaveIdAsync("p6.s1");
        await Assertions.Expect(visit.Cited).ToBeFocusedAsync();
        await Assertions.Expect(visit.Cited).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.LastMark).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_source_shows_its_sentence_to_who_points_at_it_or_tabs_to_it()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync("Who was found on the beach?");
        await visit.LastReference.HoverAsync();
        await Assertions.Expect(visit.Cited).ToHaveIdAsync("p12.s2");

        await visit.AskAsync(Share);
        await visit.LastReference.FocusAsync();
        await Assertions.Expect(visit.Cited).ToHaveIdAsync("p6.s1");
        await Assertions.Expect(visit.Cited).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_working_opens_at_a_button()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync(Share);
        var working = visit.Page.GetByText("17,961 ÷ 31,535 × 100 = 56.96");
        await Assertions.Expect(working).ToBeHiddenAsync();
        await visit.Button("Show working").ClickAsync();

        await Assertions.Expect(working).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_picture_is_shown_with_its_words_for_who_cannot_see_it()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync("Show me a chart of the arrivals");
        var picture = visit.Page.Locator("#room .ac-image img, #room img.ac-image").First;
        await Assertions.Expect(picture).ToBeVisibleAsync();

        Assert.StartsWith("Bars from zero, in people.", await picture.GetAttributeAsync("alt"), StringComparison.Ordinal);
        Assert.Equal(720, await picture.EvaluateAsync<int>("image => image.naturalWidth"));
        await visit.AssertAccessibleAsync();
        await visit.KeepAsync("chart");
    }

    [Fact]
    public async Task Markup_that_someone_types_is_text_in_the_answer_too()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync("Who is <b>Bob</b> [here](http://127.0.0.1/evil) <img src=x>?");

        await Assertions.Expect(visit.Page.Locator("#room :is(b, a[href*=evil], img[src=x])")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_to_a_sentence_shows_it()
    {
        await using var visit = await stage.OpenAsync();

        await visit.Page.GotoAsync("/#p13.s1");

        await Assertions.Expect(visit.Cited).ToHaveIdAsync("p13.s1");
        await Assertions.Expect(visit.Cited).ToBeInViewportAsync();
    }
}
