using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Results;

/// <summary>One thing that did not hold.</summary>
public sealed record Failure
{
    /// <summary>What was demanded, as the script has it: "expect outcome computed", or "bot line".</summary>
    public required string Expectation { get; init; }

    /// <summary>Where it is demanded; null for a demand made in code.</summary>
    public ScriptPlace? Place { get; init; }

    /// <summary>What was expected, in words or literally.</summary>
    public required string Expected { get; init; }

    /// <summary>What came instead.</summary>
    public required string Actual { get; init; }

    /// <summary>The difference word by word, for a literal line; else empty.</summary>
    public IReadOnlyList<DiffPiece> Diff { get; init; } = [];

    /// <summary>The literal reply of the script that did not come, so that it can be proposed anew; null for all else.</summary>
    public ExpectedReply? Reply { get; init; }

    /// <summary>Which of the turn's messages came in its place; null where none did.</summary>
    public int? MessageIndex { get; init; }
}
