using ChannelBot.Core.Answers;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>What the embedded planner answers, and how well the places it cites cover the question.</summary>
/// <param name="Coverage">From 0 to 1; 1 where it needed no search.</param>
internal sealed record RulesAnswer(Answer Answer, double Coverage)
{
    public static RulesAnswer Of(Answer answer, TurnLedger ledger)
    {
        var cited = answer.AllCitations().Select(citation => citation.Sentence).ToHashSet(StringComparer.Ordinal);
        var searches = ledger.Returned.OfType<Found>().ToArray();
        return new RulesAnswer(answer, searches.Length == 0 ? 1 : searches
            .SelectMany(found => found.Hits).Where(hit => cited.Contains(hit.Passage.Sentence.Id)).Select(hit => (double)hit.Score).DefaultIfEmpty(0).Max());
    }
}

/// <summary>What the embedded planner has against a model's answer: it passes over what the article says, or over what it does not have.</summary>
internal static class RulesDoubt
{
    /// <summary>Below this the rules' answer is a guess, and a model that says nothing may well be right.</summary>
    private const double Surely = 0.6;

    public static IEnumerable<ModelProblem> Of(Answer answer, RulesAnswer rules)
    {
        if (answer.Outcome is Outcome.NotInArticle or Outcome.Clarify && IsClaim(rules.Answer.Outcome)
            && rules.Coverage >= Surely && rules.Answer.AllCitations() is [var first, ..])
        {
            yield return new ModelProblem("silence", $"does not answer, although the article does: look at [{first.Sentence}]");
        }

        if (IsClaim(answer.Outcome) && rules.Answer.Reason is { Code: "missing_entity" or "other_place" or "other_speaker", Missing: { Length: > 0 } missing }
            && !answer.Text.Contains(missing, StringComparison.OrdinalIgnoreCase))
        {
            yield return new ModelProblem("missing name", $"passes over “{missing}”, which was asked about and which the article does not have in this sense: say so");
        }
    }

    private static bool IsClaim(Outcome outcome) => outcome is Outcome.Answered or Outcome.Computed or Outcome.Corrected;
}
