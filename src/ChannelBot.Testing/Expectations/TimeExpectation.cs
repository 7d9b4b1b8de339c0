using System.Globalization;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>How long the bot may take, from sending to its last reply.</summary>
public sealed record TimeExpectation(string Text, ScriptPlace? Place, TimeSpan Limit) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("within", "expect within 500 ms", "The last reply comes within this time, in ms or s.", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        if (turn.Elapsed > Limit)
        {
            yield return Unmet($"at most {Milliseconds(Limit)}", Milliseconds(turn.Elapsed));
        }
    }

    private static TimeExpectation Read(ExpectationCursor cursor)
    {
        const string Expected = "a time, as in 500 ms or 2 s";
        var isNumber = double.TryParse(cursor.Word(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        var limit = !isNumber || number > TimeSpan.SecondsPerDay ? throw cursor.Wrong(Expected, "within ".Length)
            : cursor.Take("ms") ? TimeSpan.FromMilliseconds(number)
            : cursor.Take("s") ? TimeSpan.FromSeconds(number)
            : throw cursor.Wrong("ms or s");
        return new TimeExpectation(cursor.Text, cursor.Place, limit);
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:#,0.#} ms");
}
