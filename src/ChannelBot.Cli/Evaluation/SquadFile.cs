using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Core;

namespace ChannelBot.Cli.Evaluation;

/// <summary>A file of articles, paragraphs and questions in the format of SQuAD.</summary>
internal sealed partial record SquadFile(IReadOnlyList<SquadArticle> Articles)
{
    /// <exception cref="BadInputException">There is no such file, or it is not in the format.</exception>
    public static async Task<SquadFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            var document = await JsonSerializer.DeserializeAsync(stream, DocumentJsonContext.Default.Document, cancellationToken);
            return document?.Data is { Count: > 0 } articles
                ? new SquadFile([.. articles.Select((article, number) => ArticleOf(article, number, path))])
                : throw new BadInputException("squad", $"'{path}' has no articles: \"data\" is missing or empty.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BadInputException("squad", $"'{path}' cannot be read as a SQuAD file: {exception.Message}");
        }
    }

    private static SquadArticle ArticleOf(Article article, int number, string path)
    {
        var paragraphs = article.Paragraphs ?? throw new BadInputException("squad", $"Article {number + 1} of '{path}' has no \"paragraphs\".");
        return new SquadArticle([.. paragraphs.Select((paragraph, place) => ParagraphOf(paragraph, $"paragraph {place + 1} of article {number + 1} of '{path}'"))]);
    }

    private static SquadParagraph ParagraphOf(Paragraph paragraph, string place)
    {
        var text = paragraph.Context ?? throw new BadInputException("squad", $"There is no \"context\" in {place}.");
        return new SquadParagraph(text, [.. (paragraph.Qas ?? []).Where(question => question.Answers is { Count: > 0 }).Select(question => QuestionOf(question, text, place))]);
    }

    private static SquadQuestion QuestionOf(Question question, string text, string place)
    {
        var start = question.Answers![0].AnswerStart;
        return start >= 0 && start < text.Length && !string.IsNullOrWhiteSpace(question.Text)
            ? new SquadQuestion(question.Text, start)
            : throw new BadInputException("squad", $"The answer to '{question.Text}' starts at {start}, outside {place}.");
    }

    private sealed record Document(IReadOnlyList<Article>? Data);

    private sealed record Article(IReadOnlyList<Paragraph>? Paragraphs);

    private sealed record Paragraph(string? Context, IReadOnlyList<Question>? Qas);

    private sealed record Question(
        [property: JsonPropertyName("question")] string Text, IReadOnlyList<GoldAnswer>? Answers);

    private sealed record GoldAnswer([property: JsonPropertyName("answer_start")] int AnswerStart);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Document))]
    private sealed partial class DocumentJsonContext : JsonSerializerContext;
}

internal sealed record SquadArticle(IReadOnlyList<SquadParagraph> Paragraphs);

internal sealed record SquadParagraph(string Text, IReadOnlyList<SquadQuestion> Questions);

/// <param name="AnswerStart">Where the gold answer starts in the paragraph, in UTF-16 code units.</param>
internal sealed record SquadQuestion(string Text, int AnswerStart);
