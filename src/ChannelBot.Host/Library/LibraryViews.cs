using System.Text.Json.Serialization;
using ChannelBot.Core.Articles;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.KnowledgeBuilder.Review;

namespace ChannelBot.Host.Library;

internal sealed record BringDto(string? Key = null, string? Text = null);

internal sealed record KeyDto(string? Key = null);

/// <summary>What an educator corrects; what is left out stays.</summary>
/// <param name="NotNames">Ids of what is no name.</param>
/// <param name="NotFigures">Ids of what is no figure.</param>
/// <param name="PutBack">Words of what was taken out before.</param>
internal sealed record CorrectionDto(
    string? Key = null, string? Title = null, EntityCorrectionDto[]? Entities = null, FigureCorrectionDto[]? Figures = null, QuoteCorrectionDto[]? Quotes = null,
    string[]? NotNames = null, string[]? NotFigures = null, string[]? PutBack = null)
{
    public Correction ToCorrection() => new(
        Title,
        [.. (Entities ?? []).OfType<EntityCorrectionDto>().Select(entity => new EntityCorrection(entity.Id ?? "", entity.Kind, entity.Name ?? "", entity.Role, entity.Aliases ?? []))],
        [.. (Figures ?? []).OfType<FigureCorrectionDto>().Select(figure => new FigureCorrection(figure.Id ?? "", figure.Name ?? "", figure.Noun))])
    {
        Quotes = [.. (Quotes ?? []).OfType<QuoteCorrectionDto>().Select(quote => new QuoteCorrection(quote.Id ?? "", string.IsNullOrEmpty(quote.Speaker) ? null : quote.Speaker))],
        NotNames = [.. (NotNames ?? []).OfType<string>()],
        NotFigures = [.. (NotFigures ?? []).OfType<string>()],
        PutBack = [.. (PutBack ?? []).OfType<string>()],
    };
}

internal sealed record EntityCorrectionDto(
    string? Id = null, [property: JsonConverter(typeof(JsonStringEnumConverter<EntityKind>))] EntityKind Kind = EntityKind.Other, string? Name = null, string? Role = null, string[]? Aliases = null);

internal sealed record FigureCorrectionDto(string? Id = null, string? Name = null, string? Noun = null);

/// <param name="Speaker">Id of an entity; null or empty where the article does not say who.</param>
internal sealed record QuoteCorrectionDto(string? Id = null, string? Speaker = null);

/// <param name="Doubt">Why to look at it; null for no reason.</param>
internal sealed record EntityDto(string Id, string Kind, string Name, string? Role, IReadOnlyList<string> Aliases, int Mentions, bool Corrected, string? Doubt);

/// <param name="Value">With its bound: "at least 60".</param>
internal sealed record FigureDto(string Id, string Name, string? Noun, string Text, string Value, string Where, bool Corrected, string? Doubt);

/// <param name="Speaker">Id of an entity; null where nobody is named.</param>
internal sealed record QuoteDto(string Id, string? Speaker, string Text, bool Corrected, string? Doubt);

/// <summary>What was found in an article.</summary>
/// <param name="TakenOut">The words by which names and figures were taken out.</param>
/// <param name="Curation">What was corrected, as the builder takes it; null for nothing.</param>
internal sealed record ReviewDto(
    string Id, string Title, int Paragraphs, int Sentences, EntityDto[] Entities, FigureDto[] Figures, QuoteDto[] Quotes, IReadOnlyList<string> TakenOut, string? Curation)
{
    public static ReviewDto Of(StoredArticle article, KnowledgeFile knowledge)
    {
        var review = ArticleReview.Of(knowledge, article.Curation);
        return new ReviewDto(
            article.Id, knowledge.Article.Title, knowledge.Article.Paragraphs.Count, knowledge.Sentences.Count,
            [.. review.Entities.Select(found => new EntityDto(
                found.Item.Id, found.Item.Kind.ToString(), found.Item.Name, found.Item.Role, found.Item.Aliases, found.Item.Mentions.Count, found.IsCorrected, found.Doubt))],
            [.. review.Figures.Select(found => new FigureDto(
                found.Item.Id, found.Item.Name, found.Item.Noun, found.Item.Text, QuantityText.Brief(found.Item.Quantity),
                knowledge.Sentences.First(sentence => sentence.Id == found.Item.Sentence).Text, found.IsCorrected, found.Doubt))],
            [.. review.Quotes.Select(found => new QuoteDto(found.Item.Id, found.Item.Speaker, found.Item.Text, found.IsCorrected, found.Doubt))],
            review.TakenOut,
            article.Curation);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(BringDto))]
[JsonSerializable(typeof(KeyDto))]
[JsonSerializable(typeof(CorrectionDto))]
[JsonSerializable(typeof(ReviewDto))]
internal sealed partial class LibraryViewsJson : JsonSerializerContext;
