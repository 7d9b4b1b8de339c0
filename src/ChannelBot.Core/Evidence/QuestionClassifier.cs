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
    private const float Smoothing = 0.5f;

    /// <summary>Words of a question are not independent, so sums of their weights are too sure of themselves: this brings likelihoods near the share that is right.</summary>
    private const float Temperature = 3;

    /// <summary>By so much a question's own class is to be ahead; how far one correction goes at first; how often all questions are gone through.</summary>
    private const float Margin = 15;
    private const float Step = 0.3f;
    private const int Rounds = 3;

    /// <summary>A prime, so that questions of one class do not come one after the other.</summary>
    private const int Stride = 7919;

    /// <summary>What one feature says of a class is its own share, kept where the class has it, and what it says of all the others, which
    /// tells none from another and is left out, and this, for each feature alike.</summary>
    private readonly float[] _priors;
    private readonly ClassWeights[] _weights;

    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    public QuestionClassifier(IReadOnlyList<Example> examples, int features, int classes)
    {
        _weights = new ClassWeights[features];
        _priors = new float[classes];
        Count(examples);
        Correct([.. examples.Where(example => example.IsQuestion && example.Features.Length > 0)]);
    }

    /// <summary>How likely each class is, all together 1, for a question with these features.</summary>
    /// <param name="features">Each with how much it counts, 1 for a word of the question itself.</param>
    public float[] Likelihoods(List<WeightedFeature> features)
    {
        var scores = new float[_priors.Length];
        var shares = 0f;
        foreach (var (feature, share) in features)
        {
            _weights[feature].AddTo(scores, share);
            shares += share;
        }

        var best = float.NegativeInfinity;
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] += _priors[c] * shares;
            best = Math.Max(best, scores[c]);
        }

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

    private void Count(IReadOnlyList<Example> examples)
    {
        var holders = new int[_weights.Length];
        foreach (var example in examples)
        {
            foreach (var feature in example.Features)
            {
                (_weights[feature] ??= new ClassWeights()).Add(example.Class, 1);
                holders[feature]++;
            }
        }

        var perClass = new float[_priors.Length];
        for (var feature = 0; feature < _weights.Length; feature++)
        {
            var rarity = MathF.Log((float)examples.Count / holders[feature]);
            _weights[feature].Change(count => count * rarity);
            _weights[feature].AddTo(perClass, 1);
        }

        var all = perClass.Sum();
        var smoothed = Smoothing * _weights.Length;
        for (var c = 0; c < _priors.Length; c++)
        {
            _priors[c] = MathF.Log((all - perClass[c] + smoothed) / (perClass[c] + smoothed));
        }

        foreach (var of in _weights)
        {
            var sum = of.Sum;
            var none = MathF.Log(Smoothing / (sum + Smoothing));
            of.Change(count => MathF.Log((count + Smoothing) / (sum - count + Smoothing)) - none);
        }
    }

    private void Correct(Example[] questions)
    {
        var scores = new float[_priors.Length];
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
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = _priors[c] * question.Features.Length;
        }

        foreach (var feature in question.Features)
        {
            _weights[feature].AddTo(scores, 1);
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
            _weights[feature].Add(question.Class, change);
            _weights[feature].Add(rival, -change);
        }
    }
}
