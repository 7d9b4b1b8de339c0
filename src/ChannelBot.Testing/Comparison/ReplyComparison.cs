using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Comparison;

/// <summary>Compares the literal replies of a script with those that came, one by one.</summary>
public static class ReplyComparison
{
    /// <summary>What is said on the way to an answer, or stays inside the bot.</summary>
    private static readonly string[] Passing = [ActivityTypes.Typing, ActivityTypes.Trace, ActivityTypes.Delay, ActivityTypes.InvokeResponse];

    /// <returns>Empty where the script leaves the words open, or where all of its replies came and no other did.</returns>
    public static IReadOnlyList<Failure> Compare(ScriptTurn turn, TurnObservation observation, ComparisonRules rules)
    {
        if (turn.Replies.Count is 0 && !turn.IsExact)
        {
            return [];
        }

        var failures = new List<Failure>();
        var wanted = turn.Replies.Where(reply => IsSaid(reply.Activity)).ToArray();
        var hasOthers = turn.IsExact || wanted.Any(reply => !reply.Activity.IsType(ActivityTypes.Message));
        var came = observation.Replies.Where(reply => hasOthers ? IsSaid(reply) : reply.IsType(ActivityTypes.Message)).ToArray();
        var fields = new FieldComparison(rules, turn.IsExact);
        for (var index = 0; index < Math.Max(wanted.Length, came.Length); index++)
        {
            var (expected, actual) = (wanted.ElementAtOrDefault(index), came.ElementAtOrDefault(index));
            var place = expected?.Place ?? turn.Place;
            if (expected is null || actual is null || !IsSameText(expected.Activity.Text, actual.Text, fields))
            {
                failures.Add(new Failure
                {
                    Expectation = "bot line",
                    Place = place,
                    Expected = expected is null ? "no further message" : expected.Activity.Text ?? expected.Activity.Type,
                    Actual = actual is null ? "no message" : actual.Text ?? actual.Type,
                    Reply = expected,
                    MessageIndex = actual is null ? null : observation.Messages.ToList().IndexOf(actual) is >= 0 and var at ? at : null,
                });
            }

            if (expected is not null && actual is not null)
            {
                failures.AddRange(fields.Compare(expected.Activity, actual).Select(difference => new Failure
                {
                    Expectation = $"bot line: {difference.Path}",
                    Place = place,
                    Expected = difference.Expected ?? "nothing",
                    Actual = difference.Actual ?? "nothing",
                }));
            }
        }

        return failures;
    }

    private static bool IsSaid(Activity activity) => !Passing.Any(activity.IsType);

    private static bool IsSameText(string? expected, string? actual, FieldComparison fields) =>
        fields.Ignores("text") || Wildcard.Matches(expected ?? "", actual ?? "");
}
