using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ChannelBot.Core.Evidence;

/// <summary>A question, or other words, known to be about a class.</summary>
/// <param name="Features">Each once.</param>
/// <param name="IsQuestion">What is no question only lends its words.</param>
internal sealed record Example(int Class, int[] Features, bool IsQuestion);

/// <summary>Tells which of several things a question is about, having seen questions about each.</summary>
/// <remarks>Complement naive Bayes with tf-idf (Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 2003): counts
/// of what the other classes have steady those of classes with few examples. Its weights are then corrected on the questions that they tell
/// by too little from those of another class, each time as little as will do (Crammer et al., "Online Passive-Aggressive Algorithms", 2006).</remarks>
internal sealed class QuestionClassifier
{
    /// <summary>Added to every count. With less, a word that one class has but once decides; 0.3 to 0.8 serve equally well.</summary>
    private const double Smoothing = 0.5;

    /// <summary>Words of a question are not independent, so sums of their weights are too sure of themselves: this brings likelihoods near the share that is right.</summary>
    private const float Temperature = 3;

    /// <summary>By so much a question's own class is to be ahead; how far one correction goes at first; how often all questions are gone through.</summary>
    private const float Margin = 15;
    private const float Step = 0.3f;
    private const int Rounds = 3;

    /// <summary>A prime, so that questions of one class do not come one after the other.</summary>
    private const int Stride = 7919;

    private readonly float[][] _weights;
    private readonly int _classes;

    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    public QuestionClassifier(IReadOnlyList<Example> examples, int features, int classes)
    {
        _classes = classes;
        _weights = Counted(examples, features, classes);
        Correct([.. examples.Where(example => example.IsQuestion && example.Features.Length > 0)]);
    }

    /// <summary>How likely each class is, all together 1, for a question with these features.</summary>
    /// <param name="features">Each with how much it counts, 1 for a word of the question itself.</param>
    public float[] Likelihoods(List<WeightedFeature> features)
    {
        var scores = new float[_classes];
        foreach (var (feature, share) in features)
        {
            var weights = _weights[feature];
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += weights[c] * share;
            }
        }

        var best = scores.Max();
        var sum = 0f;
        for (var c = 0; c < scores.Length; c++)
        {
            sum += scores[c] = MathF.Exp((scores[c] - best) / Temperature);
        }

        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] /= sum;
        }

        return scores;
    }

    private static float[][] Counted(IReadOnlyList<Example> examples, int features, int classes)
    {
        var counts = new float[features][];
        var holders = new int[features];
        foreach (var example in examples)
        {
            foreach (var feature in example.Features)
            {
                (counts[feature] ??= new float[classes])[example.Class]++;
                holders[feature]++;
            }
        }

        var perClass = new double[classes];
        for (var feature = 0; feature < features; feature++)
        {
            var rarity = (float)Math.Log((double)examples.Count / holders[feature]);
            for (var c = 0; c < classes; c++)
            {
                perClass[c] += counts[feature][c] *= rarity;
            }
        }

        var all = perClass.Sum();
        var smoothed = Smoothing * features;
        var prior = Array.ConvertAll(perClass, of => Math.Log((all - of + smoothed) / (of + smoothed)));
        foreach (var count in counts)
        {
            var sum = 0.0;
            foreach (var of in count)
            {
                sum += of;
            }

            // Most features are in few classes: what is the same for all the others is worked out once.
            var none = Math.Log(Smoothing / (sum + Smoothing));
            for (var c = 0; c < classes; c++)
            {
                count[c] = (float)(prior[c] + (count[c] == 0 ? none : Math.Log((count[c] + Smoothing) / (sum - count[c] + Smoothing))));
            }
        }

        return counts;
    }

    private void Correct(Example[] questions)
    {
        var scores = new float[_classes];
        for (var round = 1; round <= Rounds; round++)
        {
            for (var n = 0; n < questions.Length; n++)
            {
                Correct(questions[(int)((long)n * Stride % questions.Length)], Step / round, scores);
            }
        }
    }

    private void Correct(Example question, float step, float[] scores)
    {
        Array.Clear(scores);
        foreach (var feature in question.Features)
        {
            Add(_weights[feature], scores);
        }

        var own = scores[question.Class];
        scores[question.Class] = float.NegativeInfinity;
        var rival = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            rival = scores[c] > scores[rival] ? c : rival;
        }

        var lacking = Margin - (own - scores[rival]);
        if (lacking <= 0 || rival == question.Class)
        {
            return;
        }

        var change = Math.Min(4 * step, step * lacking / question.Features.Length);
        foreach (var feature in question.Features)
        {
            _weights[feature][question.Class] += change;
            _weights[feature][rival] -= change;
        }
    }

    /// <summary>Thousands of questions are gone through at every start, so four classes are added at a time.</summary>
    private static void Add(float[] weights, float[] scores)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(weights);
        ref var to = ref MemoryMarshal.GetArrayDataReference(scores);
        var c = 0;
        for (; c <= scores.Length - Vector128<float>.Count; c += Vector128<float>.Count)
        {
            (Vector128.LoadUnsafe(ref from, (nuint)c) + Vector128.LoadUnsafe(ref to, (nuint)c)).StoreUnsafe(ref to, (nuint)c);
        }

        for (; c < scores.Length; c++)
        {
            scores[c] += weights[c];
        }
    }
}
