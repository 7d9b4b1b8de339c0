using System.Globalization;
using ChannelBot.Cli.Asking;
using Spectre.Console;

namespace ChannelBot.Cli.Evaluation;

/// <summary>An evaluation as a person reads it in a terminal.</summary>
internal static class ScoreTable
{
    public static void Write(Terminal terminal, IReadOnlyList<FileScore> files, Scores total)
    {
        foreach (var wrong in files.SelectMany(file => file.Asked).Where(question => !question.IsRight))
        {
            WriteWrong(terminal, wrong);
        }

        terminal.Tables.Write(KindTable(total));
        var page = new Page(terminal);
        if (files.Count > 1)
        {
            foreach (var file in files)
            {
                page.Item("·", $"{file.Path}: {Of(file.Scores.Right, file.Scores.Questions)}", Style.Plain);
            }
        }

        page.Item("·", $"Citations in the evidence: {Of(total.Citations.InEvidence, total.Citations.Count)}", Style.Plain);
        page.Item("·", $"Abstained from answerable questions: {Of(total.Answerable.Abstained, total.Answerable.Questions)}", Style.Plain);
        if (total.Model is { } model)
        {
            page.Item(
                "·",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The model was asked {model.Asked} questions: {model.Answered} answers sent ({model.Mended} mended), {model.Refused} refused, {model.Failed} failed; {model.InputTokens:N0} tokens read, {model.OutputTokens:N0} written"),
                Style.Plain);
        }

        var time = total.LatencyMs;
        page.Item(
            "·",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Time of an answer: mean {time.Mean:0.000} ms, p50 {time.P50:0.000}, p95 {time.P95:0.000}, p99 {time.P99:0.000}, longest {time.Max:0.000}"),
            Style.Plain);
    }

    /// <summary>"19 of 20 (95.0%)".</summary>
    public static string Of(int part, int whole) => whole is 0
        ? "0 of 0"
        : string.Create(CultureInfo.InvariantCulture, $"{part} of {whole} ({100.0 * part / whole:0.0}%)");

    private static void WriteWrong(Terminal terminal, AskedQuestion wrong)
    {
        var page = new Page(terminal);
        page.Heading($"{wrong.Expected.Id} ({wrong.Expected.Kind.ToString().ToLowerInvariant()}) {wrong.Expected.Question}", new Style(Color.Maroon));
        foreach (var fault in wrong.Faults)
        {
            page.Item("✗", fault, new Style(Color.Maroon));
        }

        if (wrong.Answer is { } answer)
        {
            page.Item("→", $"{answer.Outcome.Name()}: {answer.Text}", new Style(decoration: Decoration.Dim));
        }

        page.Line();
    }

    private static Table KindTable(Scores total)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(new TableColumn("Kind"), Number("Questions"), Number("Right"), Number("Share"));
        foreach (var (name, kind) in total.Kinds)
        {
            table.AddRow(name, Text(kind.Questions), Text(kind.Right), Percent(kind.Right, kind.Questions));
        }

        table.AddEmptyRow();
        table.AddRow("all", Text(total.Questions), Text(total.Right), Percent(total.Right, total.Questions));
        return table;

        static TableColumn Number(string header) => new TableColumn(header).RightAligned();

        static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

        static string Percent(int part, int whole) =>
            string.Create(CultureInfo.InvariantCulture, $"{(whole is 0 ? 0 : 100.0 * part / whole):0.0}%");
    }
}

/// <summary>The evaluation of one question file.</summary>
internal sealed record FileScore(string Path, IReadOnlyList<AskedQuestion> Asked, Scores Scores);
