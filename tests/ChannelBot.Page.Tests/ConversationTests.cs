using System.Text.Json;
using Microsoft.Playwright;

namespace ChannelBot.Page.Tests;

/// <summary>How a conversation on the page begins, goes on and is kept.</summary>
public sealed class ConversationTests(Stage stage)
{
    private const string Share = "What share of this year's arrivals came since the election?";

    [Fact]
    public async Task A_starter_question_is_asked_by_a_click()
    {
        await using var visit = await stage.OpenAsync();

        await visit.Button("What is the article about?").ClickAsync();

        await Assertions.Expect(visit.Answers.Nth(1)).ToContainTextAsync("In the article’s words");
    }

    [Fact]
    public async Task Opening_the_page_again_resumes_the_conversation()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync(Share);
        await visit.OpenAsync();

        await Assertions.Expect(visit.Answers.Nth(1)).ToContainTextAsync("57%");
        await Assertions.Expect(visit.Answers).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_conversation_can_be_downloaded_as_a_transcript()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync(Share);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Download transcript" }).ClickAsync());

        Assert.Equal("conversation.transcript", download.SuggestedFilename);
        using var said = await JsonDocument.ParseAsync(await download.CreateReadStreamAsync(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["conversationUpdate", "message", "message", "message"], said.RootElement.EnumerateArray().Select(activity => activity.GetProperty("type").GetString()));
        Assert.Equal(Share, said.RootElement[2].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Start_again_begins_a_new_conversation()
    {
        await using var visit = await stage.OpenAsync();

        await visit.AskAsync(Share);
        await visit.Button("Start again").ClickAsync();

        await Assertions.Expect(visit.Answers).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Answers).ToContainTextAsync("Hello");
        await visit.AskAsync(Share);
        await Assertions.Expect(visit.Answers.Nth(1)).ToContainTextAsync("57%");
    }

    [Fact]
    public async Task It_says_that_it_is_connected()
    {
        await using var visit = await stage.OpenAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "Connected" }).First).ToBeVisibleAsync();
    }
}
