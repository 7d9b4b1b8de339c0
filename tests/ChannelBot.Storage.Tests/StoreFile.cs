namespace ChannelBot.Storage.Tests;

/// <summary>A real store in a folder of its own, which can be closed, killed and opened again.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-store-");
    private readonly List<SqliteConversationStore> _opened = [];
    private readonly int _mostLogMegabytes;
    private int _copies;

    /// <param name="mostLogMegabytes">See <see cref="StorageOptions.MostLogMegabytes"/>.</param>
    public StoreFile(int mostLogMegabytes = 512)
    {
        _mostLogMegabytes = mostLogMegabytes;
        Path = System.IO.Path.Combine(_folder.FullName, "sub", "conversations.db");
        Store = Open(Path);
    }

    public string Path { get; }

    public SqliteConversationStore Store { get; private set; }

    /// <summary>Closes the file properly, and opens it again.</summary>
    public void Reopen()
    {
        Store.Dispose();
        Store = Open(Path);
    }

    /// <summary>What a process finds that starts after this one was killed here: the files as they lie, with nothing closed.</summary>
    public SqliteConversationStore OpenAsAfterKill()
    {
        var copy = System.IO.Path.Combine(_folder.FullName, $"copy-{_copies++}.db");
        byte[] log;
        do
        {
            // The log last: what the file lacks must still be in it, unless it was started anew in between.
            log = LogHeader();
            File.Copy(Path, copy, overwrite: true);
            File.Copy(Path + "-wal", copy + "-wal", overwrite: true);
        }
        while (!log.AsSpan().SequenceEqual(LogHeader()));
        return Open(copy);
    }

    /// <summary>Changes whenever the log starts anew (sqlite.org/fileformat2.html, section 4.1).</summary>
    public byte[] LogHeader()
    {
        using var stream = new FileStream(Path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[32];
        stream.ReadExactly(header);
        return header;
    }

    public void Dispose()
    {
        _opened.ForEach(store => store.Dispose());
        _folder.Delete(recursive: true);
    }

    private SqliteConversationStore Open(string path)
    {
        var store = SqliteConversationStore.Open(new StorageOptions { Path = path, MostLogMegabytes = _mostLogMegabytes });
        _opened.Add(store);
        return store;
    }
}
