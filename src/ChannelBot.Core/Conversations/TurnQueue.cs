namespace ChannelBot.Core.Conversations;

/// <summary>Runs turns: those of one conversation one after the other in the order of arrival, conversations beside each other, and
/// each message once. A turn waits without holding a thread, and conversations at rest cost nothing but a remembered snapshot.</summary>
public sealed class TurnQueue(IConversationStore store, ConversationFeed feed, TimeProvider time)
{
    /// <summary>How many messages of one conversation may wait.</summary>
    public const int MostWaiting = 100;

    private readonly ConversationLanes _lanes = new(MostWaiting);

    /// <summary>Turns that wait for their conversation or are being computed.</summary>
    public int Length => _lanes.Length;

    /// <summary>Computes and commits a turn, or finds what it gave the first time.</summary>
    /// <exception cref="ConversationBusyException">Too many wait.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the commit: the turn has not happened.</exception>
    public async Task<TurnReceipt> RunAsync(TurnRequest request, TurnFunction function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(function);
        using var lane = await _lanes.EnterAsync(request.Conversation, cancellationToken);
        for (var again = false; ; again = true)
        {
            try
            {
                return await RunAsync(lane, request, function, cancellationToken);
            }
            catch (ConversationMovedOnException) when (!again)
            {
                // Deleted, or written to by another process, while the turn was computed: once more, from what there is now.
            }
        }
    }

    private async Task<TurnReceipt> RunAsync(
        ConversationLanes.Place lane, TurnRequest request, TurnFunction function, CancellationToken cancellationToken)
    {
        var atHand = lane.AtHand ?? ConversationAtHand.Loaded(await store.LoadAsync(request.Conversation, cancellationToken));
        var snapshot = atHand.Snapshot;
        if (request.DedupeKey is { } key && atHand.MayHave(key)
            && await store.FindTurnAsync(request.Conversation, key, cancellationToken) is { } stored)
        {
            return new TurnReceipt(IsDuplicate: true, stored.Entries, stored.Response);
        }

        var start = new TurnStart(snapshot.State, snapshot.NextSequence, After(snapshot.LastAt));
        var output = await function(start, cancellationToken);

        // Whatever happens to the commit, a snapshot from before it must not outlive it.
        lane.AtHand = null;
        var committed = await store.CommitTurnAsync(Commit(request, snapshot, start, output), cancellationToken);
        lane.AtHand = atHand.After(committed.Snapshot, request.DedupeKey);
        foreach (var forgotten in committed.Forgotten)
        {
            _lanes.Forget(forgotten);
            feed.LookAgain(forgotten);
        }

        request.OnCommitted?.Invoke(committed);
        feed.Publish(request.Conversation, output.Entries);
        return new TurnReceipt(IsDuplicate: false, output.Entries, output.Response);
    }

    private static TurnCommit Commit(TurnRequest request, ConversationSnapshot snapshot, TurnStart start, TurnOutput output) => new()
    {
        Conversation = request.Conversation,
        UserId = request.UserId,
        DedupeKey = request.DedupeKey,
        AcceptedId = request.AcceptedId,
        Start = snapshot,
        State = output.State,
        Entries = output.Entries,
        At = start.At,
        DeliversReplies = request.DeliversReplies,
        Response = output.Response,
        ForgetsUser = output.ForgetsUser,
        InSessions = output.InSessions,
    };

    /// <summary>Now in whole milliseconds, as activities have it, or a millisecond after the last entry where the clock was turned back.</summary>
    private DateTimeOffset After(DateTimeOffset last)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return now > last ? now : last.AddMilliseconds(1);
    }
}
