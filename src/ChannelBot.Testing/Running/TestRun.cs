using ChannelBot.Testing.Results;

namespace ChannelBot.Testing.Running;

/// <summary>A run of scripts as a whole, for its reports.</summary>
/// <param name="Bot">Which bot was asked: "in process", or where.</param>
/// <param name="Results">In the order of the scripts; files that could not be read among them.</param>
public sealed record TestRun(string Bot, DateTimeOffset Started, TimeSpan Elapsed, IReadOnlyList<ScriptResult> Results)
{
    /// <summary>Conversations, by how they went.</summary>
    public int Count(ScriptOutcome outcome) => Results.Count(result => result.Outcome == outcome);

    public int Turns => Results.Sum(result => result.Turns.Count);

    /// <summary>Whether all holds that was held, and anything was.</summary>
    public bool HasPassed =>
        Results.All(result => result.Outcome is ScriptOutcome.Passed or ScriptOutcome.Skipped) && Results.Any(result => result.Outcome is ScriptOutcome.Passed);

    /// <summary>Files in the order in which they were named, each with its results.</summary>
    public IEnumerable<IGrouping<string, ScriptResult>> Files => Results.GroupBy(result => result.Path, StringComparer.Ordinal);

    /// <summary>Conversations that were held several times, and did not go the same way each time.</summary>
    public IReadOnlyList<FlakyScript> Flaky =>
    [
        .. Results.GroupBy(result => (result.Path, result.Name, result.Paraphrase?.Place.Line))
            .Where(attempts => attempts.Select(attempt => attempt.Outcome).Distinct().Count() > 1)
            .Select(attempts => new FlakyScript(attempts.First(), attempts.Count(attempt => attempt.Outcome is ScriptOutcome.Passed), attempts.Count())),
    ];
}

/// <summary>A script that passes sometimes.</summary>
public sealed record FlakyScript(ScriptResult First, int Passed, int Attempts);
