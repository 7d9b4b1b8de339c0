using BenchmarkDotNet.Attributes;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;

namespace ChannelBot.Benchmarks;

/// <summary>One question through the embedded planner and the kernel, warm.</summary>
[MemoryDiagnoser]
public class QuestionBenchmarks
{
    private QuestionPlanner _planner = null!;

    [Params(
        "How many people have arrived this year?",
        "What share of this year's arrivals came since the election?",
        "how mny bodys were fond on the beach",
        "What did the opposition say about the deal?")]
    public string Question { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _planner = QuestionPlanner.Embedded(Story.Knowledge);

    [Benchmark]
    public Task<TurnResult> Ask() => _planner.AskAsync(Question, ConversationState.Empty);
}
