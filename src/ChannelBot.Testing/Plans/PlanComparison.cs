using System.Globalization;
using ChannelBot.Testing.Comparison;

namespace ChannelBot.Testing.Plans;

/// <summary>A turn whose plan is another, or whose calls return something else.</summary>
/// <param name="Where">"arrivals, 2: “How many of them since the election?”".</param>
/// <param name="Diff">Of the calls, a line each, with what they returned below.</param>
public sealed record PlanDifference(string Where, IReadOnlyList<DiffPiece> Diff);

/// <summary>Compares the plans of two runs of the same scripts.</summary>
public static class PlanComparison
{
    /// <returns>In the order of the new file; conversations and turns that only one of them has are differences.</returns>
    public static IReadOnlyList<PlanDifference> Compare(PlanFile old, PlanFile now)
    {
        var before = Turns(old).ToDictionary(turn => turn.Where, turn => Text(turn.Plan), StringComparer.Ordinal);
        var after = Turns(now).ToDictionary(turn => turn.Where, turn => Text(turn.Plan), StringComparer.Ordinal);
        return
        [
            .. after.Keys.Concat(before.Keys.Where(where => !after.ContainsKey(where)))
                .Select(where => (Where: where, Old: before.GetValueOrDefault(where, ""), Now: after.GetValueOrDefault(where, "")))
                .Where(turn => turn.Old != turn.Now)
                .Select(turn => new PlanDifference(turn.Where, WordDiff.Of(turn.Old, turn.Now))),
        ];
    }

    /// <summary>The turns of a file, each with its place.</summary>
    public static IEnumerable<(string Where, TurnPlan Plan)> Turns(PlanFile file) =>
        from conversation in file.Conversations
        from turn in conversation.Turns.Index()
        select (string.Create(
            CultureInfo.InvariantCulture,
            $"{conversation.Name}{(conversation.AskedAs is { } words ? $" asked as “{words}”" : "")}, {turn.Index + 1}: “{turn.Item.Said}”"), turn.Item);

    private static string Text(TurnPlan plan) =>
        plan.Calls.Count is 0 ? "no calls" : string.Join('\n', plan.Calls.Select(call => $"{call}\n  → {call.Result.ReplaceLineEndings("\n    ")}"));
}
