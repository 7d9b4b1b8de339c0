using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>What is seen of a store from outside, without making or changing it.</summary>
/// <param name="Path">The SQLite file.</param>
/// <param name="Exists">Whether it is there; the host makes a missing one when it starts.</param>
/// <param name="Version">The version of its schema; 0 for an empty or missing file.</param>
/// <param name="Conversations">How many it holds.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Problem">Why it cannot be used; null where it can.</param>
public sealed record StoreInspection(string Path, bool Exists, long Version, long Conversations, long Bytes, string? Problem)
{
    private const int Patience = 5;

    /// <summary>The version that this program writes; older files are brought up to it when the host starts.</summary>
    public static long NewestVersion => Database.NewestVersion;

    /// <param name="path">The SQLite file.</param>
    public static StoreInspection Of(string path)
    {
        if (!File.Exists(path))
        {
            return new StoreInspection(path, Exists: false, 0, 0, 0, Directory.Exists(path) ? $"'{path}' is a folder." : CannotMake(path));
        }

        var bytes = new FileInfo(path).Length;
        try
        {
            using var connection = Database.OpenAsItIs(path, SqliteOpenMode.ReadWrite, Patience);
            var version = Database.Number(connection, "PRAGMA user_version");
            var isOurs = Database.Number(connection, "PRAGMA application_id") == Database.ApplicationId;
            var isEmpty = Database.Number(connection, "SELECT count(*) FROM sqlite_schema") is 0;
            var problem = !isOurs && !isEmpty ? $"'{path}' is the file of another program."
                : version > Database.NewestVersion ? Database.NewerThanThis(path, version)
                : Damage(connection) is { } damage ? $"'{path}' is damaged: {damage}"
                : CannotWrite(connection);
            var conversations = isOurs && problem is null ? Database.Number(connection, "SELECT count(*) FROM conversations") : 0;
            return new StoreInspection(path, Exists: true, version, conversations, bytes, problem);
        }
        catch (SqliteException problem)
        {
            return new StoreInspection(path, Exists: true, 0, 0, bytes, $"'{path}' cannot be opened: {problem.Message}");
        }
    }

    private static string? Damage(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return (string)command.ExecuteScalar()! is var answer && answer is not "ok" ? answer : null;
    }

    /// <summary>Takes the right to write, and gives it back.</summary>
    private static string? CannotWrite(SqliteConnection connection)
    {
        try
        {
            Database.Execute(connection, "BEGIN IMMEDIATE; CREATE TABLE channelbot_doctor (a); ROLLBACK");
            return null;
        }
        catch (SqliteException problem)
        {
            return $"It cannot be written: {problem.Message}";
        }
    }

    /// <summary>Why a file cannot be made there, found out by making one in the nearest folder that exists.</summary>
    private static string? CannotMake(string path)
    {
        var folder = new FileInfo(path).Directory;
        while (folder is { Exists: false })
        {
            if (File.Exists(folder.FullName))
            {
                return $"'{path}' cannot be made: '{folder.FullName}' is a file.";
            }

            folder = folder.Parent;
        }

        try
        {
            var probe = System.IO.Path.Combine(folder!.FullName, System.IO.Path.GetRandomFileName());
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
                return null;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"'{path}' cannot be made: {problem.Message}";
        }
    }
}
