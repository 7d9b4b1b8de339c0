namespace ChannelBot.Core.Retrieval;

/// <summary>What is measured of a sentence against a question, in the order of the weights.</summary>
internal enum RankingFeature
{
    /// <summary>BM25 of the ordinary words, of the names, of the numbers.</summary>
    Words,
    Names,
    Numbers,

    /// <summary>Which share of the question's meaning the sentence has.</summary>
    Coverage,

    /// <summary>Which share only the sentence before or after it has: "He" and "the plan" point there.</summary>
    OnlyBefore,
    OnlyAfter,

    /// <summary>The share that only the sentence before has, where this one begins with a word like "they" or "this".</summary>
    RefersBefore,

    /// <summary>The share that stands only further before: a paragraph names its subject, then goes on about it.</summary>
    Earlier,

    /// <summary>Pairs of words that follow each other in both, with and without a word like "of".</summary>
    LoosePairs,
    ContentPairs,

    /// <summary>Whether it has a number, date or name that the question has not, where one is asked for.</summary>
    HasNumber,
    HasDate,
    HasPerson,
    HasPlace,

    /// <summary>Whether it names a thing of the kind asked for: "which country".</summary>
    HasKind,

    /// <summary>Words that mean the same, and words of the same root.</summary>
    Synonyms,
    SameRoot,

    /// <summary>How rare the question's words are that its paragraph has, and which share of the question they are.</summary>
    ParagraphRarity,
    ParagraphCoverage,

    /// <summary>Whether it opens its paragraph, and so says what the paragraph is about.</summary>
    Opens,

    /// <summary>Which share of the question its article is about: words rare among articles and frequent in this one.</summary>
    Article,
}

/// <summary>What each feature is worth.</summary>
/// <remarks>Learnt by a conditional logit over published questions with their sentences, and rounded; the same weights serve one paragraph and
/// ten thousand articles.</remarks>
internal static class RankingWeights
{
    public static readonly int Count = Enum.GetValues<RankingFeature>().Length;

    private static readonly float[] Weights =
    [
        0.25f, 0.1f, 0.1f,
        4f,
        2.5f, 2f,
        1.5f, 2f,
        0.25f, 0.4f,
        2f, 3f, 2.3f, 1.2f,
        0.7f,
        0.2f, 0.4f,
        0.4f, 2.5f,
        0.4f,
        7f,
    ];

    public static double Score(ReadOnlySpan<float> features)
    {
        var score = 0f;
        for (var i = 0; i < features.Length; i++)
        {
            score += features[i] * Weights[i];
        }

        return score;
    }

    /// <summary>How likely the sentence's paragraph answers at all: which share of the question it has.</summary>
    public static double Confidence(ReadOnlySpan<float> features)
    {
        var evidence = (3 * features[(int)RankingFeature.Coverage]) + (3 * features[(int)RankingFeature.ParagraphCoverage]);
        return 1 / (1 + Math.Exp(3 - evidence));
    }
}
