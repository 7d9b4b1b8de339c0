using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage;

/// <summary>The parts of a turn's row that take work to make, made before the writer's turn comes.</summary>
/// <param name="Entries">See <see cref="EntriesJson"/>.</param>
/// <param name="Question">The question with its answer that the turn adds.</param>
/// <param name="RemembersFrom">First sequence of the oldest turn still remembered; past the turn's end where none is.</param>
/// <param name="Snapshot">The conversation after the turn.</param>
internal sealed record TurnRow(byte[]? Entries, byte[]? Question, long RemembersFrom, ConversationSnapshot Snapshot)
{
    /// <exception cref="ArgumentException">The entries are not at their places, or the state rewrites what was said.</exception>
    public static TurnRow Of(TurnCommit turn)
    {
        for (var i = 0; i < turn.Entries.Count; i++)
        {
            if (turn.Entries[i].Sequence != turn.Start.NextSequence + i)
            {
                throw new ArgumentException(
                    $"Entry {i} of a turn in {turn.Conversation} has the sequence {turn.Entries[i].Sequence}, not {turn.Start.NextSequence + i}.", nameof(turn));
            }
        }

        var snapshot = turn.Start.After(turn);
        var added = turn.Start.Added(turn.State);
        return new TurnRow(
            EntriesJson.Write(turn.Entries),
            added is null ? null : ConversationStateJson.WriteTurn(added),
            snapshot.Places is [var oldest, ..] ? oldest : turn.LastSequence + 1,
            snapshot);
    }
}
