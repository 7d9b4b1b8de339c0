using System.Text.Json.Serialization;
using ChannelBot.Core.Answers;
using ChannelBot.Planner.LanguageModels;

namespace ChannelBot.Cli.Evaluation;

/// <summary>What an evaluation found, counted.</summary>
/// <param name="Kinds">Each kind that was asked, in the order of <see cref="QuestionKind"/>.</param>
/// <param name="Citations">Over answer, compute and correct questions.</param>
/// <param name="Model">What a language model did and cost; null where none was asked.</param>
internal sealed record Scores(
    int Questions,
    int Right,
    IReadOnlyDictionary<string, KindScore> Kinds,
    CitationScore Citations,
    AbstentionScore Answerable,
    Latency LatencyMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ModelScore? Model = null)
{
    public double Share => Questions is 0 ? 0 : (double)Right / Questions;

    public static Scores Of(IReadOnlyCollection<AskedQuestion> asked) => new(
        asked.Count,
        asked.Count(question => question.IsRight),
        Enum.GetValues<QuestionKind>()
            .Select(kind => (Name: kind.ToString().ToLowerInvariant(), Asked: asked.Where(question => question.Expected.Kind == kind).ToArray()))
            .Where(kind => kind.Asked.Length > 0)
            .ToDictionary(kind => kind.Name, kind => new KindScore(kind.Asked.Length, kind.Asked.Count(question => question.IsRight))),
        CitationsOf(asked),
        AbstentionsOf(asked),
        Latency.Of(asked.Select(question => question.Elapsed)),
        ModelScore.Of([.. asked.Select(question => question.Model).OfType<ModelUse>()]));

    private static CitationScore CitationsOf(IEnumerable<AskedQuestion> asked)
    {
        var (all, inEvidence) = (0, 0);
        foreach (var question in asked.Where(question => question.Expected.IsHeldToEvidence && question.Answer is not null))
        {
            foreach (var citation in question.Answer!.AllCitations())
            {
                all++;
                inEvidence += question.Expected.Evidence.Contains(citation.Paragraph) ? 1 : 0;
            }
        }

        return new CitationScore(all, inEvidence);
    }

    private static AbstentionScore AbstentionsOf(IEnumerable<AskedQuestion> asked)
    {
        var answerable = asked.Where(question => question.Expected.IsAnswerable).ToArray();
        return new AbstentionScore(
            answerable.Length, answerable.Count(question => question.Answer is null || Rule.IsAbstention(question.Answer.Outcome)));
    }
}

internal sealed record KindScore(int Questions, int Right);

internal sealed record CitationScore(int Count, int InEvidence)
{
    public double Precision => Count is 0 ? 1 : (double)InEvidence / Count;
}

internal sealed record AbstentionScore(int Questions, int Abstained)
{
    public double Share => Questions is 0 ? 0 : (double)Abstained / Questions;
}

/// <summary>What a language model did for the questions it was asked.</summary>
/// <param name="Asked">How many it was asked; the others were decided before.</param>
/// <param name="Answered">How many of its answers were sent, those among them that it mended included.</param>
/// <param name="Refused">How often the guards, or the form, refused an answer twice.</param>
/// <param name="Failed">How often it gave none.</param>
/// <param name="Problems">What was wrong, by kind.</param>
internal sealed record ModelScore(
    int Asked, int Answered, int Mended, int Refused, int Failed, long InputTokens, long OutputTokens, IReadOnlyDictionary<string, int> Problems)
{
    public static ModelScore? Of(IReadOnlyCollection<ModelUse> uses) => uses.Count is 0 ? null : new ModelScore(
        uses.Count,
        uses.Count(use => use.End is ModelEnd.Answered or ModelEnd.Repaired),
        uses.Count(use => use.End is ModelEnd.Repaired),
        uses.Count(use => use.End is ModelEnd.Refused),
        uses.Count(use => use.End is ModelEnd.Failed),
        uses.Sum(use => use.InputTokens),
        uses.Sum(use => use.OutputTokens),
        uses.SelectMany(use => use.Problems).GroupBy(problem => problem.Kind, StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.Count()));
}

/// <summary>How long an answer takes, in milliseconds.</summary>
internal sealed record Latency(double Mean, double P50, double P95, double P99, double Max)
{
    public static Latency Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToArray();
        return sorted is []
            ? new Latency(0, 0, 0, 0, 0)
            : new Latency(sorted.Average(), At(0.50), At(0.95), At(0.99), sorted[^1]);

        // Nearest rank: the smallest time that the given share of the answers did not exceed.
        double At(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
