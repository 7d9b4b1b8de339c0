using ChannelBot.Core.Conversations;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Takes away what a user does not want kept, and what is too old. Runs on the writer's thread, in its transaction.</summary>
internal sealed class Deletions(SqliteConnection connection, ConversationIds ids) : IDisposable
{
    private const string WholeConversation = "place BETWEEN ?1 AND ?2";

    private readonly Statement _ofUser = new(
        connection,
        """
        SELECT id, conversation, (SELECT count(*) FROM participants AS others WHERE others.conversation = conversations.id) > 1
        FROM conversations WHERE id IN (SELECT conversation FROM participants WHERE channel = ?1 AND user_id = ?2)
        """,
        2);

    private readonly Statement _keepEnd = new(
        connection,
        $"""
        UPDATE conversations SET
            last_sequence = max(last_sequence, ifnull((SELECT max(last_sequence) FROM turns WHERE {WholeConversation}), 0)),
            last_at = max(last_at, ifnull((SELECT max(last_at) FROM turns WHERE {WholeConversation}), 0))
        WHERE id = ?3
        """,
        3);

    private readonly Statement _turnsOfUser = new(connection, $"DELETE FROM turns WHERE {WholeConversation} AND user_id = ?3 AND place <> ?4", 4);
    private readonly Statement _turnsBefore = new(connection, $"DELETE FROM turns WHERE {WholeConversation} AND at < ?3", 3);
    private readonly Statement _allTurns = new(connection, $"DELETE FROM turns WHERE {WholeConversation} AND place <> ?3", 3);
    private readonly Statement _feedbackOfUser = new(connection, "DELETE FROM feedback WHERE conversation = ?1 AND user_id = ?2", 2);
    private readonly Statement _acceptedOfUser = new(connection, "DELETE FROM accepted WHERE conversation = ?1 AND user_id = ?2", 2);
    private readonly Statement _inSessions = new(connection, "DELETE FROM session_events WHERE channel = ?1 AND user_id = ?2", 2);
    private readonly Statement _leave = new(connection, "DELETE FROM participants WHERE channel = ?1 AND user_id = ?2 AND conversation = ?3", 3);
    private readonly Statement _anyLeft = new(
        connection,
        $"SELECT 1 WHERE EXISTS (SELECT 1 FROM turns WHERE {WholeConversation}) OR EXISTS (SELECT 1 FROM accepted WHERE conversation = ?3)",
        3);

    private readonly Statement _files = new(connection, "DELETE FROM files WHERE conversation = ?1", 1);
    private readonly Statement _startedBefore = new(connection, "SELECT 1 FROM conversations WHERE id = ?1 AND started_at < ?2", 2);

    /// <summary>What hangs on a conversation as a whole; the turns go separately.</summary>
    private readonly Statement[] _whole =
    [
        .. new[]
        {
            "DELETE FROM outbox WHERE conversation = ?1", "DELETE FROM deliveries WHERE conversation = ?1",
            "DELETE FROM feedback WHERE conversation = ?1", "DELETE FROM accepted WHERE conversation = ?1",
            "DELETE FROM files WHERE conversation = ?1", "DELETE FROM participants WHERE conversation = ?1",
            "DELETE FROM conversations WHERE id = ?1",
        }.Select(sql => new Statement(connection, sql, 1)),
    ];

    /// <param name="except">Place of the turn in which the user asks for it: that turn and its conversation stay.</param>
    /// <returns>The conversations that are no more, or not what they were.</returns>
    public IReadOnlyList<ConversationKey> Forget(string channel, string user, long? except = null)
    {
        var found = new List<(long Id, ConversationKey Key, bool IsShared)>();
        using (var rows = _ofUser.Query(channel, user))
        {
            while (rows.Read())
            {
                found.Add((rows.GetInt64(0), new ConversationKey(channel, rows.GetString(1)), rows.GetBoolean(2)));
            }
        }

        foreach (var (id, _, isShared) in found)
        {
            var isAsking = except is { } place && place >= Place.FirstOf(id) && place <= Place.LastOf(id);
            if (isShared || isAsking)
            {
                DeleteOf(channel, user, id, except, alone: !isShared);
            }
            else
            {
                DeleteWhole(id);
            }
        }

        _inSessions.Execute(channel, user);
        ids.Clear();
        return [.. found.Where(one => except is not { } place || place < Place.FirstOf(one.Id) || place > Place.LastOf(one.Id)).Select(one => one.Key)];
    }

    /// <summary>Deletes a conversation's turns that are older, and the conversation where nothing is left of it.</summary>
    public int DeleteOlder(long conversation, DateTimeOffset oldest)
    {
        var (first, last, before) = (Place.FirstOf(conversation), Place.LastOf(conversation), oldest.ToUnixTimeMilliseconds());
        _keepEnd.Execute(first, last, conversation);
        var deleted = _turnsBefore.Execute(first, last, before);
        if (_startedBefore.Number(conversation, before) is not null && _anyLeft.Number(first, last, conversation) is null)
        {
            DeleteWhole(conversation);
            ids.Clear();
        }

        return deleted;
    }

    public void Dispose()
    {
        Statement[] all =
        [
            _ofUser, _keepEnd, _turnsOfUser, _turnsBefore, _allTurns, _feedbackOfUser, _acceptedOfUser, _inSessions, _leave, _anyLeft, _startedBefore, _files, .. _whole,
        ];
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }

    private void DeleteOf(string channel, string user, long id, long? except, bool alone)
    {
        var (first, last) = (Place.FirstOf(id), Place.LastOf(id));
        _keepEnd.Execute(first, last, id);
        if (alone)
        {
            // Turns in which nobody spoke, such as the welcome, were for this user too.
            _allTurns.Execute(first, last, except ?? 0);
            _files.Execute(id);
        }
        else
        {
            _turnsOfUser.Execute(first, last, user, except ?? 0);
        }

        _feedbackOfUser.Execute(id, user);
        _acceptedOfUser.Execute(id, user);
        _leave.Execute(channel, user, id);
    }

    private void DeleteWhole(long id)
    {
        _allTurns.Execute(Place.FirstOf(id), Place.LastOf(id), 0);
        foreach (var statement in _whole)
        {
            statement.Execute(id);
        }
    }
}
