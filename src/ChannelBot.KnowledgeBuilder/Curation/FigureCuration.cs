using System.Globalization;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>Puts curated figures in the place of those found at the same words.</summary>
internal sealed class FigureCuration(string text, Evidence evidence)
{
    public IReadOnlyList<Figure> Apply(IReadOnlyList<CuratedFigure> curated, IReadOnlyList<Figure> found)
    {
        if (curated.Count == 0)
        {
            return found;
        }

        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        var figures = new List<Figure>(found.Count + curated.Count);
        var places = curated.Select(item => evidence.Find(item.Evidence)).ToArray();
        var replaced = new Figure?[curated.Count];
        foreach (var figure in found)
        {
            var number = new Span(figure.Start, figure.End);
            var by = Array.FindIndex(places, place => place.Overlaps(number));
            if (by < 0)
            {
                figures.Add(figure);
                continue;
            }

            replaced[by] ??= figure;
            renamed[figure.Id] = curated[by].Id;
        }

        for (var i = 0; i < curated.Count; i++)
        {
            figures.Add(Curated(curated[i], places[i], replaced[i]));
        }

        var ids = figures.Select(figure => figure.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var item in curated)
        {
            CheckKnown(item, "part_of", item.PartOf, ids);
            CheckKnown(item, "base_of", item.BaseOf, ids);
        }

        return
        [
            .. figures.OrderBy(figure => figure.Start).ThenBy(figure => figure.End).Select(figure => figure with
            {
                PartOf = Renamed(figure.PartOf, renamed),
                BaseOf = Renamed(figure.BaseOf, renamed),
            }),
        ];
    }

    private Figure Curated(CuratedFigure item, Span place, Figure? found)
    {
        var quantity = Quantity(item, place, out var form);
        var noun = item.Noun ?? found?.Noun;
        return new Figure(
            item.Id,
            item.Name ?? found?.Name ?? item.Evidence.Text,
            noun,
            quantity with { Unit = Unit(item, quantity.Unit, found?.Quantity.Unit, noun) },
            form,
            Near(item, "period", item.Period, place) ?? found?.Period,
            Near(item, "place", item.Place, place) ?? found?.Place,
            Near(item, "comparator", item.Comparator, place) ?? found?.Comparator,
            item.PartOf ?? found?.PartOf,
            item.BaseOf ?? found?.BaseOf,
            item.Direction ?? found?.Direction ?? 0,
            [.. item.Keywords.Concat(found?.Keywords ?? []).Distinct(StringComparer.Ordinal)],
            evidence.SentenceIds(place).First(),
            place.Start,
            place.End,
            text[place.Start..place.End]);
    }

    /// <summary>The first number in the words; where they have none, the one the curation gives.</summary>
    private Quantity Quantity(CuratedFigure item, Span place, out NumberForm form)
    {
        var mention = QuantityScanner.Scan(text.AsSpan(place.Start, place.Length)) is [var first, ..] ? first : null;
        form = mention?.Form ?? NumberForm.Count;
        if (item.Value is not { } value)
        {
            return mention?.Quantity ?? throw Evidence.Bad(item.Evidence, "have no number. Quote the number, or give its 'value'.");
        }

        if (!Fraction.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            throw Evidence.Bad(item.Evidence.Item, $"the value '{value}' is not a number.");
        }

        if (mention is not null && mention.Quantity.Value != number)
        {
            throw Evidence.Bad(item.Evidence, $"say {mention.Quantity.Value}, not the value '{value}'.");
        }

        return mention?.Quantity ?? new Quantity(number, number, number, false, false, Bound.Exact, Core.Quantities.Unit.None);
    }

    private static Unit Unit(CuratedFigure item, Unit scanned, Unit? found, string? noun) => item.Unit switch
    {
        { } unit => Core.Quantities.Unit.CountOf(unit),
        null when scanned != Core.Quantities.Unit.None => scanned,
        null => found ?? (noun is null ? scanned : Core.Quantities.Unit.CountOf(noun)),
    };

    /// <summary>Words that describe a figure are the article's own, and stand near it.</summary>
    private string? Near(CuratedFigure item, string field, string? words, Span place)
    {
        if (words is not null)
        {
            evidence.FindNear(new Words(words, $"{item.Evidence.Item}, {field}"), [place]);
        }

        return words;
    }

    private static void CheckKnown(CuratedFigure item, string field, string? id, HashSet<string> ids)
    {
        if (id is not null && !ids.Contains(id))
        {
            throw Evidence.Bad(item.Evidence.Item, $"{field} '{id}' is no figure.");
        }
    }

    private static string? Renamed(string? id, Dictionary<string, string> renamed) =>
        id is null ? null : renamed.GetValueOrDefault(id, id);
}
