using ChannelBot.Core;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage.Tests;

/// <summary>A file that cannot be used is refused with the reason, and not touched.</summary>
public sealed class FileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-store-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "x.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        File.WriteAllText(Path, new string('x', 5000));
        Assert.StartsWith($"The conversations cannot be kept in '{Path}': ", Refused(), StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(Path).Length);
    }

    [Fact]
    public void The_database_of_another_program_is_left_alone()
    {
        Run("CREATE TABLE invoices (id)");
        Assert.Equal($"'{Path}' is the file of another program. Name a new one.", Refused());
    }

    [Fact]
    public void A_file_of_a_newer_program_is_left_alone()
    {
        SqliteConversationStore.Open(new StorageOptions { Path = Path }).Dispose();
        Run("PRAGMA user_version = 99");
        Assert.Equal($"'{Path}' was written by a newer ChannelBot (format 99; this one knows 4).", Refused());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(Path, "");
        var inside = System.IO.Path.Combine(Path, "y.db");
        var problem = Assert.Throws<BadInputException>(() => SqliteConversationStore.Open(new StorageOptions { Path = inside }));
        Assert.StartsWith($"The conversations cannot be kept in '{inside}': ", problem.Message, StringComparison.Ordinal);
    }

    private string Refused() =>
        Assert.Throws<BadInputException>(() => SqliteConversationStore.Open(new StorageOptions { Path = Path })).Message;

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        Database.Execute(connection, sql);
    }
}
