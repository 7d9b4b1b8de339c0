using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>The one writer: a thread of its own takes all that waits, writes it in one transaction, and then tells each that it is durable.
/// The more is asked of it the fewer transactions a write costs.</summary>
internal sealed class GroupCommit : IDisposable
{
    /// <summary>A transaction that nobody has to wait long for.</summary>
    private const int MostInOne = 512;

    private readonly Lock _gate = new();
    private readonly AutoResetEvent _arrived = new(initialState: false);
    private readonly SqliteConnection _connection;
    private readonly Action _undone;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _carryOver;
    private readonly Queue<Write> _waiting = new();
    private readonly Thread _thread;
    private bool _isClosed;
    private long _transactions;
    private volatile bool _finishesLog;

    /// <param name="undone">Called where a transaction did not happen.</param>
    public GroupCommit(SqliteConnection connection, Action undone)
    {
        _undone = undone;
        _connection = connection;
        _begin = new Statement(connection, "BEGIN IMMEDIATE", 0);
        _commit = new Statement(connection, "COMMIT", 0);
        _rollback = new Statement(connection, "ROLLBACK", 0);
        _carryOver = Checkpointer.PassiveCheckpoint(connection);
        _thread = new Thread(Run) { IsBackground = true, Name = "Conversations" };
        _thread.Start();
    }

    /// <summary>How many there have been.</summary>
    public long Transactions => Volatile.Read(ref _transactions);

    /// <summary>Runs <paramref name="work"/> within the next transaction. It must leave nothing half done where it throws.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var write = new Write<T>(work);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _waiting.Enqueue(write);
        }

        _arrived.Set();
        return write.Done;
    }

    /// <summary>Has what is left of the write-ahead log carried over before the next transaction, which then begins the log anew.</summary>
    public void FinishLog() => _finishesLog = true;

    /// <summary>Writes what waits, and ends.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        _arrived.Set();
        _thread.Join();
    }

    public void Dispose()
    {
        Close();
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _carryOver.Dispose();
        _connection.Dispose();
        _arrived.Dispose();
    }

    private void Run()
    {
        var batch = new List<Write>();
        while (true)
        {
            bool isClosed;
            lock (_gate)
            {
                isClosed = _isClosed;
                while (batch.Count < MostInOne && _waiting.TryDequeue(out var write))
                {
                    batch.Add(write);
                }
            }

            if (batch.Count > 0)
            {
                Commit(batch);
                batch.Clear();
                CarryOver();
            }
            else if (isClosed)
            {
                return;
            }
            else
            {
                _arrived.WaitOne();
            }
        }
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            _begin.Execute();
            foreach (var write in batch)
            {
                write.Apply();
            }

            _commit.Execute();
            Volatile.Write(ref _transactions, _transactions + 1);
        }
#pragma warning disable CA1031 // The boundary of the thread: the writes fail, each caller hears why, and the writer goes on.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            RollBack();
            _undone();
            batch.ForEach(write => write.Fail(problem));
            return;
        }

        batch.ForEach(write => write.Complete());
    }

    private void CarryOver()
    {
        if (!_finishesLog)
        {
            return;
        }

        _finishesLog = false;
        try
        {
            _carryOver.Execute();
        }
        catch (SqliteException)
        {
            // The Checkpointer asks again.
        }
    }

    private void RollBack()
    {
        try
        {
            _rollback.Execute();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or had not begun.
        }
    }

    private abstract class Write
    {
        public abstract void Apply();

        public abstract void Complete();

        public abstract void Fail(Exception problem);
    }

    private sealed class Write<T>(Func<T> work) : Write
    {
        // Who waits goes on elsewhere: this thread only writes.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;
        private Exception? _refused;

        public Task<T> Done => _done.Task;

        public override void Apply()
        {
            try
            {
                _result = work();
            }
            catch (Exception problem) when (problem is not SqliteException)
            {
                // Refused by a rule of ours, before it had written anything; the others in the transaction go on.
                _refused = problem;
            }
        }

        public override void Complete()
        {
            if (_refused is null)
            {
                _done.SetResult(_result);
            }
            else
            {
                _done.SetException(_refused);
            }
        }

        public override void Fail(Exception problem) => _done.TrySetException(problem);
    }
}
