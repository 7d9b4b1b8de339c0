using ChannelBot.Core.Articles;

namespace ChannelBot.Storage.Tests;

/// <summary>Articles that educators bring: so many and no more, with their corrections, until their time is over.</summary>
public sealed class ArticleStoreTests : IDisposable
{
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly StoreFile _file = new();

    private IArticleStore Articles => _file.Store.Articles;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task An_article_is_there_with_its_corrections_after_a_kill()
    {
        Assert.True(await Articles.AddAsync(new StoredArticle("a", s_monday, "Text “ä”.", null), most: 5));
        await Articles.CorrectAsync("a", "title: the story");
        using var next = _file.OpenAsAfterKill();
        Assert.Equal(new StoredArticle("a", s_monday, "Text “ä”.", "title: the story"), next.Articles.Find("a"));
        Assert.Null(next.Articles.Find("b"));
    }

    [Fact]
    public async Task No_more_are_kept_than_may_be_until_one_is_deleted()
    {
        Assert.True(await Articles.AddAsync(new StoredArticle("a", s_monday, "x", null), most: 1));
        Assert.False(await Articles.AddAsync(new StoredArticle("b", s_monday, "x", null), most: 1));
        await Articles.DeleteAsync("a");
        Assert.True(await Articles.AddAsync(new StoredArticle("b", s_monday, "x", null), most: 1));
    }

    [Fact]
    public async Task What_was_used_last_before_a_time_is_deleted_and_nothing_is_added_to_it()
    {
        await Articles.AddAsync(new StoredArticle("old", s_monday, "x", null), most: 5);
        await Articles.AddAsync(new StoredArticle("used", s_monday, "x", null), most: 5);
        await Articles.UseAsync("used", s_monday.AddDays(3));
        Assert.Equal(["old"], await Articles.DeleteOlderAsync(s_monday.AddDays(1)));
        await Articles.CorrectAsync("old", "title: late");
        Assert.Null(Articles.Find("old"));
        Assert.Equal(s_monday.AddDays(3), Articles.Find("used")!.UsedAt);
    }
}
