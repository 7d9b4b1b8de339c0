using System.Text.Json;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>What kind of reply it is, and why it is no plain answer.</summary>
/// <param name="Accepted">Any of these will do.</param>
/// <param name="Reason">Code of the reason, such as "other_period"; null where it does not matter.</param>
public sealed record OutcomeExpectation(string Text, ScriptPlace? Place, IReadOnlyList<Outcome> Accepted, string? Reason) : Expectation(Text, Place)
{
    private static readonly Dictionary<string, Outcome> Outcomes =
        Enum.GetValues<Outcome>().ToDictionary(outcome => NameOf(outcome).Replace('_', ' '), StringComparer.OrdinalIgnoreCase);

    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("outcome", "expect outcome answered or computed", $"The answer's outcome: {string.Join(", ", Outcomes.Values.Select(NameOf))}; \"because\" and a code add the reason.", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        if (turn.Answer is not { } answer)
        {
            yield return Unmet(Wanted, Observed.NoRecord);
            yield break;
        }

        if (!Accepted.Contains(answer.Outcome) || (Reason is not null && answer.Reason?.Code != Reason))
        {
            yield return Unmet(Wanted, $"outcome {NameOf(answer.Outcome)}{(answer.Reason is { } reason ? $" because {reason.Code}" : "")}");
        }
    }

    private string Wanted => $"outcome {string.Join(" or ", Accepted.Select(NameOf))}{(Reason is null ? "" : $" because {Reason}")}";

    private static OutcomeExpectation Read(ExpectationCursor cursor)
    {
        var accepted = new List<Outcome>();
        do
        {
            accepted.Add(ReadOutcome(cursor));
        }
        while (cursor.Take("or"));

        var reason = cursor.Take("because") ? cursor.Rest("the code of a reason, such as other_period") : null;
        return new OutcomeExpectation(cursor.Text, cursor.Place, accepted, reason?.Replace(' ', '_'));
    }

    /// <summary>"not in article" may be written with spaces.</summary>
    private static Outcome ReadOutcome(ExpectationCursor cursor)
    {
        foreach (var (name, outcome) in Outcomes)
        {
            if (cursor.Take(NameOf(outcome)) || (name.Contains(' ', StringComparison.Ordinal) && cursor.TakeAll(name.Split(' '))))
            {
                return outcome;
            }
        }

        throw cursor.Wrong($"an outcome: {string.Join(", ", Outcomes.Values.Select(NameOf))}");
    }

    internal static string NameOf(Outcome outcome) => JsonSerializer.SerializeToElement(outcome, AnswerJsonContext.Default.Outcome).GetString()!;
}
