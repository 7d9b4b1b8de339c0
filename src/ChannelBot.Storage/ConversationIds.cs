using ChannelBot.Core.Conversations;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>The numbers that stand for conversations in the tables. For the writer alone: it knows what it has added and deleted.</summary>
internal sealed class ConversationIds(SqliteConnection connection) : IDisposable
{
    /// <summary>A few megabytes; then it starts anew.</summary>
    private const int MostKept = 20_000;

    private readonly Dictionary<ConversationKey, long> _ids = [];
    private readonly HashSet<(long Conversation, string User)> _participants = [];
    private readonly Statement _find = new(connection, "SELECT id FROM conversations WHERE channel = ?1 AND conversation = ?2", 2);
    private readonly Statement _add = new(
        connection, "INSERT INTO conversations (channel, conversation, started_at) VALUES (?1, ?2, ?3) RETURNING id", 3);

    private readonly Statement _join = new(
        connection, "INSERT OR IGNORE INTO participants (channel, user_id, conversation) VALUES (?1, ?2, ?3)", 3);

    public long? Find(ConversationKey key)
    {
        if (_ids.TryGetValue(key, out var known))
        {
            return known;
        }

        var id = _find.Number(key.Channel, key.Id);
        if (id is { } found)
        {
            Keep(key, found);
        }

        return id;
    }

    public long Add(ConversationKey key, DateTimeOffset at)
    {
        var id = _add.Number(key.Channel, key.Id, at.ToUnixTimeMilliseconds())!.Value;
        Keep(key, id);
        return id;
    }

    /// <summary>Notes that a user took part.</summary>
    public void Join(ConversationKey key, long id, string? userId)
    {
        if (userId is not null && !_participants.Contains((id, userId)))
        {
            _join.Execute(key.Channel, userId, id);
            _participants.Add((id, userId));
        }
    }

    /// <summary>Forgets what is kept here: after a deletion, or a transaction that did not happen.</summary>
    public void Clear()
    {
        _ids.Clear();
        _participants.Clear();
    }

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
        _join.Dispose();
    }

    private void Keep(ConversationKey key, long id)
    {
        if (_ids.Count >= MostKept)
        {
            Clear();
        }

        _ids[key] = id;
    }
}
