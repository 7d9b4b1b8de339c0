using ChannelBot.Core.Knowledge;

namespace ChannelBot.Benchmarks;

/// <summary>The Channel story and questions about it, found from wherever the benchmark was built.</summary>
internal static class Story
{
    public static string Root { get; } = Find();

    public static KnowledgeFile Knowledge => KnowledgeReader.Read(At("knowledge", "channel-crossings", "knowledge.json"));

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("ChannelBot.sln is in no folder above the benchmarks.");
    }
}
