using ChannelBot.Cli.Asking;
using ChannelBot.Testing.Reports;

namespace ChannelBot.Cli.Evaluation;

/// <summary>An evaluation in the form that build servers show: a suite a file, a test case a question.</summary>
internal static class JUnitReport
{
    public static string Of(IReadOnlyList<FileScore> files, DateTimeOffset asked) =>
        JUnitXml.Of([.. files.Select(file => new JUnitSuite(file.Path, [.. file.Asked.Select(Case)]))], asked);

    private static JUnitCase Case(AskedQuestion question) =>
        new(question.Expected.Kind.ToString().ToLowerInvariant(), $"{question.Expected.Id}: {question.Expected.Question}", question.Elapsed)
        {
            Failure = question.IsRight ? null : string.Join("; ", question.Faults),
            Details = question.Answer is { } answer ? $"{answer.Outcome.Name()}: {answer.Text}" : "no answer",
        };
}
