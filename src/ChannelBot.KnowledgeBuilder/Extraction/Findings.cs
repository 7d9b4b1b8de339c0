using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>What the builder found by itself, before and after curation.</summary>
internal sealed record Findings(
    IReadOnlyList<Entity> Entities, IReadOnlyList<Figure> Figures, IReadOnlyList<Quote> Quotes, IReadOnlyList<Statement> Statements);
