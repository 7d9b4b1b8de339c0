using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Time.Testing;

namespace ChannelBot.Host.Tests.Sessions;

/// <summary>Every hour the host deletes what was kept as long as was promised.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task A_session_and_the_article_brought_for_it_are_gone_within_an_hour_of_their_last_day()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var classroom = new Classroom(clock);
        using var browser = new HttpClient { BaseAddress = classroom.Address };
        var brought = await Classroom.ReadAsync(await browser.PostAsJsonAsync("/articles", new { key = Classroom.Key, text = "The bridge carried 12,480 vehicles a day last year, the council said." }));
        var article = (string)brought["id"]!;
        var old = await classroom.StartAsync("Old", article: article);
        await (await classroom.JoinAsync(old.Code, "Ada")).AskAsync("How many vehicles used the bridge?");
        clock.AdjustTime(clock.GetUtcNow().AddDays(29));
        var recent = await classroom.StartAsync("Recent");

        // An hour into its last day nothing is due yet; of the next day's hours one is enough, however late the host looks at its clock.
        clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await classroom.Store.Sessions.FindAsync(old.Code));
        clock.AdjustTime(clock.GetUtcNow().AddDays(1));
        for (var i = 0; classroom.Store.Articles.Find(article) is not null; i++)
        {
            Assert.InRange(i, 0, 100_000);
            if (i % 1_000 is 0)
            {
                clock.Advance(TimeSpan.FromHours(1));
            }

            await Task.Yield();
        }

        Assert.Null(await classroom.Store.Sessions.FindAsync(old.Code));
        Assert.NotNull(await classroom.Store.Sessions.FindAsync(recent.Code));
        using var board = await old.Browser.GetAsync($"/sessions/{old.Code}");
        Assert.Equal(HttpStatusCode.NotFound, board.StatusCode);
    }
}
