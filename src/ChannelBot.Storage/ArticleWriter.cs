using ChannelBot.Core.Articles;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Writes articles. Runs on the writer's thread, in its transaction.</summary>
internal sealed class ArticleWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _add = new(
        connection, "INSERT INTO articles (id, used_at, text, curation) SELECT ?1, ?2, ?3, ?4 WHERE (SELECT count(*) FROM articles) < ?5", 5);

    private readonly Statement _correct = new(connection, "UPDATE articles SET curation = ?2 WHERE id = ?1", 2);
    private readonly Statement _use = new(connection, "UPDATE articles SET used_at = max(used_at, ?2) WHERE id = ?1", 2);
    private readonly Statement _delete = new(connection, "DELETE FROM articles WHERE id = ?1", 1);
    private readonly Statement _deleteOlder = new(connection, "DELETE FROM articles WHERE used_at < ?1 RETURNING id", 1);

    public bool Add(StoredArticle article, int most) =>
        _add.Execute(article.Id, article.UsedAt.ToUnixTimeMilliseconds(), article.Text, article.Curation, most) > 0;

    public bool Correct(string id, string curation) => _correct.Execute(id, curation) > 0;

    public bool Use(string id, DateTimeOffset at) => _use.Execute(id, at.ToUnixTimeMilliseconds()) > 0;

    public bool Delete(string id) => _delete.Execute(id) > 0;

    public IReadOnlyList<string> DeleteOlder(DateTimeOffset oldest)
    {
        using var rows = _deleteOlder.Query(oldest.ToUnixTimeMilliseconds());
        var ids = new List<string>();
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    public void Dispose()
    {
        Statement[] all = [_add, _correct, _use, _delete, _deleteOlder];
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }
}
