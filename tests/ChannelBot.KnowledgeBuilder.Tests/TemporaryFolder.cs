namespace ChannelBot.KnowledgeBuilder.Tests;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-");

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public string[] Files => [.. _folder.EnumerateFiles().Select(file => file.Name)];

    public void Dispose() => _folder.Delete(recursive: true);
}
