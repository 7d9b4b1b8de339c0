using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>Something that the builder found, with why a person should look at it; null for no reason.</summary>
/// <param name="IsCorrected">Whether a person has said how it is.</param>
public sealed record Reviewed<T>(T Item, string? Doubt, bool IsCorrected);

/// <summary>What the builder made of an article, for the person who brought it: what is doubtful is marked, and first, the gravest of it before the rest.</summary>
public sealed record ArticleReview(
    IReadOnlyList<Reviewed<Entity>> Entities, IReadOnlyList<Reviewed<Figure>> Figures, IReadOnlyList<Reviewed<Quote>> Quotes)
{
    /// <summary>The words by which names and figures were taken out.</summary>
    public IReadOnlyList<string> TakenOut { get; private init; } = [];

    /// <param name="curation">The corrections that the knowledge was built with; null for none.</param>
    public static ArticleReview Of(KnowledgeFile knowledge, string? curation = null)
    {
        var (earlier, doubts) = (new EarlierCorrections(knowledge, curation), new Doubts(knowledge));
        var quotes = earlier.Quotes.Select(corrected => corrected.Quote.Id).ToHashSet(StringComparer.Ordinal);
        return new ArticleReview(
            DoubtfulFirst(knowledge.Entities, Correction.IsCorrected, doubts.Of),
            DoubtfulFirst(knowledge.Figures, Correction.IsCorrected, doubts.Of),
            DoubtfulFirst(knowledge.Quotes, quote => quotes.Contains(quote.Id), doubts.Of))
        {
            TakenOut = [.. earlier.NotNames, .. earlier.NotFigures],
        };
    }

    private static Reviewed<T>[] DoubtfulFirst<T>(IReadOnlyList<T> items, Func<T, bool> isCorrected, Func<T, Doubt?> doubtOf) =>
    [
        .. items.Select(item => (Item: item, IsCorrected: isCorrected(item))).Select(item => (item.Item, item.IsCorrected, Doubt: item.IsCorrected ? null : doubtOf(item.Item)))
            .OrderBy(item => item.Doubt is null).ThenBy(item => item.Doubt is { IsSlight: true })
            .Select(item => new Reviewed<T>(item.Item, item.Doubt?.Reason, item.IsCorrected)),
    ];
}
