using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder.Extraction;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>Puts curated entities in the place of those found, and follows what referred to them.</summary>
internal sealed class EntityCuration(Evidence evidence)
{
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public Findings Apply(IReadOnlyList<CuratedEntity> curated, Findings found)
    {
        if (curated.Count > 0)
        {
            var entities = Merge(curated, found.Entities);
            found = found with
            {
                Entities = entities,
                Quotes = [.. found.Quotes.Select(quote => quote with { Speaker = Renamed(quote.Speaker) })],
                Statements = [.. found.Statements.Select(statement => statement with { Speaker = Renamed(statement.Speaker) })],
            };
        }

        _ids.UnionWith(found.Entities.Select(entity => entity.Id));
        return found;
    }

    /// <summary>The entity that a curated item names as its speaker; another form of a curated name is that one.</summary>
    public string Speaker(string id, string item) =>
        _ids.Contains(id) ? id : _renamed.TryGetValue(id, out var known) ? known : throw Evidence.Bad(item, $"the speaker '{id}' is no entity.");

    private List<Entity> Merge(IReadOnlyList<CuratedEntity> curated, IReadOnlyList<Entity> found)
    {
        var places = Mentions(curated);
        var merged = new List<Entity>(curated.Count + found.Count);
        for (var i = 0; i < curated.Count; i++)
        {
            var item = curated[i];
            merged.Add(new Entity(item.Id, item.Kind, item.Name, item.Role, item.Aliases, places[i]));
        }

        var taken = places.SelectMany(spans => spans).OrderBy(span => span.Start).ToArray();
        foreach (var entity in found)
        {
            var same = curated.FirstOrDefault(item => IsSame(item, entity));
            if (same is not null || merged.Any(other => other.Id == entity.Id))
            {
                _renamed[entity.Id] = same?.Id ?? entity.Id;
                continue;
            }

            var left = entity.Mentions.Where(mention => !Overlaps(taken, mention)).ToArray();
            if (left.Length > 0)
            {
                merged.Add(entity with { Mentions = left });
                continue;
            }

            _renamed[entity.Id] = curated[Array.FindIndex(places, spans => spans.Any(span => span.Overlaps(entity.Mentions[0])))].Id;
        }

        return merged;
    }

    private string? Renamed(string? id) => id is null ? null : _renamed.GetValueOrDefault(id, id);

    /// <summary>Longer names first, so that a name inside another ("York" in "New York") is not a mention, unless the evidence points it out.</summary>
    private Span[][] Mentions(IReadOnlyList<CuratedEntity> curated)
    {
        var candidates = new List<(Span Place, int Owner)>();
        for (var i = 0; i < curated.Count; i++)
        {
            foreach (var form in Forms(curated[i]))
            {
                candidates.AddRange(evidence.All(form).Select(place => (place, i)));
            }
        }

        var taken = new List<Span>();
        var places = new List<Span>[curated.Count];
        for (var i = 0; i < curated.Count; i++)
        {
            var pointedOut = evidence.Find(curated[i].Evidence);
            places[i] = [.. candidates.Where(c => c.Owner == i && pointedOut.Contains(c.Place)).OrderByDescending(c => c.Place.Length).Take(1).Select(c => c.Place)];
        }

        foreach (var (place, owner) in candidates.OrderByDescending(c => c.Place.Length).ThenBy(c => c.Place.Start).ThenBy(c => c.Owner))
        {
            if (!taken.Exists(place.Overlaps))
            {
                taken.Add(place);
                if (!places[owner].Exists(place.Overlaps))
                {
                    places[owner].Add(place);
                }
            }
        }

        return [.. places.Select(spans => spans.OrderBy(span => span.Start).ToArray())];
    }

    /// <summary>"the Home Secretary" also stands at the beginning of a sentence.</summary>
    private static HashSet<string> Forms(CuratedEntity item)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal) { item.Name };
        foreach (var alias in item.Aliases)
        {
            forms.Add(alias);
            forms.Add(string.Concat(alias[..1].ToUpperInvariant(), alias.AsSpan(1)));
        }

        return forms;
    }

    private static bool IsSame(CuratedEntity item, Entity entity)
    {
        var name = Bare(entity.Name);
        return Equal(Bare(item.Name), name)
            || item.Aliases.Any(alias => Equal(Bare(alias), name))
            || entity.Aliases.Any(alias => Equal(Bare(item.Name), Bare(alias)));
    }

    private static bool Equal(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    /// <summary>Whether a place overlaps one of many sorted places that do not overlap each other.</summary>
    private static bool Overlaps(Span[] sorted, Span place)
    {
        var at = Array.BinarySearch(sorted, place, Comparer<Span>.Create((a, b) => a.Start.CompareTo(b.Start)));
        var next = at < 0 ? ~at : at;
        return (next < sorted.Length && sorted[next].Overlaps(place)) || (next > 0 && sorted[next - 1].Overlaps(place));
    }
}
