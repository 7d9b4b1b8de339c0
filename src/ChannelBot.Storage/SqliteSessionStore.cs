using ChannelBot.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Sessions in the file that holds the conversations, written by its one writer.</summary>
internal sealed class SqliteSessionStore(GroupCommit writer, SessionWriter sessions, Func<SqliteConnection> openForReading) : ISessionStore
{
    public Task<bool> StartAsync(string code, DateTimeOffset at, ReadOnlyMemory<byte> first, CancellationToken cancellationToken = default) =>
        writer.RunAsync(() => sessions.Start(code, at, first.ToArray()), cancellationToken);

    public Task AddAsync(string code, SessionEntry entry, CancellationToken cancellationToken = default) =>
        writer.RunAsync(() => sessions.Add(code, entry), cancellationToken);

    public Task<IReadOnlyList<SessionEntry>?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        using var connection = openForReading();
        using var statement = new Statement(connection, "SELECT channel, user_id, event FROM session_events WHERE session = ?1 ORDER BY id", 1);
        using var rows = statement.Query(code);
        var entries = new List<SessionEntry>();
        while (rows.Read())
        {
            entries.Add(new SessionEntry(
                rows.IsDBNull(1) ? null : new SessionPerson(rows.GetString(0), rows.GetString(1)), rows.GetFieldValue<byte[]>(2)));
        }

        return Task.FromResult<IReadOnlyList<SessionEntry>?>(entries.Count > 0 ? entries : null);
    }

    public Task<IReadOnlyList<string>> ListOpenAsync(CancellationToken cancellationToken = default) =>
        ListAsync("SELECT code FROM sessions WHERE is_over = 0 ORDER BY started_at, code");

    public Task<IReadOnlyList<string>> ListOlderAsync(DateTimeOffset oldest, CancellationToken cancellationToken = default) =>
        ListAsync("SELECT code FROM sessions WHERE started_at < ?1", oldest.ToUnixTimeMilliseconds());

    public Task DeleteAsync(string code, CancellationToken cancellationToken = default) => writer.RunAsync(() => sessions.Delete(code), cancellationToken);

    private Task<IReadOnlyList<string>> ListAsync(string sql, params ReadOnlySpan<object?> values)
    {
        using var connection = openForReading();
        using var statement = new Statement(connection, sql, values.Length);
        using var rows = statement.Query(values);
        var codes = new List<string>();
        while (rows.Read())
        {
            codes.Add(rows.GetString(0));
        }

        return Task.FromResult<IReadOnlyList<string>>(codes);
    }
}
