using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>What is asked seldom: at the start, by whoever looks after the bot, by a user about what is kept.</summary>
internal sealed class ConversationLists(SqliteConnection connection)
{
    public IReadOnlyList<AcceptedActivity> Accepted() => Read(
        $"SELECT accepted.id, channel, conversations.conversation, user_id, dedupe_key, at, activity FROM accepted {JoinTo("accepted")} ORDER BY accepted.id",
        row => new AcceptedActivity(row.GetInt64(0), Key(row), Text(row, 3), Text(row, 4), Time(row, 5), row.GetFieldValue<byte[]>(6)));

    public IReadOnlyList<OutboxEntry> Outbox(int most) => Read(
        $"SELECT outbox.id, channel, conversations.conversation, sequence, attempts, due_at, activity FROM outbox {JoinTo("outbox")} ORDER BY outbox.id LIMIT ?1",
        row => new OutboxEntry(row.GetInt64(0), Key(row), row.GetInt64(3), row.GetInt32(4), Time(row, 5), row.GetFieldValue<byte[]>(6)),
        most);

    public IReadOnlyList<ConversationSummary> OfUser(string channel, string userId) => Read(
        $"""
        SELECT id, conversations.channel, conversations.conversation, started_at,
            max(last_at, ifnull((SELECT last_at FROM turns WHERE place BETWEEN id << 31 AND (id << 31) + {int.MaxValue} ORDER BY place DESC LIMIT 1), 0)) AS latest
        FROM participants {JoinTo("participants")} WHERE participants.channel = ?1 AND user_id = ?2 ORDER BY latest DESC, id DESC
        """,
        row => new ConversationSummary(Key(row), Time(row, 3), Time(row, row.GetInt64(4) > 0 ? 4 : 3)),
        channel,
        userId);

    public IReadOnlyList<AnswerFeedback> Feedback(ConversationKey key)
    {
        var answers = Read(
            $"""
            SELECT place, entries, question FROM turns JOIN conversations ON conversations.id = turns.conversation
            WHERE channel = ?1 AND conversations.conversation = ?2 AND question IS NOT NULL ORDER BY place
            """,
            row => (Entries: EntriesJson.Read(row.GetFieldValue<byte[]>(1), Place.SequenceOf(row.GetInt64(0))),
                ConversationStateJson.ReadTurn(row.GetFieldValue<byte[]>(2)).Answer),
            key.Channel,
            key.Id);
        Answer? AnswerTo(string activityId, long? sequence) => answers.FirstOrDefault(turn => turn.Entries.Any(
            entry => entry.Kind is LogEntryKind.Reply && (entry.Sequence == sequence || entry.ActivityId == activityId))).Answer;

        return Read(
            $"""
            SELECT feedback.id, channel, conversations.conversation, activity_id, sequence, user_id, reaction, text, at FROM feedback {JoinTo("feedback")}
            WHERE channel = ?1 AND conversations.conversation = ?2 ORDER BY feedback.id
            """,
            row => new AnswerFeedback(
                new Feedback(Key(row), row.GetString(3), Text(row, 5), row.GetString(6), Text(row, 7), Time(row, 8)),
                AnswerTo(row.GetString(3), row.IsDBNull(4) ? null : row.GetInt64(4))),
            key.Channel,
            key.Id);
    }

    public IReadOnlyList<long> Ids() => Read("SELECT id FROM conversations", row => row.GetInt64(0));

    private static string JoinTo(string table) => $"JOIN conversations ON conversations.id = {table}.conversation";

    private static ConversationKey Key(SqliteDataReader row) => new(row.GetString(1), row.GetString(2));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Time(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var statement = new Statement(connection, sql, values.Length);
        using var rows = statement.Query(values);
        var list = new List<T>();
        while (rows.Read())
        {
            list.Add(read(rows));
        }

        return list;
    }
}
