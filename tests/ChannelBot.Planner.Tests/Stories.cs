using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Planner.Tests;

/// <summary>The stories to test with: a small one made for the tests, the one that ships, and others built with no curation.</summary>
internal static class Stories
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    public static IReadOnlyDictionary<string, Lazy<KnowledgeFile>> All { get; } = new[]
        {
            KeyValuePair.Create("small", new Lazy<KnowledgeFile>(() => SmallKnowledge.File)),
            KeyValuePair.Create("channel-crossings", new Lazy<KnowledgeFile>(() => KnowledgeReader.Read(At("knowledge/channel-crossings/knowledge.json")))),
        }
        .Concat(Directory.GetDirectories(At("tests/questions/articles")).Order(StringComparer.Ordinal).Select(folder =>
            KeyValuePair.Create(Path.GetFileName(folder), new Lazy<KnowledgeFile>(() => KnowledgeCompiler.Build(File.ReadAllBytes(Path.Combine(folder, "article.txt")), null)))))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>A file or folder of the repository.</summary>
    public static string At(string path) => Path.Combine(Root, path);
}
