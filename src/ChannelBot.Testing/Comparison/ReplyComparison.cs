using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Comparison;

/// <summary>Compares the literal replies of a script with those that came, one by one.</summary>
public static class ReplyComparison
{
    /// <returns>Empty where the script has no literal replies, or where all of them came and no other message did.</returns>
    public static IReadOnlyList<Failure> Compare(ScriptTurn turn, TurnObservation observation, ComparisonRules rules)
    {
        var failures = new List<Failure>();
        var messages = observation.Messages;
        for (var index = 0; turn.Replies.Count > 0 && index < Math.Max(turn.Replies.Count, messages.Count); index++)
        {
            var expected = index < turn.Replies.Count ? turn.Replies[index] : null;
            var actual = index < messages.Count ? messages[index] : null;
            if (expected?.Activity.Text != actual?.Text)
            {
                failures.Add(new Failure
                {
                    Expectation = "bot line",
                    Place = expected?.Place ?? turn.Place,
                    Expected = expected is null ? "no further message" : expected.Activity.Text ?? "",
                    Actual = actual is null ? "no message" : actual.Text ?? "",
                    Reply = expected,
                    MessageIndex = actual is null ? null : index,
                });
            }
        }

        return failures;
    }
}
