using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>Something that must hold of the bot's reply to a turn.</summary>
/// <param name="Text">As the script has it, without the mark and the word "expect": "number about 57 percent".</param>
/// <param name="Place">Where it stands; for one made in code, null.</param>
public abstract record Expectation(string Text, ScriptPlace? Place)
{
    /// <summary>What does not hold of <paramref name="turn"/>; empty where all does.</summary>
    public abstract IEnumerable<Failure> Check(TurnObservation turn);

    /// <summary>This expectation is not met.</summary>
    /// <param name="expected">In words, for a person.</param>
    /// <param name="actual">What came instead.</param>
    protected Failure Unmet(string expected, string actual) => new() { Expectation = $"expect {Text}", Place = Place, Expected = expected, Actual = actual };
}
