namespace Readings;

/// <summary>Learns weights so that the right readings of a request are the likely ones: a log-linear model over all readings of a request, where
/// every reading that comes to the wanted number counts as right (AdaGrad on the marginal likelihood, with an L2 penalty).</summary>
internal sealed class Trainer
{
    /// <summary>So many features are written down.</summary>
    private const int Most = 30_000;

    private const double Penalty = 0.001, Rate = 0.08;

    private const int Rounds = 10;

    /// <summary>After so many rounds, wrong readings that are hardly likely are left out of the rounds that follow.</summary>
    private const int Whole = 2;

    private const double Least = 1e-5;

    private readonly HashSet<int>? _kept;

    private Trainer(int features, HashSet<int>? kept)
    {
        Weights = new float[features];
        _kept = kept;
    }

    public float[] Weights { get; }

    /// <summary>Learns from all examples, or from some. Most features say next to nothing: those that say most are learnt again by themselves.</summary>
    public static Trainer Learn(Examples examples, IReadOnlyList<Example>? some = null)
    {
        var count = examples.Names.Count;
        var first = new Trainer(count, null);
        first.Learn(some ?? examples.All);
        var counts = examples.Counts();
        var kept = Enumerable.Range(0, count).OrderByDescending(at => Math.Abs(first.Weights[at]) * Math.Sqrt(counts[at])).Take(Most).ToHashSet();
        var trainer = new Trainer(count, kept);
        trainer.Learn(some ?? examples.All);
        return trainer;
    }

    private void Learn(IReadOnlyList<Example> examples)
    {
        var features = Weights.Length;
        var squares = new double[features];
        var touched = new int[features];
        var gradient = new double[features];
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Count).Where(at => examples[at].Candidates.Exists(candidate => candidate.IsRight)).ToArray();
        var sums = new double[features];
        var inPlay = order.ToDictionary(at => at, at => examples[at].Candidates);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var example = examples[at];
                var candidates = inPlay[at];
                var scores = Scores(example.Groups, candidates);
                var all = Shares(scores, null);
                var right = Shares(scores, [.. candidates.Select(candidate => candidate.IsRight)]);
                var used = new List<int>();
                var groups = new double[example.Groups.Count];
                for (var c = 0; c < scores.Length; c++)
                {
                    var delta = right[c] - all[c];
                    if (Math.Abs(delta) < 1e-6)
                    {
                        continue;
                    }

                    foreach (var group in candidates[c].Groups)
                    {
                        groups[group] += delta;
                    }

                    Spread(candidates[c].Own, delta);
                }

                for (var g = 0; g < groups.Length; g++)
                {
                    if (groups[g] != 0)
                    {
                        Spread(example.Groups[g], groups[g]);
                    }
                }

                if (round == Whole)
                {
                    inPlay[at] = [.. candidates.Where((candidate, c) => candidate.IsRight || all[c] > Least)];
                }

                foreach (var feature in used)
                {
                    var slope = gradient[feature] - (Penalty * Weights[feature]);
                    gradient[feature] = 0;
                    touched[feature] = 0;
                    squares[feature] += slope * slope;
                    Weights[feature] += (float)(Rate * slope / Math.Sqrt(squares[feature] + 1e-8));
                }

                void Spread(int[] group, double delta)
                {
                    foreach (var feature in group)
                    {
                        if (feature < 0 || _kept?.Contains(feature) == false)
                        {
                            continue;
                        }

                        if (touched[feature] == 0)
                        {
                            touched[feature] = 1;
                            used.Add(feature);
                        }

                        gradient[feature] += delta;
                    }
                }
            }

            for (var feature = 0; feature < features; feature++)
            {
                sums[feature] += round >= Rounds / 2 ? Weights[feature] : 0;
            }
        }

        // The mean of the later rounds wavers less than the last one.
        for (var feature = 0; feature < features; feature++)
        {
            Weights[feature] = (float)(sums[feature] / (Rounds - (Rounds / 2)));
        }
    }

    /// <summary>How likely each reading is.</summary>
    public double[] Likelihoods(Example example) => Shares(Scores(example.Groups, example.Candidates), null);

    private double[] Scores(List<int[]> ofGroups, List<Candidate> candidates)
    {
        var groups = new double[ofGroups.Count];
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g] = Sum(ofGroups[g]);
        }

        var scores = new double[candidates.Count];
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = Sum(candidates[c].Own);
            foreach (var group in candidates[c].Groups)
            {
                scores[c] += groups[group];
            }
        }

        return scores;
    }

    private double Sum(int[] features)
    {
        double sum = 0;
        foreach (var feature in features)
        {
            sum += feature < 0 ? 0 : Weights[feature];
        }

        return sum;
    }

    private static double[] Shares(double[] scores, bool[]? among)
    {
        var most = double.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
        {
            most = among is null || among[i] ? Math.Max(most, scores[i]) : most;
        }

        var shares = new double[scores.Length];
        double sum = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            shares[i] = among is null || among[i] ? Math.Exp(scores[i] - most) : 0;
            sum += shares[i];
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }
}
