using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Finds the entity that the words of an attribution mean; speakers without a name ("police", "a spokesman for the board") become entities.</summary>
internal sealed class Speakers
{
    private readonly List<Entity> _entities;
    private readonly List<(Span Place, int Entity)> _mentions = [];
    private readonly Dictionary<string, int> _byAlias = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ids;
    private readonly Dictionary<int, List<Span>> _added = [];
    private readonly string _text;

    public Speakers(List<Entity> entities, string text)
    {
        _entities = entities;
        _text = text;
        _ids = entities.Select(entity => entity.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < entities.Count; i++)
        {
            foreach (var mention in entities[i].Mentions)
            {
                _mentions.Add((mention, i));
            }

            _byAlias.TryAdd(WithoutArticle(entities[i].Name), i);
            foreach (var alias in entities[i].Aliases)
            {
                _byAlias.TryAdd(WithoutArticle(alias), i);
            }
        }

        _mentions.Sort((a, b) => a.Place.Start.CompareTo(b.Place.Start));
    }

    /// <summary>All entities, the nameless speakers among them.</summary>
    public List<Entity> Entities =>
    [
        .. _entities.Select((entity, i) => _added.TryGetValue(i, out var more)
            ? entity with { Mentions = [.. entity.Mentions.Concat(more).Distinct().OrderBy(span => span.Start)] }
            : entity),
    ];

    /// <summary>Id of whom the words mean; null where that cannot be told.</summary>
    /// <param name="lastSpeaker">Whom "he", "she" or "it" may be.</param>
    public string? Resolve(Reading reading, Stretch words, string? lastSpeaker)
    {
        var place = reading.Place(words.First, words.Last);
        if (reading.Words[words.First].Tag is Tag.Pronoun && words.Last - words.First == 1)
        {
            return Pronoun(reading.Words[words.First].Lower, place.Start, lastSpeaker);
        }

        // "a Treasury spokesman", "a spokesman for Northern Grid": the person speaks, not the house.
        var chunk = reading.ChunkAt(words.First) is >= 0 and var at ? reading.Chunks[at] : default;
        var isNameless = chunk.Kind is ChunkKind.Noun && reading.Words[chunk.Head].Tag is Tag.Noun && NameWords.IsPersonNoun(chunk.Text) && !Names(place, EntityKind.Person);
        if (!isNameless && Named(place) is { } named)
        {
            return named;
        }

        var text = reading.Text(place);
        if (_byAlias.TryGetValue(WithoutArticle(text), out var known))
        {
            Mention(known, place);
            return _entities[known].Id;
        }

        return Add(reading, words, chunk, text);
    }

    /// <summary>The entity named inside a place: a person before a body before anything else, the first of those.</summary>
    public string? Named(Span place)
    {
        Entity? best = null;
        var first = FirstFrom(place.Start);

        // "Grain and Seed Workers Union": the phrase may begin inside the name.
        first -= first > 0 && _mentions[first - 1].Place.Overlaps(place) ? 1 : 0;
        for (var i = first; i < _mentions.Count && _mentions[i].Place.Start < place.End; i++)
        {
            var entity = _entities[_mentions[i].Entity];
            if (_mentions[i].Place.End <= place.End && !IsOwner(_mentions[i].Place.End, place.End) && (best is null || Rank(entity) < Rank(best)))
            {
                best = entity;
            }
        }

        // "the University of Leeds lecturers": a place inside a phrase does not speak for it.
        return best is null || best.Kind is EntityKind.Place or EntityKind.Event ? null : best.Id;
    }

    /// <summary>"Crane’s lawyer": the one who owns does not speak.</summary>
    private bool IsOwner(int end, int limit) => end + 1 < limit && _text[end] is '’' or '\'';

    /// <summary>Whether an entity of a kind is named inside a place.</summary>
    public bool Names(Span place, EntityKind kind)
    {
        for (var i = FirstFrom(place.Start); i < _mentions.Count && _mentions[i].Place.Start < place.End; i++)
        {
            if (_entities[_mentions[i].Entity].Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private static int Rank(Entity entity) => entity.Kind switch
    {
        EntityKind.Person => 0,
        EntityKind.Organisation => 1,
        EntityKind.Group => 2,
        _ => 3,
    };

    /// <summary>"he" and "she" are the last speaker, else the last person named before; "it" and "they" are the last body.</summary>
    private string? Pronoun(string pronoun, int at, string? lastSpeaker)
    {
        if (pronoun is not ("he" or "she" or "it" or "they"))
        {
            return null;
        }

        var isPerson = pronoun is "he" or "she";
        if (lastSpeaker is not null && _entities.Find(entity => entity.Id == lastSpeaker) is { } last && Fits(last, isPerson, pronoun))
        {
            return lastSpeaker;
        }

        for (var i = FirstFrom(at) - 1; i >= Math.Max(0, FirstFrom(at) - 12); i--)
        {
            var entity = _entities[_mentions[i].Entity];
            if (Fits(entity, isPerson, pronoun))
            {
                return entity.Id;
            }
        }

        return null;
    }

    private static bool Fits(Entity entity, bool isPerson, string pronoun) => entity.Kind switch
    {
        EntityKind.Person => isPerson || pronoun == "they",
        EntityKind.Organisation or EntityKind.Group => !isPerson,
        _ => false,
    };

    private string? Add(Reading reading, Stretch words, Chunk chunk, string text)
    {
        if (chunk.Kind is not ChunkKind.Noun)
        {
            return null;
        }

        var head = chunk.Text;
        var isPerson = NameWords.IsPersonNoun(head);
        var isBody = NameWords.IsOrganisationNoun(head);
        if (reading.Words[chunk.Head].Tag is not (Tag.Noun or Tag.Name) || TimePhrases.IsTimeNoun(head))
        {
            return null;
        }

        var name = WithoutArticle(text);
        var slug = "e:" + string.Join('-', name.ToLowerInvariant().Split([' ', '’', '\'', '.', ',', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries));
        var id = slug;
        for (var n = 2; !_ids.Add(id); n++)
        {
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slug}-{n}");
        }

        var place = reading.Place(words.First, words.Last);
        _entities.Add(new Entity(
            id,
            isBody ? EntityKind.Organisation
                : NameWords.IsGroupNoun(head) ? EntityKind.Group
                : isPerson ? EntityKind.Person : EntityKind.Other,
            name,
            null,
            name == text ? [] : [text],
            [new Span(place.End - name.Length, place.End)]));
        _byAlias.TryAdd(WithoutArticle(name), _entities.Count - 1);
        return id;
    }

    private void Mention(int entity, Span place)
    {
        if (!_entities[entity].Mentions.Any(mention => mention.Overlaps(place)))
        {
            if (!_added.TryGetValue(entity, out var list))
            {
                _added.Add(entity, list = []);
            }

            list.Add(place);
        }
    }

    private int FirstFrom(int start)
    {
        int low = 0, high = _mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Place.Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static string WithoutArticle(string name)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an ", "its ", "his ", "her ", "their "])
        {
            if (name.Length > article.Length && name.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                return name[article.Length..];
            }
        }

        return name;
    }
}
