using ChannelBot.Core.Conversations;
using Microsoft.Data.Sqlite;

namespace ChannelBot.Storage;

/// <summary>Writes what is neither a turn nor about one: users' files, and what is kept once. Runs on the writer's thread, in its transaction.</summary>
internal sealed class FileWriter(SqliteConnection connection, ConversationIds ids) : IDisposable
{
    private readonly Statement _keep = new(connection, "INSERT INTO kept (name, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING", 2);
    private readonly Statement _kept = new(connection, "SELECT value FROM kept WHERE name = ?1", 1);
    private readonly Statement _add = new(
        connection, "INSERT INTO files (conversation, id, content_type, name, at, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", 6);

    private readonly Statement _deleteOld = new(connection, "DELETE FROM files WHERE at < ?1", 1);

    public ReadOnlyMemory<byte> KeepOnce(string name, byte[] value)
    {
        _keep.Execute(name, value);
        using var row = _kept.Query(name);
        row.Read();
        return row.GetFieldValue<byte[]>(0);
    }

    public int Add(ConversationFile file)
    {
        _deleteOld.Execute((file.At - ConversationFile.Lifetime).ToUnixTimeMilliseconds());
        var conversation = ids.Find(file.Conversation) ?? ids.Add(file.Conversation, file.At);
        return _add.Execute(
            conversation, file.Id, file.ContentType, file.Name, file.At.ToUnixTimeMilliseconds(), file.Content.ToArray());
    }

    public void Dispose()
    {
        _keep.Dispose();
        _kept.Dispose();
        _add.Dispose();
        _deleteOld.Dispose();
    }
}
