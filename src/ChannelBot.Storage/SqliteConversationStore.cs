using System.Collections.Concurrent;
using ChannelBot.Core;
using ChannelBot.Core.Articles;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;

namespace ChannelBot.Storage;

/// <summary>Conversations in one SQLite file. Writes are grouped by one writer; readers read beside it, on whatever thread asks.</summary>
public sealed class SqliteConversationStore : IConversationStore, IDisposable
{
    private readonly Database _database;
    private readonly GroupCommit _writer;
    private readonly ConversationIds _ids;
    private readonly Deletions _deletions;
    private readonly TurnWriter _turns;
    private readonly FileWriter _files;
    private readonly SessionWriter _sessions;
    private readonly ArticleWriter _articles;
    private readonly Checkpointer _checkpointer;
    private readonly ConcurrentBag<ConversationReader> _readers = [];
    private volatile bool _isClosed;

    private SqliteConversationStore(Database database, int mostLogMegabytes)
    {
        _database = database;
        var connection = database.OpenForWriting();
        _ids = new ConversationIds(connection);
        _deletions = new Deletions(connection, _ids);
        _sessions = new SessionWriter(connection);
        _turns = new TurnWriter(connection, _ids, _deletions, _sessions);
        _files = new FileWriter(connection, _ids);
        _articles = new ArticleWriter(connection);
        _writer = new GroupCommit(connection, undone: _ids.Clear);
        _checkpointer = new Checkpointer(database.OpenForWriting(), mostLogMegabytes, _writer);
        Sessions = new SqliteSessionStore(_writer, _sessions, database.OpenForReading);
        Articles = new SqliteArticleStore(_writer, _articles, database.OpenForReading);
    }

    /// <summary>Sessions of a class, in the same file.</summary>
    public ISessionStore Sessions { get; }

    /// <summary>Articles that educators bring, in the same file.</summary>
    public IArticleStore Articles { get; }

    /// <summary>Opens the file, makes it where it is not there, and brings an older one up to date.</summary>
    /// <exception cref="BadInputException">It cannot be used.</exception>
    public static SqliteConversationStore Open(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var database = new Database(options.FullPath, options.Synchronous);
        database.Prepare();
        return new SqliteConversationStore(database, options.MostLogMegabytes);
    }

    public Task<bool> StartAsync(ConversationKey conversation, string? userId, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _turns.Start(conversation, userId, at), cancellationToken);

    public Task<bool> IsKnownAsync(ConversationKey conversation, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => reader.IsKnown(conversation), cancellationToken);

    public Task<ConversationSnapshot> LoadAsync(ConversationKey conversation, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => reader.Load(conversation), cancellationToken);

    public Task<StoredTurn?> FindTurnAsync(ConversationKey conversation, string dedupeKey, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => reader.FindTurn(conversation, dedupeKey), cancellationToken);

    public Task<AcceptedActivity?> AcceptAsync(AcceptedActivity activity, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _turns.Accept(activity), cancellationToken);

    public Task<IReadOnlyList<AcceptedActivity>> ListAcceptedAsync(CancellationToken cancellationToken = default) =>
        ListAsync(lists => lists.Accepted(), cancellationToken);

    public Task DropAcceptedAsync(long id, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _turns.DropAccepted(id), cancellationToken);

    public Task<CommittedTurn> CommitTurnAsync(TurnCommit turn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var row = TurnRow.Of(turn);
        return _writer.RunAsync(() => _turns.Commit(turn, row), cancellationToken);
    }

    public Task<LogPage?> ReadLogAsync(
        ConversationKey conversation, long after, int most = 200, int mostBytes = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return ReadAsync(reader => reader.ReadLog(conversation, after, most, mostBytes), cancellationToken);
    }

    public Task<IReadOnlyList<OutboxEntry>> ListOutboxAsync(int most, CancellationToken cancellationToken = default) =>
        ListAsync(lists => lists.Outbox(most), cancellationToken);

    public Task SettleAsync(OutboxEntry reply, string? activityId, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _turns.Settle(reply, activityId), cancellationToken);

    public Task PostponeAsync(OutboxEntry reply, DateTimeOffset dueAt, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _turns.Postpone(reply, dueAt), cancellationToken);

    public Task AddFeedbackAsync(Feedback feedback, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _turns.AddFeedback(feedback), cancellationToken);

    public Task<IReadOnlyList<AnswerFeedback>> ListFeedbackAsync(ConversationKey conversation, CancellationToken cancellationToken = default) =>
        ListAsync(lists => lists.Feedback(conversation), cancellationToken);

    public Task<IReadOnlyList<ConversationSummary>> ListConversationsAsync(
        string channel, string userId, CancellationToken cancellationToken = default) =>
        ListAsync(lists => lists.OfUser(channel, userId), cancellationToken);

    public Task<IReadOnlyList<ConversationKey>> ForgetUserAsync(string channel, string userId, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _deletions.Forget(channel, userId), cancellationToken);

    public async Task<int> DeleteOlderThanAsync(DateTimeOffset oldest, CancellationToken cancellationToken = default)
    {
        // One conversation a transaction, so that turns come in between.
        var deleted = 0;
        foreach (var conversation in await ListAsync(lists => lists.Ids(), cancellationToken))
        {
            deleted += await _writer.RunAsync(() => _deletions.DeleteOlder(conversation, oldest), cancellationToken);
        }

        return deleted;
    }

    public Task AddFileAsync(ConversationFile file, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _files.Add(file), cancellationToken);

    public Task<ConversationFile?> FindFileAsync(ConversationKey conversation, string fileId, CancellationToken cancellationToken = default) =>
        ReadAsync(reader => reader.FindFile(conversation, fileId), cancellationToken);

    public Task<ReadOnlyMemory<byte>> KeepOnceAsync(string name, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        _writer.RunAsync(() => _files.KeepOnce(name, value.ToArray()), cancellationToken);

    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        _writer.Close();
        _turns.Dispose();
        _files.Dispose();
        _sessions.Dispose();
        _articles.Dispose();
        _deletions.Dispose();
        _ids.Dispose();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer.Dispose();
        _checkpointer.Dispose();
    }

    private Task<T> ReadAsync<T>(Func<ConversationReader, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (!_readers.TryTake(out var reader))
        {
            reader = new ConversationReader(_database.OpenForReading());
        }

        try
        {
            return Task.FromResult(read(reader));
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    private Task<IReadOnlyList<T>> ListAsync<T>(Func<ConversationLists, IReadOnlyList<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isClosed, this);
        using var connection = _database.OpenForReading();
        return Task.FromResult(read(new ConversationLists(connection)));
    }
}
