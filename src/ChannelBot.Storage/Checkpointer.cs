using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Carries the write-ahead log over into the file, on a thread of its own, so that no turn waits for it.</summary>
internal sealed class Checkpointer : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long the log may get, in pages of 4 KB, before the writer is made to start it anew: 64 MB.</summary>
    private const long MostPages = 16_384;

    private readonly ManualResetEventSlim _end = new();
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;

    public Checkpointer(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Run) { IsBackground = true, Name = "Checkpoints" };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _connection.Dispose();
        _end.Dispose();
    }

    private void Run()
    {
        while (!_end.Wait(Pause))
        {
            try
            {
                // Passive holds up neither readers nor the writer. Only where the writer outpaces it is the rest done while the writer waits.
                if (Checkpoint("PASSIVE") > MostPages)
                {
                    Checkpoint("RESTART");
                }
            }
            catch (SqliteException)
            {
                // The disk is full, or busy: what is in the log is safe there, and the next one tries again.
            }
        }
    }

    /// <returns>The length of the log in pages.</returns>
    private long Checkpoint(string mode)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_checkpoint({mode})");
        using var row = command.ExecuteReader();
        return row.Read() ? row.GetInt64(1) : 0;
    }
}
