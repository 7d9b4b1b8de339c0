using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Results;

/// <summary>How a script went.</summary>
public enum ScriptOutcome
{
    Passed,

    /// <summary>The bot said something else than the script wants.</summary>
    Failed,

    /// <summary>The script could not be read, or the bot not be asked.</summary>
    Broken,

    /// <summary>The script is for a channel on which the bot is not.</summary>
    Skipped,
}

/// <summary>One run of one script.</summary>
public sealed record ScriptResult
{
    /// <summary>Null where the file could not be read.</summary>
    public Script? Script { get; init; }

    /// <summary>The script's, or the file's where there is none.</summary>
    public required string Name { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Which paraphrase was asked; null for the script as written.</summary>
    public Paraphrase? Paraphrase { get; init; }

    /// <summary>Counted from 1, where a script is run several times.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The turns that were run: all, unless the bot could not be asked.</summary>
    public IReadOnlyList<TurnResult> Turns { get; init; } = [];

    /// <summary>Why the script could not be read or run to its end, in sentences for a person; null where it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Why the script was left out, whatever the bot would have said; null where it was not.</summary>
    public string? Skipped { get; init; }

    public TimeSpan Elapsed { get; init; }

    public ScriptOutcome Outcome =>
        Skipped is not null ? ScriptOutcome.Skipped
        : Problem is not null ? ScriptOutcome.Broken
        : Turns.All(turn => turn.Passed) ? ScriptOutcome.Passed : ScriptOutcome.Failed;
}

/// <summary>One turn of a run.</summary>
/// <param name="Said">The user's words as they were sent; for an activity without words, its type.</param>
/// <param name="Failures">Empty where all holds.</param>
public sealed record TurnResult(ScriptTurn Turn, string Said, TurnObservation Observation, IReadOnlyList<Failure> Failures)
{
    public bool Passed => Failures.Count is 0;
}
