using System.Globalization;
using System.Text.RegularExpressions;
using ChannelBot.Cli.Asking;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli.Evaluation;

/// <summary>Holds an answer against what was expected, and says in words what is wrong with it.</summary>
internal static class Judge
{
    private const int MostWords = 110;
    private const int MostCitationsAPart = 3;

    /// <summary>Every fault; none means right.</summary>
    public static IReadOnlyList<string> FaultsOf(ExpectedAnswer expected, Answer answer) =>
    [
        .. RuleFaults(expected, answer),
        .. OutcomeFault(expected, answer),
        .. EvidenceFault(expected, answer),
        .. LengthFaults(answer),
    ];

    private static IEnumerable<string> RuleFaults(ExpectedAnswer expected, Answer answer)
    {
        foreach (var rule in expected.Must.Where(rule => !Holds(rule, answer, otherwise: false)))
        {
            yield return $"must match {rule.Text}";
        }

        foreach (var any in expected.MustAny.Where(any => !any.Any(rule => Holds(rule, answer, otherwise: false))))
        {
            yield return $"must match one of {string.Join("  or  ", any.Select(rule => rule.Text))}";
        }

        foreach (var rule in expected.MustNot.Where(rule => Holds(rule, answer, otherwise: true)))
        {
            yield return $"must not match {rule.Text}";
        }
    }

    /// <param name="otherwise">What counts where the expression gives no result in time: never in the answer's favour.</param>
    private static bool Holds(Rule rule, Answer answer, bool otherwise)
    {
        try
        {
            return rule.Holds(answer);
        }
        catch (RegexMatchTimeoutException)
        {
            return otherwise;
        }
    }

    private static IEnumerable<string> OutcomeFault(ExpectedAnswer expected, Answer answer)
    {
        var outcome = answer.Outcome;
        var fits = expected.Kind switch
        {
            QuestionKind.Answer or QuestionKind.Compute => outcome is Outcome.Answered or Outcome.Computed,
            QuestionKind.Abstain => Rule.IsAbstention(outcome),
            QuestionKind.Correct => outcome is Outcome.Corrected or Outcome.Answered or Outcome.Computed or Outcome.NotInArticle,
            QuestionKind.Opinion => outcome is Outcome.Declined or Outcome.Answered or Outcome.NotInArticle,
            _ => true,
        };
        if (!fits && !(expected.MayAbstain && Rule.IsAbstention(outcome)))
        {
            yield return $"the outcome {outcome.Name()} does not fit the kind {expected.Kind.ToString().ToLowerInvariant()}";
        }
    }

    private static IEnumerable<string> EvidenceFault(ExpectedAnswer expected, Answer answer)
    {
        if (expected.IsHeldToEvidence
            && answer.Outcome is not (Outcome.NotInArticle or Outcome.Declined)
            && !answer.AllCitations().Any(citation => expected.Evidence.Contains(citation.Paragraph)))
        {
            yield return $"no citation lies in the evidence, paragraph {string.Join(", ", expected.Evidence)}";
        }
    }

    private static IEnumerable<string> LengthFaults(Answer answer)
    {
        var words = answer.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > MostWords)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{words} words; at most {MostWords} are concise");
        }

        var parts = answer.Parts is { Count: > 0 } several ? several : [answer];
        var most = Math.Max(
            parts.Max(part => part.AllCitations().Count),
            (int)Math.Ceiling(answer.Citations.Count / (double)parts.Count));
        if (most > MostCitationsAPart)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{most} citations a part; at most {MostCitationsAPart} are concise");
        }
    }
}
