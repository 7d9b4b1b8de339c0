using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>What the person who brought an article says of a name in it.</summary>
/// <param name="Id">Of the entity as it was shown.</param>
/// <param name="Aliases">Other forms that stand in the article; one that is an entity of its own becomes part of this one.</param>
public sealed record EntityCorrection(string Id, EntityKind Kind, string Name, string? Role, IReadOnlyList<string> Aliases);

/// <param name="Id">Of the figure as it was shown.</param>
/// <param name="Name">What a reader would call it: "visitors last year".</param>
/// <param name="Noun">What it counts: "visitors"; null as found.</param>
public sealed record FigureCorrection(string Id, string Name, string? Noun);

/// <param name="Id">Of the quotation as it was shown.</param>
/// <param name="Speaker">Id of the entity as it was shown; null where the article does not say whose words they are.</param>
public sealed record QuoteCorrection(string Id, string? Speaker);

/// <summary>Corrections made on top of those before; what was not touched stays as it was.</summary>
/// <param name="Title">What the bot calls the article; null as it is.</param>
public sealed record Correction(string? Title, IReadOnlyList<EntityCorrection> Entities, IReadOnlyList<FigureCorrection> Figures)
{
    public IReadOnlyList<QuoteCorrection> Quotes { get; init; } = [];

    /// <summary>Ids of what was shown as a name and is none.</summary>
    public IReadOnlyList<string> NotNames { get; init; } = [];

    /// <summary>Ids of what was shown as a figure and is none.</summary>
    public IReadOnlyList<string> NotFigures { get; init; } = [];

    /// <summary>Words by which something was taken out before and is put back; see <see cref="ArticleReview.TakenOut"/>.</summary>
    public IReadOnlyList<string> PutBack { get; init; } = [];

    /// <summary>Ids that a correction gives.</summary>
    internal const string EntityPrefix = "e:named-";

    /// <inheritdoc cref="EntityPrefix"/>
    internal const string FigurePrefix = "f:named-";

    public static bool IsCorrected(Entity entity) => entity.Id.StartsWith(EntityPrefix, StringComparison.Ordinal);

    public static bool IsCorrected(Figure figure) => figure.Id.StartsWith(FigurePrefix, StringComparison.Ordinal);
}
