namespace ChannelBot.Core.Conversations;

/// <summary>Where conversations are kept. A task that has ended without an exception is durable: a killed process loses none of it.</summary>
/// <remarks>One turn of a conversation is committed at a time (<see cref="TurnCommit.Start"/> says after which); conversations are
/// independent of each other. Members may be called from any thread.</remarks>
public interface IConversationStore
{
    /// <summary>Makes the conversation known before anything was said in it.</summary>
    /// <returns>False where it was known.</returns>
    Task<bool> StartAsync(ConversationKey conversation, string? userId, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Whether the conversation was started or has turns.</summary>
    Task<bool> IsKnownAsync(ConversationKey conversation, CancellationToken cancellationToken = default);

    /// <summary>What the next turn starts from; <see cref="ConversationSnapshot.New"/> where nothing is known.</summary>
    Task<ConversationSnapshot> LoadAsync(ConversationKey conversation, CancellationToken cancellationToken = default);

    /// <summary>The turn that answered the message with this key; null where none did yet.</summary>
    Task<StoredTurn?> FindTurnAsync(ConversationKey conversation, string dedupeKey, CancellationToken cancellationToken = default);

    /// <summary>Records an activity that is about to be acknowledged, unless it was recorded or answered before.</summary>
    /// <returns>The activity with its id; null for a duplicate.</returns>
    Task<AcceptedActivity?> AcceptAsync(AcceptedActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Activities that were acknowledged and have no turn yet, in the order of arrival: what a restart must compute.</summary>
    Task<IReadOnlyList<AcceptedActivity>> ListAcceptedAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives an accepted activity up, where it can never be computed.</summary>
    Task DropAcceptedAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Writes a turn: log, state, outbox and dedupe key, all or nothing.</summary>
    /// <exception cref="ConversationMovedOnException">Another turn was committed after <see cref="TurnCommit.Start"/>.</exception>
    Task<CommittedTurn> CommitTurnAsync(TurnCommit turn, CancellationToken cancellationToken = default);

    /// <summary>Entries after a watermark; 0 means from the start.</summary>
    /// <param name="most">How many at most, above 0.</param>
    /// <param name="mostBytes">How many bytes of activities at most, unless one alone has more.</param>
    /// <returns>Null where the conversation is not known.</returns>
    Task<LogPage?> ReadLogAsync(
        ConversationKey conversation, long after, int most = 200, int mostBytes = int.MaxValue, CancellationToken cancellationToken = default);

    /// <summary>Replies to deliver, oldest first, those due later included.</summary>
    Task<IReadOnlyList<OutboxEntry>> ListOutboxAsync(int most, CancellationToken cancellationToken = default);

    /// <summary>Takes a reply out of the outbox: it has arrived, or never can.</summary>
    /// <param name="activityId">The id that the channel gave it, by which feedback will name it; null where it gave none.</param>
    Task SettleAsync(OutboxEntry reply, string? activityId, CancellationToken cancellationToken = default);

    /// <summary>Counts an attempt in vain, and says when to try again.</summary>
    Task PostponeAsync(OutboxEntry reply, DateTimeOffset dueAt, CancellationToken cancellationToken = default);

    /// <summary>Keeps feedback beside the answer it is about.</summary>
    Task AddFeedbackAsync(Feedback feedback, CancellationToken cancellationToken = default);

    /// <summary>The feedback given in a conversation, oldest first.</summary>
    Task<IReadOnlyList<AnswerFeedback>> ListFeedbackAsync(ConversationKey conversation, CancellationToken cancellationToken = default);

    /// <summary>The conversations in which a user took part, the latest first.</summary>
    Task<IReadOnlyList<ConversationSummary>> ListConversationsAsync(string channel, string userId, CancellationToken cancellationToken = default);

    /// <summary>Deletes what was kept of a user: conversations held alone altogether, of the others what this user asked and was answered,
    /// and of sessions what tells of the user.</summary>
    /// <returns>The conversations that are no more.</returns>
    Task<IReadOnlyList<ConversationKey>> ForgetUserAsync(string channel, string userId, CancellationToken cancellationToken = default);

    /// <summary>Deletes turns older than <paramref name="oldest"/>, and conversations in which nothing younger is left.</summary>
    /// <returns>How many turns.</returns>
    Task<int> DeleteOlderThanAsync(DateTimeOffset oldest, CancellationToken cancellationToken = default);

    /// <summary>Keeps a file that a user sent.</summary>
    Task AddFileAsync(ConversationFile file, CancellationToken cancellationToken = default);

    /// <summary>A file of the conversation; null where there is none, or not any more.</summary>
    Task<ConversationFile?> FindFileAsync(ConversationKey conversation, string fileId, CancellationToken cancellationToken = default);

    /// <summary>Keeps a value under a name, unless one is kept already, such as the key that signs tokens.</summary>
    /// <returns>What is kept.</returns>
    Task<ReadOnlyMemory<byte>> KeepOnceAsync(string name, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default);
}
