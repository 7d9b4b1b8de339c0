using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Rendering;

/// <summary>A quiz as JSON, for programs.</summary>
/// <remarks>
/// <c>{"article", "knowledgeSha256", "seed", "level", "questions": [{"number", "kind", "level", "subject", "prompt", "passage", "paragraph", "options": [text],
/// "key": {"right": [index of an option, from 0], "number": {"low", "high", "unit"}, "answer", "because", "working", "citations"}}]}</c>; the key only where it is wanted.
/// </remarks>
public static class QuizJson
{
    public static string Of(Quiz quiz, bool withKey) => JsonSerializer.Serialize(
        new QuizDto(
            quiz.Article, quiz.KnowledgeSha256, quiz.Seed, QuizNames.Of(quiz.Level),
            [.. quiz.Questions.Select(question => new QuestionDto(
                question.Number, QuizNames.Of(question.Kind), QuizNames.Of(question.Level), question.Subject, question.Prompt, question.Passage, question.Paragraph,
                [.. question.Options.Select(option => option.Text)], withKey ? Key(question.Key) : null))]),
        QuizJsonContext.Readable.QuizDto) + "\n";

    private static KeyDto Key(QuizKey key) => new(
        key.Right,
        key.Number is { } number ? new NumberDto(number.Low.ToDouble(), number.High.ToDouble(), number.Unit) : null,
        key.Text, key.Because, key.Working, key.Citations);
}

internal sealed record QuizDto(string Article, string KnowledgeSha256, int Seed, string Level, IReadOnlyList<QuestionDto> Questions);

internal sealed record QuestionDto(
    int Number, string Kind, string Level, IReadOnlyList<string> Subject, string Prompt, string? Passage, int? Paragraph, IReadOnlyList<string> Options, KeyDto? Key);

internal sealed record KeyDto(
    IReadOnlyList<int> Right, NumberDto? Number, string Answer, string Because, IReadOnlyList<Working> Working, IReadOnlyList<Citation> Citations);

internal sealed record NumberDto(double Low, double High, string Unit);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(QuizDto))]
internal sealed partial class QuizJsonContext : JsonSerializerContext
{
    private static QuizJsonContext? s_readable;

    /// <summary>Quotation marks and accents stay as they are.</summary>
    public static QuizJsonContext Readable => s_readable ??= new QuizJsonContext(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
