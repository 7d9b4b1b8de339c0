using System.Globalization;
using Spectre.Console;

namespace ChannelBot.Cli.Evaluation;

/// <summary>Two planners side by side on the same questions.</summary>
internal static class ComparisonTable
{
    public static void Write(Terminal terminal, string planner, Scores scores, string other, Scores others)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(new TableColumn(""), new TableColumn(planner).RightAligned(), new TableColumn(other).RightAligned());
        foreach (var kind in scores.Kinds.Keys)
        {
            Add(kind, of => ScoreTable.Of(of.Kinds[kind].Right, of.Kinds[kind].Questions));
        }

        table.AddEmptyRow();
        Add("right", of => ScoreTable.Of(of.Right, of.Questions));
        Add("citations in the evidence", of => ScoreTable.Of(of.Citations.InEvidence, of.Citations.Count));
        Add("abstained where it could answer", of => ScoreTable.Of(of.Answerable.Abstained, of.Answerable.Questions));
        Add("model asked", of => Count(of.Model?.Asked));
        Add("model's answers sent", of => Count(of.Model?.Answered));
        Add("of these mended once", of => Count(of.Model?.Mended));
        Add("refused twice", of => Count(of.Model?.Refused));
        Add("model failed", of => Count(of.Model?.Failed));
        Add("tokens read, a question", of => Each(of.Model?.InputTokens, of.Model?.Asked));
        Add("tokens written, a question", of => Each(of.Model?.OutputTokens, of.Model?.Asked));
        Add("time, mean", of => Time(of.LatencyMs.Mean));
        Add("time, p95", of => Time(of.LatencyMs.P95));
        terminal.Tables.Write(table);

        void Add(string name, Func<Scores, string> value) => table.AddRow(name, value(scores), value(others));
    }

    private static string Count(int? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";

    private static string Each(long? sum, int? count) =>
        sum is { } all && count is > 0 and { } asked ? (all / asked).ToString("N0", CultureInfo.InvariantCulture) : "–";

    private static string Time(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms");
}
