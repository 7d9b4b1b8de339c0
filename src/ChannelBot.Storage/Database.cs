using System.Globalization;
using System.Reflection;
using ChannelBot.Core;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>The SQLite file: opens it, and brings it up to date.</summary>
internal sealed class Database(string path, SynchronousMode synchronous)
{
    /// <summary>Marks the file as ours: "ChBt".</summary>
    internal const long ApplicationId = 0x43684274;

    internal const int NewestVersion = 4;

    /// <summary>Makes or updates the file.</summary>
    /// <exception cref="BadInputException">It is something else, cannot be opened, or was made by a newer program.</exception>
    public void Prepare()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var connection = OpenForWriting();
            using var transaction = connection.BeginTransaction(deferred: false);
            Update(connection, transaction);
            transaction.Commit();
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException("Storage:Path", $"The conversations cannot be kept in '{path}': {problem.Message}");
        }
    }

    public SqliteConnection OpenForWriting()
    {
        var connection = Open();

        // A turn touches a few pages here and there, and each goes into the log whole: small ones are a third of the bytes (measured: 6 KB a turn
        // for 16). A file keeps the size that it was made with. Checkpoints are made beside the writer, by the Checkpointer.
        Execute(connection, $"PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON");
        return connection;
    }

    public SqliteConnection OpenForReading()
    {
        var connection = Open();
        Execute(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>Opens a file as it is, for whoever looks at it from outside; a host may be using it.</summary>
    /// <param name="patience">Seconds to wait for whoever is writing.</param>
    internal static SqliteConnection OpenAsItIs(string path, SqliteOpenMode mode, int patience)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = mode, DefaultTimeout = patience }.ToString());
        connection.Open();
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY");
        return connection;
    }

    private void Update(SqliteConnection connection, SqliteTransaction transaction)
    {
        var version = Number(connection, "PRAGMA user_version", transaction);
        var owner = Number(connection, "PRAGMA application_id", transaction);
        if (owner != ApplicationId && (owner != 0 || Number(connection, "SELECT count(*) FROM sqlite_schema", transaction) > 0))
        {
            throw new BadInputException("Storage:Path", $"'{path}' is the file of another program. Name a new one.");
        }

        if (version > NewestVersion)
        {
            throw new BadInputException("Storage:Path", NewerThanThis(path, version));
        }

        for (var next = version + 1; next <= NewestVersion; next++)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture, $"{Migration(next)}; PRAGMA user_version = {next}; PRAGMA application_id = {ApplicationId}");
            command.ExecuteNonQuery();
        }
    }

    private static string Migration(long version)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{version}.sql");
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no {name} in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal static string NewerThanThis(string path, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"'{path}' was written by a newer ChannelBot (format {version}; this one knows {NewestVersion}).");

    internal static long Number(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
