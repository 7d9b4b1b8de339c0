using BenchmarkDotNet.Attributes;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Retrieval;

namespace ChannelBot.Benchmarks;

/// <summary>The best sentences for a question among one, a hundred and ten thousand articles.</summary>
/// <remarks>The other articles are the Channel story's sentences, shuffled and with most words changed by a number: as long and as varied as
/// real ones, sharing the common words and few of the rare.</remarks>
[MemoryDiagnoser]
public class RetrievalBenchmarks
{
    private SentenceRanker _ranker = null!;

    [Params(1, 100, 10_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Setup() => _ranker = SentenceRanker.Build(Sentences(Story.Knowledge, Articles));

    [Benchmark]
    public IReadOnlyList<RankedSentence> Rank() => _ranker.Rank("Who found the body on the beach on Wednesday?", 3);

    internal static IEnumerable<SourceSentence> Sentences(KnowledgeFile knowledge, int articles)
    {
        var random = new Random(1);
        for (var article = 0; article < articles; article++)
        {
            foreach (var sentence in knowledge.Sentences)
            {
                var paragraph = (article * knowledge.Article.Paragraphs.Count) + sentence.Paragraph;
                yield return new SourceSentence(article is 0 ? sentence.Text : Changed(sentence.Text, random), paragraph, article);
            }
        }
    }

    private static string Changed(string text, Random random) => string.Join(
        ' ', text.Split(' ').Select(word => word.Length > 4 && random.Next(10) < 8 ? word + Letters(random.Next(2_000)) : word));

    private static string Letters(int number) => string.Concat((char)('a' + (number % 26)), (char)('a' + (number / 26 % 26)));
}
