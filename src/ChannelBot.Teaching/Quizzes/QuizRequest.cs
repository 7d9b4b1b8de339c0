namespace ChannelBot.Teaching.Quizzes;

/// <summary>What quiz is wanted.</summary>
public sealed record QuizRequest
{
    public const int UsualCount = 8;

    public const int MostQuestions = 100;

    public int Seed { get; init; } = 1;

    /// <summary>How many questions; null for <see cref="UsualCount"/>, or fewer where the article gives no more.</summary>
    public int? Count { get; init; }

    public QuizLevel Level { get; init; } = QuizLevel.Medium;

    /// <summary>Kinds to ask; empty for all.</summary>
    public IReadOnlyList<QuizKind> Kinds { get; init; } = [];

    /// <summary>Ids of the facts, figures, quotes, statements or sentences to ask about; empty for all that people confirmed, or that the builder is sure of.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];
}
