using System.Collections.Concurrent;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Teaching.Tests;

/// <summary>The articles that tests make lessons of: one that people reviewed, and others as the builder reads them.</summary>
internal static class Articles
{
    public static readonly string[] Names =
        ["channel-crossings", "flood", "rail-strike", "museum-theft", "cup-final", "walking-study", "quarterly-results", "data-breach", "hospital-merger", "alpine-rescue"];

    private static readonly ConcurrentDictionary<string, Lazy<Task<KnowledgeFile>>> s_read = new();

    public static Task<KnowledgeFile> ReadAsync(string name) => s_read.GetOrAdd(name, key => new(() => LoadAsync(key))).Value;

    private static Task<KnowledgeFile> LoadAsync(string name) => name == Names[0]
        ? Task.FromResult(KnowledgeReader.Read(Repository.At("knowledge", name, "knowledge.json")))
        : KnowledgeCompiler.BuildAsync(Repository.At("tests", "questions", "articles", name, "article.txt"), curationPath: null, TestContext.Current.CancellationToken);
}
