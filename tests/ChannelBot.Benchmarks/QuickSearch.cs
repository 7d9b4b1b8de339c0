using System.Diagnostics;
using System.Globalization;
using ChannelBot.Core.Retrieval;

namespace ChannelBot.Benchmarks;

/// <summary>The time and memory of a search for sentences among one, a hundred and ten thousand articles: a minute's answer.</summary>
internal static class QuickSearch
{
    private const int Rounds = 5;

    public static void Print(string[] questions)
    {
        foreach (var articles in new[] { 1, 100, 10_000 })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var ranker = SentenceRanker.Build(RetrievalBenchmarks.Sentences(Story.Knowledge, articles));
            var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            Array.ForEach(questions, question => ranker.Rank(question, 3));
            var times = new List<double>(Rounds * questions.Length);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var question in questions)
                {
                    var start = Stopwatch.GetTimestamp();
                    ranker.Rank(question, 3);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            times.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{articles} articles, {ranker.Count} sentences, {megabytes:0} MB: mean {times.Average():0.000} ms, p50 {times[times.Count / 2]:0.000}, p99 {times[times.Count * 99 / 100]:0.000}"));
        }
    }
}
