using ChannelBot.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Writes sessions. Runs on the writer's thread, in its transaction.</summary>
internal sealed class SessionWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _start = new(connection, "INSERT INTO sessions (code, started_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING", 2);
    private readonly Statement _add = new(
        connection,
        "INSERT INTO session_events (session, channel, user_id, event) SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM sessions WHERE code = ?1 AND is_over = 0)",
        4);

    private readonly Statement _end = new(connection, "UPDATE sessions SET is_over = 1 WHERE code = ?1", 1);
    private readonly Statement _deleteEvents = new(connection, "DELETE FROM session_events WHERE session = ?1", 1);
    private readonly Statement _delete = new(connection, "DELETE FROM sessions WHERE code = ?1", 1);

    public bool Start(string code, DateTimeOffset at, byte[] first)
    {
        if (_start.Execute(code, at.ToUnixTimeMilliseconds()) is 0)
        {
            return false;
        }

        _add.Execute(code, null, null, first);
        return true;
    }

    /// <returns>False where the session is over, or no more.</returns>
    public bool Add(string code, SessionEntry entry)
    {
        var isAdded = _add.Execute(code, entry.Whose?.Channel, entry.Whose?.UserId, entry.Json.ToArray()) > 0;
        if (entry.IsEnd)
        {
            _end.Execute(code);
        }

        return isAdded;
    }

    public bool Delete(string code)
    {
        _deleteEvents.Execute(code);
        return _delete.Execute(code) > 0;
    }

    public void Dispose()
    {
        Statement[] all = [_start, _add, _end, _deleteEvents, _delete];
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }
}
