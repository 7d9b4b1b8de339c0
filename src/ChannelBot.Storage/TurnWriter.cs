using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Writes what happens in a turn's course: accepted, committed, delivered, judged. Runs on the writer's thread, in its transaction.</summary>
internal sealed class TurnWriter(SqliteConnection connection, ConversationIds ids, Deletions deletions, SessionWriter sessions) : IDisposable
{
    private readonly Statement _turn = new(
        connection,
        """
        INSERT INTO turns (place, conversation, last_sequence, last_at, at, user_id, dedupe_key, entries, question, remembers_from,
            is_greeted, pending, response)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT DO NOTHING
        """,
        13);

    private readonly Statement _last = new(connection, "SELECT last_sequence FROM turns WHERE place BETWEEN ?1 AND ?2 ORDER BY place DESC LIMIT 1", 2);
    private readonly Statement _answered = new(connection, "SELECT 1 FROM turns WHERE conversation = ?1 AND dedupe_key = ?2", 2);
    private readonly Statement _accept = new(
        connection,
        "INSERT INTO accepted (conversation, user_id, dedupe_key, at, activity) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING RETURNING id",
        5);

    private readonly Statement _computed = new(connection, "DELETE FROM accepted WHERE id = ?1", 1);
    private readonly Statement _post = new(
        connection, "INSERT INTO outbox (conversation, sequence, due_at, activity) VALUES (?1, ?2, ?3, ?4) RETURNING id", 4);

    private readonly Statement _settle = new(connection, "DELETE FROM outbox WHERE id = ?1", 1);
    private readonly Statement _deliver = new(
        connection, "INSERT OR REPLACE INTO deliveries (conversation, activity_id, sequence) VALUES (?1, ?2, ?3)", 3);

    private readonly Statement _postpone = new(connection, "UPDATE outbox SET attempts = attempts + 1, due_at = ?2 WHERE id = ?1", 2);
    private readonly Statement _feedback = new(
        connection,
        """
        INSERT INTO feedback (conversation, activity_id, sequence, user_id, reaction, text, at)
        VALUES (?1, ?2, (SELECT sequence FROM deliveries WHERE conversation = ?1 AND activity_id = ?2), ?3, ?4, ?5, ?6)
        """,
        6);

    public bool Start(ConversationKey key, string? userId, DateTimeOffset at)
    {
        var known = ids.Find(key);
        ids.Join(key, known ?? ids.Add(key, at), userId);
        return known is null;
    }

    public AcceptedActivity? Accept(AcceptedActivity activity)
    {
        var conversation = ids.Find(activity.Conversation) ?? ids.Add(activity.Conversation, activity.At);
        if (activity.DedupeKey is not null && _answered.Number(conversation, activity.DedupeKey) is not null)
        {
            return null;
        }

        var id = _accept.Number(
            conversation, activity.UserId, activity.DedupeKey, activity.At.ToUnixTimeMilliseconds(), activity.Activity.ToArray());
        return id is { } given ? activity with { Id = given } : null;
    }

    /// <param name="parts">What the row holds, worked out beforehand: the writer's thread only writes.</param>
    /// <exception cref="ConversationMovedOnException"/>
    public CommittedTurn Commit(TurnCommit turn, TurnRow parts)
    {
        var conversation = ids.Find(turn.Conversation);
        if (conversation is null && turn.Start.LastSequence > 0)
        {
            throw new ConversationMovedOnException(turn.Conversation, turn.Start.LastSequence, 0);
        }

        var id = conversation ?? ids.Add(turn.Conversation, turn.At);
        var first = turn.Start.NextSequence;
        var added = _turn.Execute(
            Place.Of(id, first), id, turn.LastSequence, turn.LastAt.ToUnixTimeMilliseconds(), turn.At.ToUnixTimeMilliseconds(), turn.UserId, turn.DedupeKey,
            parts.Entries, parts.Question, parts.RemembersFrom, turn.State.IsGreeted, turn.State.Pending, turn.Response?.ToArray());
        if (added is 0)
        {
            throw new ConversationMovedOnException(
                turn.Conversation, turn.Start.LastSequence, _last.Number(Place.FirstOf(id), Place.LastOf(id)) ?? 0);
        }

        if (turn.AcceptedId is { } accepted)
        {
            _computed.Execute(accepted);
        }

        var outbox = turn.DeliversReplies ? Post(turn, id) : [];
        var forgotten = turn is { ForgetsUser: true, UserId: { } user } ? deletions.Forget(turn.Conversation.Channel, user, except: Place.Of(id, first)) : [];
        ids.Join(turn.Conversation, id, turn.UserId);
        SessionNote[] noted = turn.InSessions.Count > 0 ? [.. turn.InSessions.Where(note => sessions.Add(note.Code, note.Entry))] : [];
        return new CommittedTurn(parts.Snapshot, outbox, forgotten, noted);
    }

    public bool DropAccepted(long id) => _computed.Execute(id) > 0;

    public bool Settle(OutboxEntry reply, string? activityId)
    {
        if (activityId is not null && ids.Find(reply.Conversation) is { } conversation)
        {
            _deliver.Execute(conversation, activityId, reply.Sequence);
        }

        return _settle.Execute(reply.Id) > 0;
    }

    public bool Postpone(OutboxEntry reply, DateTimeOffset dueAt) => _postpone.Execute(reply.Id, dueAt.ToUnixTimeMilliseconds()) > 0;

    public bool AddFeedback(Feedback feedback)
    {
        var conversation = ids.Find(feedback.Conversation) ?? ids.Add(feedback.Conversation, feedback.At);
        return _feedback.Execute(
            conversation, feedback.ActivityId, feedback.UserId, feedback.Reaction, feedback.Text, feedback.At.ToUnixTimeMilliseconds()) > 0;
    }

    public void Dispose()
    {
        Statement[] all = [_turn, _last, _answered, _accept, _computed, _post, _settle, _deliver, _postpone, _feedback];
        foreach (var statement in all)
        {
            statement.Dispose();
        }
    }

    private OutboxEntry[] Post(TurnCommit turn, long conversation)
    {
        var at = turn.At.ToUnixTimeMilliseconds();
        return
        [
            .. turn.Entries.Where(entry => entry.Kind is LogEntryKind.Reply).Select(entry => new OutboxEntry(
                _post.Number(conversation, entry.Sequence, at, entry.Activity.ToArray())!.Value, turn.Conversation, entry.Sequence, 0, turn.At, entry.Activity)),
        ];
    }
}
