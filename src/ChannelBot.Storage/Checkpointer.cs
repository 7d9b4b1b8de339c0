using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace ChannelBot.Storage;

/// <summary>Carries the write-ahead log over into the file, on a thread of its own, so that no turn waits for it.</summary>
/// <remarks>
/// SQLite begins the log anew where all of it has been carried over when the next transaction begins (SQLite, Write-Ahead Logging,
/// "Avoiding Excessively Large WAL Files"). A writer that never rests always adds to it meanwhile. SQLite's own way out, a RESTART
/// checkpoint, holds the writer up while it sleeps and tries again; here the writer itself carries over the little that is left.
/// It also brings the file to the disk then, and SQLite does so only where nothing is left in the log: all that was carried over since
/// the last time would come at once, while every turn waits. So it is brought there before.
/// </remarks>
internal sealed class Checkpointer : IDisposable
{
    /// <summary>Little at a time, since whoever reads or writes meanwhile shares the disk with it, but not so often that turns always wait for one
    /// round or another (measured: four times a second, one turn in a hundred took 25 ms under load; once a second, 15).</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Pages of 4 KB, which is SQLite's own size.</summary>
    private const long PagesInMegabyte = 256;

    private readonly ManualResetEventSlim _end = new();
    private readonly SqliteConnection _connection;
    private readonly Statement _carryOver;
    private readonly SafeFileHandle _file;
    private readonly long _mostPages;
    private readonly Action _finish;
    private readonly Thread _thread;

    /// <param name="mostMegabytes">How long the log may get before the writer is asked to finish it. Only a flood comes to that.</param>
    /// <param name="finish">Asks the writer to carry over what is left, between two of its transactions.</param>
    public Checkpointer(SqliteConnection connection, int mostMegabytes, Action finish)
    {
        _connection = connection;
        _carryOver = PassiveCheckpoint(connection);
        _file = File.OpenHandle(connection.DataSource, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _mostPages = mostMegabytes * PagesInMegabyte;
        _finish = finish;
        _thread = new Thread(Run) { IsBackground = true, Name = "Checkpoints" };
        _thread.Start();
    }

    /// <remarks>To be called when the store's other connections are closed: to close a file gives up the locks that the process has on
    /// it, whoever set them (fcntl(2), "Advisory record locking").</remarks>
    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _carryOver.Dispose();
        _connection.Dispose();
        _file.Dispose();
        _end.Dispose();
    }

    /// <summary>Carries over what it can without holding up anybody; its second column is the length of the log in pages.</summary>
    public static Statement PassiveCheckpoint(SqliteConnection connection) => new(connection, "PRAGMA wal_checkpoint(PASSIVE)", 0);

    private void Run()
    {
        while (!_end.Wait(Pause))
        {
            try
            {
                if (CarryOver() > _mostPages)
                {
                    // What was added during a round is carried over in the next, so that next to nothing is left to the writer.
                    RandomAccess.FlushToDisk(_file);
                    CarryOver();
                    RandomAccess.FlushToDisk(_file);
                    CarryOver();
                    _finish();
                }
            }
            catch (Exception problem) when (problem is SqliteException or IOException)
            {
                // The disk is full, or busy: what is in the log is safe there, and the next one tries again.
            }
        }
    }

    private long CarryOver()
    {
        using var row = _carryOver.Query();
        return row.Read() ? row.GetInt64(1) : 0;
    }
}
