using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder.Extraction;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>Takes out what the builder took for a name or a figure and a person says is none, and what referred to it.</summary>
internal sealed class FalseFinds(Evidence evidence)
{
    /// <exception cref="CurationMismatchException">Words hold nothing of the kind.</exception>
    public Findings LeaveOut(CurationFile curation, Findings found)
    {
        if (curation.NotNames.Count + curation.NotFigures.Count is 0)
        {
            return found;
        }

        var names = curation.NotNames.Select(words => (First(evidence.Find(words), found.Entities, PlacesOf) ?? throw Evidence.Bad(words, "have no name in them that was found.")).Id).ToHashSet(StringComparer.Ordinal);
        var figures = curation.NotFigures.Select(words => (First(evidence.Find(words), found.Figures, PlacesOf) ?? throw Evidence.Bad(words, "have no figure in them that was found.")).Id).ToHashSet(StringComparer.Ordinal);
        return new Findings(
            [.. found.Entities.Where(entity => !names.Contains(entity.Id))],
            [
                .. found.Figures.Where(figure => !figures.Contains(figure.Id))
                    .Select(figure => figure with { PartOf = Left(figure.PartOf, figures), BaseOf = Left(figure.BaseOf, figures) }),
            ],
            [.. found.Quotes.Select(quote => quote with { Speaker = Left(quote.Speaker, names) })],
            [.. found.Statements.Select(statement => statement with { Speaker = Left(statement.Speaker, names) })]);
    }

    /// <summary>What stands first at a place, the longer before a part of it; where nothing stands in it whole, what reaches into it.</summary>
    public static T? First<T>(Span place, IReadOnlyList<T> items, Func<T, IReadOnlyList<Span>> placesOf)
        where T : class =>
        items.SelectMany(item => placesOf(item).Where(place.Overlaps).Select(span => (Item: item, Span: span)))
            .OrderBy(at => !place.Contains(at.Span)).ThenBy(at => at.Span.Start).ThenByDescending(at => at.Span.Length)
            .Select(at => at.Item).FirstOrDefault();

    public static IReadOnlyList<Span> PlacesOf(Entity entity) => entity.Mentions;

    public static IReadOnlyList<Span> PlacesOf(Figure figure) => [new Span(figure.Start, figure.End)];

    private static string? Left(string? id, HashSet<string> gone) => id is null || gone.Contains(id) ? null : id;
}
