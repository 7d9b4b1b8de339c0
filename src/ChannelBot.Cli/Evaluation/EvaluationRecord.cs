using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Cli.Asking;

namespace ChannelBot.Cli.Evaluation;

/// <summary>An evaluation as a program reads it: one JSON object.</summary>
/// <param name="Compared">The total of the planner that it is compared with; null where there is none.</param>
internal sealed record EvaluationRecord(
    Scores Total, IReadOnlyList<FileRecord> Files, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ComparedRecord? Compared = null)
{
    public static string Of(IReadOnlyList<FileScore> files, Scores total, ComparedRecord? compared = null)
    {
        var record = new EvaluationRecord(total, [.. files.Select(file => new FileRecord(
            file.Path, file.Scores, [.. file.Asked.Where(question => !question.IsRight).Select(WrongRecord.Of)]))], compared);
        return JsonLine.Of(writer => JsonSerializer.Serialize(writer, record, EvaluationJsonContext.Default.EvaluationRecord));
    }
}

internal sealed record ComparedRecord(string Planner, Scores Total);

internal sealed record FileRecord(string File, Scores Scores, IReadOnlyList<WrongRecord> Wrong);

internal sealed record WrongRecord(string Id, string Kind, string Question, IReadOnlyList<string> Why, string? Outcome, string? Text)
{
    public static WrongRecord Of(AskedQuestion wrong) => new(
        wrong.Expected.Id,
        wrong.Expected.Kind.ToString().ToLowerInvariant(),
        wrong.Expected.Question,
        wrong.Faults,
        wrong.Answer?.Outcome.Name(),
        wrong.Answer?.Text);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvaluationRecord))]
internal sealed partial class EvaluationJsonContext : JsonSerializerContext;
