namespace ChannelBot.Cli.Evaluation;

/// <summary>What a question of a question file is there to try.</summary>
internal enum QuestionKind
{
    Answer,
    Compute,
    Correct,
    Abstain,
    Opinion,
    Safe,
    Social,
}

/// <summary>A question with what a right answer looks like.</summary>
/// <param name="Group">The conversation it belongs to; null for one of its own.</param>
/// <param name="Gold">A reference answer, for people.</param>
/// <param name="Must">All of these hold.</param>
/// <param name="MustAny">Of each list at least one holds.</param>
/// <param name="MustNot">None of these holds.</param>
/// <param name="Evidence">Paragraphs of the article, from 1.</param>
internal sealed record ExpectedAnswer(
    string Id,
    QuestionKind Kind,
    string? Group,
    int? Turn,
    string Question,
    string Gold,
    IReadOnlyList<Rule> Must,
    IReadOnlyList<IReadOnlyList<Rule>> MustAny,
    IReadOnlyList<Rule> MustNot,
    IReadOnlyList<int> Evidence)
{
    /// <summary>The answer stands in the article or follows from it, and nothing says that abstaining is right as well.</summary>
    public bool IsAnswerable => Kind is QuestionKind.Answer or QuestionKind.Compute && !MayAbstain;

    /// <summary>A list holds <c>@abstains</c>: then an abstaining outcome fits whatever the kind.</summary>
    public bool MayAbstain => Must.Concat(MustAny.SelectMany(any => any)).Any(rule => rule.IsAbstains);

    /// <summary>Kinds whose citations are held against the evidence.</summary>
    public bool IsHeldToEvidence => Evidence.Count > 0 && Kind is QuestionKind.Answer or QuestionKind.Compute or QuestionKind.Correct;
}
