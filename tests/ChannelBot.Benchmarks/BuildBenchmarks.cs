using BenchmarkDotNet.Attributes;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;
using ChannelBot.Planner;

namespace ChannelBot.Benchmarks;

/// <summary>From an article to its knowledge, and from the knowledge to a planner that can answer.</summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    private readonly byte[] _article = File.ReadAllBytes(Repository.At("knowledge", "channel-crossings", "article.txt"));
    private readonly string _curation = File.ReadAllText(Repository.At("knowledge", "channel-crossings", "curation.yaml"));
    private readonly byte[] _knowledge = File.ReadAllBytes(Repository.At("knowledge", "channel-crossings", "knowledge.json"));

    [Benchmark]
    public KnowledgeFile Build() => KnowledgeCompiler.Build(_article, _curation);

    [Benchmark]
    public KnowledgeFile Read() => KnowledgeReader.Parse(_knowledge, "knowledge.json");

    [Benchmark]
    public QuestionPlanner ReadAndStart() => QuestionPlanner.Embedded(KnowledgeReader.Parse(_knowledge, "knowledge.json"));
}
