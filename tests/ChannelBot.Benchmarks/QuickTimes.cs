using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;
using ChannelBot.Planner;

namespace ChannelBot.Benchmarks;

/// <summary>The time and the memory of a question, warm, over every question of a file: a minute's answer, where BenchmarkDotNet takes ten.</summary>
internal static class QuickTimes
{
    private const int MeasuredRounds = 50;
    private const int Slowest = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static async Task PrintAsync(string[] files)
    {
        string[] paths = files.Length > 0 ? files : [Repository.At("tests", "questions", "channel-crossings.dev.jsonl")];
        var questions = paths.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(Question).ToArray();
        var planner = QuestionPlanner.Embedded(Story.Knowledge);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            await RoundAsync(planner, questions, null);
        }

        var all = new List<double>(questions.Length * MeasuredRounds);
        var processor = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var round = 0; round < MeasuredRounds; round++)
        {
            await RoundAsync(planner, questions, all);
        }

        var whole = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / all.Count;
        Print(questions, all, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / all.Count);
        PrintStages(questions, whole);
        QuickSearch.Print(questions);
    }

    /// <summary>What the steps take that every question goes through, of the whole: processor time, so that other programs do not count.</summary>
    private static void PrintStages(string[] questions, double whole)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of the processor, {whole:0.0000} ms a question:"));
        var spelling = SpellingCorrector.For(Story.Knowledge);
        var index = ArticleIndex.Build(Story.Knowledge);
        var clean = Array.ConvertAll(questions, QuestionText.Clean);
        var right = Array.ConvertAll(clean, text => spelling.Correct(text).Text);
        var tokens = Array.ConvertAll(right, Tokenizer.Tokenize);
        PrintStage("cleaning", whole, questions, question => QuestionText.Clean(question));
        PrintStage("spelling", whole, clean, text => spelling.Correct(text));
        PrintStage("tokens", whole, right, text => Tokenizer.Tokenize(text));
        PrintStage("search", whole, tokens, question => index.Search(question, index.Terms(question, []), 10));
    }

    private static void PrintStage<T>(string name, double whole, T[] questions, Action<T> step)
    {
        Array.ForEach(questions, step);
        var start = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < MeasuredRounds; round++)
        {
            Array.ForEach(questions, step);
        }

        var each = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / (MeasuredRounds * questions.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:0.0000} ms  {100 * each / whole:0}%  {name}"));
    }

    private static void Print(string[] questions, List<double> all, long bytes)
    {
        var times = all.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{questions.Length} questions, {MeasuredRounds} rounds: mean {times.Average():0.0000} ms, p50 {At(times, 0.5):0.0000}, p99 {At(times, 0.99):0.0000}, longest {times[^1]:0.0000}; {bytes:N0} bytes made for each"));
        foreach (var (median, question) in questions.Select((question, i) => (Median(all, questions.Length, i), question)).OrderDescending().Take(Slowest))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{median:0.0000} ms  {question}"));
        }
    }

    /// <summary>The middle of a question's rounds: its own cost, not that of a collection or of another program.</summary>
    private static double Median(List<double> all, int questions, int question) =>
        At([.. Enumerable.Range(0, MeasuredRounds).Select(round => all[(round * questions) + question]).Order()], 0.5);

    private static async Task RoundAsync(QuestionPlanner planner, string[] questions, List<double>? times)
    {
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            await planner.AskAsync(question, ConversationState.Empty);
            times?.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private static string Question(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("question").GetString()!;
    }
}
