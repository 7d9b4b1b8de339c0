using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>Something that the builder found, with why a person should look at it; null for no reason.</summary>
public sealed record Reviewed<T>(T Item, string? Doubt);

/// <summary>What the builder made of an article, for the person who brought it: what is doubtful is marked, and first.</summary>
public sealed record ArticleReview(
    IReadOnlyList<Reviewed<Entity>> Entities, IReadOnlyList<Reviewed<Figure>> Figures, IReadOnlyList<Reviewed<Quote>> Quotes)
{
    /// <summary>Words of a name that tell nobody from another.</summary>
    private const int ShortestName = 3;

    public static ArticleReview Of(KnowledgeFile knowledge) => new(
        DoubtfulFirst(knowledge.Entities, entity => Doubt(entity, knowledge)),
        DoubtfulFirst(knowledge.Figures, Doubt),
        DoubtfulFirst(knowledge.Quotes, quote => quote.Speaker is null ? "Who says this was not found." : null));

    private static Reviewed<T>[] DoubtfulFirst<T>(IReadOnlyList<T> items, Func<T, string?> doubt) =>
        [.. items.Select(item => new Reviewed<T>(item, doubt(item))).OrderBy(reviewed => reviewed.Doubt is null)];

    private static string? Doubt(Entity entity, KnowledgeFile knowledge)
    {
        if (Correction.IsCorrected(entity))
        {
            return null;
        }

        var last = entity.Name.Split(' ')[^1];
        return knowledge.Entities.FirstOrDefault(other => other != entity && other.Kind == entity.Kind && last.Length >= ShortestName && other.Name.Split(' ').Contains(last)) is { } same
            ? $"It may be the same as “{same.Name}”."
            : entity.Kind is EntityKind.Other ? "What kind of thing it is was not found."
            : entity is { Kind: EntityKind.Person, Role: null } ? "Who this is was not found."
            : null;
    }

    private static string? Doubt(Figure figure) =>
        Correction.IsCorrected(figure) ? null
        : figure.Noun is null && figure.Quantity.Unit.Dimension is Dimension.None ? "What it counts was not found."
        : null;
}
