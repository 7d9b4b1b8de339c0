namespace ChannelBot.Core.Evidence;

/// <summary>Tells which of several things a question is about, having seen questions about each: naive Bayes.</summary>
/// <remarks>Complement naive Bayes with tf-idf (Rennie et al., "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 2003): counts
/// of what the other classes have steady those of classes with few examples. It is learnt from counts alone, so that it costs no training.</remarks>
internal sealed class QuestionClassifier
{
    /// <summary>Added to every count. With less, a word that one class has but once decides; 0.15 to 0.3 serve equally well.</summary>
    private const double Smoothing = 0.3;

    /// <summary>Words of a question are not independent, so sums of their weights are too sure of themselves: this brings likelihoods near the share that is right.</summary>
    private const float Temperature = 2.5f;

    private readonly float[][] _weights;
    private readonly int _classes;

    /// <param name="examples">For each the class and its features, each once.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    public QuestionClassifier(IReadOnlyList<(int Class, int[] Features)> examples, int features, int classes)
    {
        _classes = classes;
        var counts = new double[features][];
        var holders = new int[features];
        foreach (var (of, has) in examples)
        {
            foreach (var feature in has)
            {
                (counts[feature] ??= new double[classes])[of]++;
                holders[feature]++;
            }
        }

        var perClass = new double[classes];
        for (var feature = 0; feature < features; feature++)
        {
            var rarity = Math.Log((double)examples.Count / holders[feature]);
            for (var c = 0; c < classes; c++)
            {
                perClass[c] += counts[feature][c] *= rarity;
            }
        }

        _weights = new float[features][];
        var all = perClass.Sum();
        var smoothed = Smoothing * features;
        for (var feature = 0; feature < features; feature++)
        {
            _weights[feature] = Weights(counts[feature]);
        }

        float[] Weights(double[] count)
        {
            var sum = count.Sum();
            var weights = new float[classes];
            for (var c = 0; c < classes; c++)
            {
                weights[c] = (float)Math.Log(
                    (count[c] + Smoothing) * (all - perClass[c] + smoothed) / ((perClass[c] + smoothed) * (sum - count[c] + Smoothing)));
            }

            return weights;
        }
    }

    /// <summary>How likely each class is, all together 1, for a question with these features.</summary>
    /// <param name="features">Each with how much it counts, 1 for a word of the question itself.</param>
    public float[] Likelihoods(IReadOnlyList<(int Feature, float Share)> features)
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
}
