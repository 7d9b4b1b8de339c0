using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace ChannelBot.Cli.Evaluation;

/// <summary>The scores of a SQuAD file, for people and for programs.</summary>
internal static class SquadReport
{
    public static void Write(Terminal terminal, SquadScores scores)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns(new TableColumn("Searching"), new TableColumn("hit@1").RightAligned(), new TableColumn("hit@3").RightAligned());
        foreach (var (name, hits) in new[] { ("the paragraph", scores.Paragraph), ("the article", scores.Article), ("everything", scores.All) })
        {
            table.AddRow(name, Share(hits.Hit1), Share(hits.Hit3));
        }

        terminal.Tables.Write(table);
        var page = new Page(terminal);
        page.Item("·", string.Create(CultureInfo.InvariantCulture, $"{scores.Questions} questions, {scores.Sentences} sentences"), Style.Plain);
        page.Item("·", $"Telling a paragraph with the answer from one without: AUC {Share(scores.Auc)}", Style.Plain);
    }

    public static string Json(SquadScores scores) =>
        JsonLine.Of(writer => JsonSerializer.Serialize(writer, scores, SquadScoresJsonContext.Default.SquadScores));

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SquadScores))]
internal sealed partial class SquadScoresJsonContext : JsonSerializerContext;
