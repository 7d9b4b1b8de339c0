using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Results;

/// <summary>Holds what a bot did in a turn against what the script says.</summary>
public static class TurnCheck
{
    private const string NoMessage = "no message";

    /// <param name="rules">Which fields of literal replies count.</param>
    /// <returns>All that does not hold: first the literal lines, then the expectations, in the order of the script.</returns>
    public static IReadOnlyList<Failure> Of(ScriptTurn turn, TurnObservation observation, ComparisonRules? rules = null)
    {
        var isSilent = observation.Messages.Count is 0;
        Failure[] failures =
        [
            .. ReplyComparison.Compare(turn, observation, rules ?? ComparisonRules.Default).Select(WithDiff),
            .. turn.Expectations.SelectMany(expectation => expectation.Check(observation)).Select(failure => isSilent && observation.Answer is null ? failure with { Actual = NoMessage } : failure),
        ];
        return failures is [] && isSilent && turn.Activity.IsType(ActivityTypes.Message) && turn.AwaitedMessages > 0
            ? [new Failure { Expectation = "a reply", Place = turn.Place, Expected = "a message, or > expect count messages 0", Actual = NoMessage }]
            : failures;
    }

    /// <summary>Where a message came in the place of another, both are the bot's words.</summary>
    private static Failure WithDiff(Failure failure) =>
        failure is { Reply: not null, MessageIndex: not null } ? failure with { Diff = WordDiff.Of(failure.Expected, failure.Actual) } : failure;
}
