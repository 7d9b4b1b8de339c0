using ChannelBot.Core.Knowledge;

namespace ChannelBot.Benchmarks;

/// <summary>The Channel story and questions about it.</summary>
internal static class Story
{
    public static KnowledgeFile Knowledge => KnowledgeReader.Read(Repository.At("knowledge", "channel-crossings", "knowledge.json"));
}
