using System.Globalization;

namespace Readings;

/// <summary>Says how good the weights are on questions that they were not learnt from.</summary>
internal static class Report
{
    private readonly record struct Outcome(Example Example, Candidate Best, double Likelihood)
    {
        public bool HasResult => Example.Line.Values.Length > 0;

        public bool Says(double threshold) => Best.Formula != "none" && Likelihood >= threshold;
    }

    /// <summary>How many of the wanted results are among the readings at all, and which are not.</summary>
    public static void Cover(IReadOnlyList<Example> examples)
    {
        var wanted = examples.Where(example => example.Line.Values.Length > 0).ToArray();
        var missed = wanted.Where(example => !example.Candidates.Exists(candidate => candidate.IsRight)).ToArray();
        Console.WriteLine($"{examples.Count} requests, {wanted.Length} with a result, {wanted.Length - missed.Length} of them among the readings; {examples.Average(example => example.Candidates.Count):0} readings each");
        foreach (var example in missed)
        {
            Console.WriteLine($"  no reading: {example.Line.Id} {example.Line.Question} = {string.Join("; ", example.Line.Values)}");
        }
    }

    /// <summary>Learns from all parts but one and asks that one, part by part; conversations stay whole.</summary>
    public static void Validate(Examples examples, int folds)
    {
        var fold = examples.All.Select(example => (int)(Hash(example.Line.Group) % (uint)folds)).ToArray();
        var outcomes = new Outcome[fold.Length];
        for (var held = 0; held < folds; held++)
        {
            var trainer = Trainer.Learn(examples, [.. examples.All.Where((_, at) => fold[at] != held)]);
            for (var i = 0; i < fold.Length; i++)
            {
                outcomes[i] = fold[i] == held ? Likeliest(examples.All[i], trainer.Likelihoods(examples.All[i])) : outcomes[i];
            }
        }

        foreach (var outcome in outcomes.Where(outcome => outcome.HasResult && !outcome.Best.IsRight))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  wrong: {outcome.Example.Line.Id} {outcome.Example.Line.Question} = {string.Join("; ", outcome.Example.Line.Values)}, read as {outcome.Best.Text} = {outcome.Best.Value:0.####} ({outcome.Likelihood:0.00})"));
        }

        var patterns = examples.All.Where(example => example.Line.Values.Length > 0 && example.Pattern is not null).ToArray();
        Console.WriteLine($"patterns alone: right {patterns.Count(IsRightByPattern)}, wrong {patterns.Count(example => !IsRightByPattern(example))}");
        foreach (var threshold in (ReadOnlySpan<double>)[0, 0.3, 0.4, 0.5, 0.7])
        {
            var said = outcomes.Where(outcome => outcome.Says(threshold)).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"readings from likelihood {threshold:0.0} on: right {said.Count(outcome => outcome.Best.IsRight)}, wrong {said.Count(outcome => outcome.HasResult && !outcome.Best.IsRight)} of {outcomes.Count(outcome => outcome.HasResult)}; {said.Count(outcome => !outcome.HasResult)} of {outcomes.Count(outcome => !outcome.HasResult)} that ask for none"));
        }
    }

    private static bool IsRightByPattern(Example example) =>
        example.Candidates.Exists(candidate => candidate.IsRight && Math.Abs(candidate.Value - example.Pattern!.Value) <= Math.Abs(candidate.Value) * 1e-6);

    /// <summary>The likeliest result: readings that come to one number count together.</summary>
    private static Outcome Likeliest(Example example, double[] likelihoods)
    {
        var (best, likelihood) = example.Candidates.Select((candidate, at) => (candidate, likelihood: likelihoods[at]))
            .GroupBy(pair => double.IsNaN(pair.candidate.Value) ? "none" : pair.candidate.Value.ToString("G9", CultureInfo.InvariantCulture))
            .Select(group => (group.MaxBy(pair => pair.likelihood).candidate, Likelihood: group.Sum(pair => pair.likelihood)))
            .MaxBy(group => group.Likelihood);
        return new Outcome(example, best, likelihood);
    }

    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
