using ChannelBot.Core;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Copies a store while a host may be writing to it: the copy is the store as it was at one moment.</summary>
public static class StoreBackup
{
    private const int Patience = 30;

    /// <param name="path">The store.</param>
    /// <param name="target">The copy, which must not be there yet.</param>
    /// <exception cref="BadInputException">The one cannot be read, or the other cannot be written.</exception>
    public static void Write(string path, string target)
    {
        if (StoreInspection.Of(path) is not { Exists: true } store)
        {
            throw new BadInputException("Storage:Path", $"There is no store at '{path}'.");
        }

        if (store.Problem is { } problem)
        {
            throw new BadInputException("Storage:Path", problem);
        }

        if (Path.Exists(target))
        {
            throw new BadInputException("out", $"'{target}' is there already. Name a new file.");
        }

        var half = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            using (var from = Database.OpenAsItIs(path, SqliteOpenMode.ReadWrite, Patience))
            using (var to = Database.OpenAsItIs(half, SqliteOpenMode.ReadWriteCreate, Patience))
            {
                from.BackupDatabase(to);

                // A file that stands alone, with nothing beside it.
                Database.Execute(to, "PRAGMA journal_mode = DELETE");
            }

            File.Move(half, target);
        }
        catch (Exception wrong) when (wrong is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException("out", $"'{target}' cannot be written: {wrong.Message}");
        }
        finally
        {
            if (File.Exists(half))
            {
                File.Delete(half);
            }
        }
    }
}
