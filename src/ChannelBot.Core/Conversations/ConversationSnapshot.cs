namespace ChannelBot.Core.Conversations;

/// <summary>A conversation between two turns: what the next one starts from.</summary>
/// <param name="LastSequence">The greatest sequence in use; 0 before the first turn.</param>
/// <param name="LastAt">Time of the last entry.</param>
/// <param name="Places">For each remembered turn the sequence at which it stands in the log.</param>
public sealed record ConversationSnapshot(ConversationState State, long LastSequence, DateTimeOffset LastAt, IReadOnlyList<long> Places)
{
    public static ConversationSnapshot New { get; } = new(ConversationState.Empty, 0, DateTimeOffset.UnixEpoch, []);

    /// <summary>The sequence of the next turn's first entry.</summary>
    public long NextSequence => LastSequence + 1;

    /// <summary>The conversation after <paramref name="commit"/>, which started from this one.</summary>
    /// <exception cref="ArgumentException">The new state rewrites what was said: a turn may add one question with its answer, and forget.</exception>
    public ConversationSnapshot After(TurnCommit commit)
    {
        var places = new long[commit.State.Turns.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var known = IndexOf(commit.State.Turns[i]);
            if (known < 0 && i < places.Length - 1)
            {
                throw new ArgumentException($"Turn {i + 1} of {places.Length} in the new state of {commit.Conversation} was not said before.", nameof(commit));
            }

            places[i] = known < 0 ? NextSequence : Places[known];
        }

        return new ConversationSnapshot(commit.State, commit.LastSequence, commit.LastAt, places);
    }

    /// <summary>The question that <paramref name="state"/> adds to this one; null where it adds none.</summary>
    public PastTurn? Added(ConversationState state) => state.Turns is [.., var last] && IndexOf(last) < 0 ? last : null;

    private int IndexOf(PastTurn turn)
    {
        for (var i = 0; i < State.Turns.Count; i++)
        {
            if (ReferenceEquals(State.Turns[i], turn))
            {
                return i;
            }
        }

        return -1;
    }
}
