using ChannelBot.Core.Conversations;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Reads conversations over a connection of its own; one caller at a time.</summary>
internal sealed class ConversationReader(SqliteConnection connection) : IDisposable
{
    /// <summary>A turn without an entry or with several: enough rows for a page, whatever the turns are.</summary>
    private const int RowsAtOnce = 64;

    private readonly Statement _find = new(
        connection, "SELECT id, last_sequence, last_at FROM conversations WHERE channel = ?1 AND conversation = ?2", 2);

    private readonly Statement _end = new(
        connection,
        "SELECT last_sequence, last_at, remembers_from, is_greeted, pending FROM turns WHERE place BETWEEN ?1 AND ?2 ORDER BY place DESC LIMIT 1",
        2);

    private readonly Statement _remembered = new(
        connection, "SELECT place, question FROM turns WHERE place BETWEEN ?1 AND ?2 AND question IS NOT NULL ORDER BY place DESC LIMIT ?3", 3);

    private readonly Statement _turn = new(
        connection,
        """
        SELECT place, entries, response FROM turns
        WHERE conversation = (SELECT id FROM conversations WHERE channel = ?1 AND conversation = ?2) AND dedupe_key = ?3
        """,
        3);

    private readonly Statement _log = new(
        connection, $"SELECT place, entries, last_sequence FROM turns WHERE place BETWEEN ?1 AND ?2 ORDER BY place LIMIT {RowsAtOnce}", 2);

    private readonly Statement _firstAt = new(connection, "SELECT max(place) FROM turns WHERE place BETWEEN ?1 AND ?2", 2);

    private readonly Statement _file = new(
        connection, "SELECT content_type, name, at, content FROM files WHERE conversation = ?1 AND id = ?2", 2);

    public bool IsKnown(ConversationKey key) => _find.Number(key.Channel, key.Id) is not null;

    public ConversationSnapshot Load(ConversationKey key)
    {
        if (Find(key) is not { } conversation)
        {
            return ConversationSnapshot.New;
        }

        var (state, last, at, from) = (ConversationState.Empty, conversation.LastSequence, conversation.LastAt, long.MaxValue);
        using (var row = _end.Query(Place.FirstOf(conversation.Id), Place.LastOf(conversation.Id)))
        {
            if (row.Read())
            {
                last = Math.Max(last, row.GetInt64(0));
                at = Math.Max(at, row.GetInt64(1));
                from = row.GetInt64(2);
                state = new ConversationState([]) { IsGreeted = row.GetBoolean(3), Pending = row.IsDBNull(4) ? null : row.GetString(4) };
            }
        }

        var (turns, places) = from <= last ? Remembered(conversation.Id, from) : ([], []);
        return new ConversationSnapshot(state with { Turns = turns }, last, DateTimeOffset.FromUnixTimeMilliseconds(at), places);
    }

    public StoredTurn? FindTurn(ConversationKey key, string dedupeKey)
    {
        using var row = _turn.Query(key.Channel, key.Id, dedupeKey);
        if (!row.Read())
        {
            return null;
        }

        var entries = EntriesJson.Read(Bytes(row, 1), Place.SequenceOf(row.GetInt64(0)));
        return Bytes(row, 2) is { } response ? new StoredTurn(entries, response) : new StoredTurn(entries, null);
    }

    public LogPage? ReadLog(ConversationKey key, long after, int most, int mostBytes)
    {
        if (Find(key) is not { } conversation)
        {
            return null;
        }

        var (entries, bytes) = (new List<LogEntry>(), 0L);
        var last = Place.LastOf(conversation.Id);
        var from = StartOf(conversation.Id, after);
        while (true)
        {
            var rows = 0;
            using var row = _log.Query(from, last);
            for (; row.Read(); rows++)
            {
                from = row.GetInt64(0) + 1;
                foreach (var entry in EntriesJson.Read(Bytes(row, 1), Place.SequenceOf(row.GetInt64(0))).Where(entry => entry.Sequence > after))
                {
                    bytes += entry.Activity.Length;
                    if (entries.Count == most || (entries.Count > 0 && bytes > mostBytes))
                    {
                        return new LogPage(entries, entries[^1].Sequence, HasMore: true);
                    }

                    entries.Add(entry);
                }
            }

            if (rows < RowsAtOnce)
            {
                return new LogPage(entries, entries is [.., var newest] ? newest.Sequence : after, HasMore: false);
            }
        }
    }

    public ConversationFile? FindFile(ConversationKey key, string fileId)
    {
        if (Find(key) is not { } conversation)
        {
            return null;
        }

        using var row = _file.Query(conversation.Id, fileId);
        return row.Read()
            ? new ConversationFile(
                key, fileId, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), Bytes(row, 3))
            : null;
    }

    public void Dispose()
    {
        Statement[] all = [_find, _end, _remembered, _turn, _log, _firstAt, _file];
        foreach (var statement in all)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private static byte[]? Bytes(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    /// <summary>Place of the turn in which the entry after a watermark stands: the last that starts at or before it.</summary>
    private long StartOf(long conversation, long after)
    {
        var first = Place.FirstOf(conversation);
        var place = Math.Min(first + Math.Clamp(after, 0, int.MaxValue - 1) + 1, Place.LastOf(conversation));
        return _firstAt.Number(first, place) ?? first;
    }

    private (IReadOnlyList<PastTurn> Turns, IReadOnlyList<long> Places) Remembered(long conversation, long from)
    {
        var turns = new List<(PastTurn Turn, long Place)>(ConversationState.Remembered);
        using var row = _remembered.Query(Place.Of(conversation, from), Place.LastOf(conversation), ConversationState.Remembered);
        while (row.Read())
        {
            turns.Insert(0, (ConversationStateJson.ReadTurn(Bytes(row, 1)), Place.SequenceOf(row.GetInt64(0))));
        }

        return ([.. turns.Select(turn => turn.Turn)], [.. turns.Select(turn => turn.Place)]);
    }

    private (long Id, long LastSequence, long LastAt)? Find(ConversationKey key)
    {
        using var row = _find.Query(key.Channel, key.Id);
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)) : null;
    }
}
