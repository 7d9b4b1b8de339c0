using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;

namespace ChannelBot.Testing.Reports;

/// <summary>A run of scripts for build servers: a suite a file, a case a conversation.</summary>
public static class JUnitReport
{
    public static string Of(TestRun run) => JUnitXml.Of([.. run.Files.Select(file => new JUnitSuite(file.Key, [.. file.Select(Case)]))], run.Started);

    private static JUnitCase Case(ScriptResult result) => new(Path.GetDirectoryName(result.Path) is { Length: > 0 } folder ? folder : ".", NameOf(result), result.Elapsed)
    {
        Error = result.Problem,
        Skipped = result.Skipped,
        Failure = result.Outcome is ScriptOutcome.Failed ? string.Join("; ", Failures(result).Select(failure => failure.Expectation)) : null,
        Details = result.Outcome is ScriptOutcome.Passed or ScriptOutcome.Skipped ? "" : TextReport.Of(result),
    };

    private static string NameOf(ScriptResult result) =>
        result.Name + (result.Paraphrase is { } paraphrase ? $" asked as “{paraphrase.Text}”" : "")
        + (result.Attempt > 1 ? FormattableString.Invariant($", attempt {result.Attempt}") : "");

    private static IEnumerable<Failure> Failures(ScriptResult result) => result.Turns.SelectMany(turn => turn.Failures);
}
