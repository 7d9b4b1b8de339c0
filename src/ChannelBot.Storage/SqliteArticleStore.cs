using ChannelBot.Core.Articles;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Articles in the file that holds the conversations, written by its one writer.</summary>
internal sealed class SqliteArticleStore(GroupCommit writer, ArticleWriter articles, Func<SqliteConnection> openForReading) : IArticleStore
{
    public Task<bool> AddAsync(StoredArticle article, int most, CancellationToken cancellationToken = default) =>
        writer.RunAsync(() => articles.Add(article, most), cancellationToken);

    public Task CorrectAsync(string id, string curation, CancellationToken cancellationToken = default) =>
        writer.RunAsync(() => articles.Correct(id, curation), cancellationToken);

    public Task UseAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        writer.RunAsync(() => articles.Use(id, at), cancellationToken);

    public StoredArticle? Find(string id)
    {
        using var connection = openForReading();
        using var statement = new Statement(connection, "SELECT used_at, text, curation FROM articles WHERE id = ?1", 1);
        using var rows = statement.Query(id);
        return rows.Read()
            ? new StoredArticle(id, DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2))
            : null;
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken = default) => writer.RunAsync(() => articles.Delete(id), cancellationToken);

    public Task<IReadOnlyList<string>> DeleteOlderAsync(DateTimeOffset oldest, CancellationToken cancellationToken = default) =>
        writer.RunAsync(() => articles.DeleteOlder(oldest), cancellationToken);
}
