using ChannelBot.Core.Answers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>A function call by which the answer came about.</summary>
/// <param name="Function">"figures_find".</param>
/// <param name="Words">In its arguments; null where they do not matter.</param>
public sealed record PlanExpectation(string Text, ScriptPlace? Place, string Function, string? Words) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("calls", "expect calls figures_find \"name: letters\"", "The plan calls that function, with these words in its arguments; the words may be left out.", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        if (!turn.Plan.Any(IsMetBy))
        {
            yield return Unmet(
                $"a call of {Function}{(Words is null ? "" : $" with “{Words}”")}",
                turn.Plan.Count is 0 ? Observed.NoPlan : string.Join("; ", turn.Plan));
        }
    }

    private static PlanExpectation Read(ExpectationCursor cursor)
    {
        var function = cursor.Word() is { Length: > 0 } name ? name : throw cursor.Wrong("a function's name, as in calls figures_find");
        return new PlanExpectation(cursor.Text, cursor.Place, function, cursor.IsAtEnd ? null : cursor.Quoted());
    }

    private bool IsMetBy(PlanStep call) =>
        string.Equals(call.Function, Function, StringComparison.OrdinalIgnoreCase)
        && (Words is null || call.ArgumentText.Contains(Words, StringComparison.OrdinalIgnoreCase));
}
