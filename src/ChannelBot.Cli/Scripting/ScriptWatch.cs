namespace ChannelBot.Cli.Scripting;

/// <summary>Waits for a change in scripts. An editor writes a file in several steps: they count as one.</summary>
internal sealed class ScriptWatch : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _changed = new(0);
    private readonly FileSystemWatcher[] _watchers;
    private readonly TimeProvider _time;

    public ScriptWatch(IEnumerable<string> paths, TimeProvider time)
    {
        _time = time;
        _watchers = [.. paths.Select(Watch)];
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _changed.WaitAsync(cancellationToken);
        do
        {
            await Task.Delay(s_pause, _time, cancellationToken);
        }
        while (_changed.Wait(0, cancellationToken));
    }

    public void Dispose()
    {
        Array.ForEach(_watchers, watcher => watcher.Dispose());
        _changed.Dispose();
    }

    private FileSystemWatcher Watch(string path)
    {
        var isFolder = Directory.Exists(path);
        var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, isFolder ? "*" : Path.GetFileName(path))
        {
            IncludeSubdirectories = isFolder,
        };
        watcher.Changed += Tell;
        watcher.Created += Tell;
        watcher.Deleted += Tell;
        watcher.Renamed += Tell;
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Tell(object sender, FileSystemEventArgs change) => _changed.Release();
}
