using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Finds who and what an article names, under all the forms it uses.</summary>
internal sealed class EntityFinder(List<Reading> readings)
{
    private readonly Dictionary<string, NameCandidate> _byName = new(StringComparer.Ordinal);
    private readonly List<NameCandidate> _inOrder = [];
    private readonly List<(NameUse Use, string Role)> _rolesAlone = [];

    public List<Entity> Find()
    {
        for (var i = 0; i < readings.Count; i++)
        {
            foreach (var use in NameSpotter.Find(readings[i], i))
            {
                Add(readings[i], use);
            }
        }

        var linked = new NameLinks(_inOrder).Link();
        RoleLinks.Link(linked, _rolesAlone, readings);
        GroupNames.Add(linked, readings);
        return Named(linked);
    }

    private void Add(Reading reading, NameUse use)
    {
        if (use.IsRoleOnly)
        {
            _rolesAlone.Add((use, reading.Text(use.TitleFirst, use.Last)));
            return;
        }

        var name = Name(reading, use);
        var key = name.ToLowerInvariant();
        if (!_byName.TryGetValue(key, out var candidate))
        {
            var words = new string[use.Last - use.First];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = reading.Words[use.First + i].Lower;
            }

            candidate = new NameCandidate(name, words, use.Sentence);
            NameKinds.WeighWords(candidate);
            _byName.Add(key, candidate);
            _inOrder.Add(candidate);
        }

        candidate.Mentions.Add(Place(reading, use));
        NameKinds.WeighUse(candidate, reading, use);
        if (RoleReader.Of(reading, use) is not { } role)
        {
            return;
        }

        // A role before or behind speaks for a person, unless the name says that it is a place or an organisation.
        if (candidate.Kind is EntityKind.Person or EntityKind.Other || use.First > use.TitleFirst)
        {
            candidate.Score(EntityKind.Person, 1);
            candidate.Role ??= role;
        }
    }

    private static string Name(Reading reading, NameUse use)
    {
        var text = reading.Text(use.First, use.Last);
        return reading.Words[use.Last - 1].IsOwner && text[^1] is 's' && text[^2] is '’' or '\'' ? text[..^2] : text;
    }

    private static Span Place(Reading reading, NameUse use)
    {
        var place = reading.Place(use.First, use.Last);
        return new Span(place.Start, place.Start + Name(reading, use).Length);
    }

    private static List<Entity> Named(List<NameCandidate> candidates)
    {
        var entities = new List<Entity>(candidates.Count);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var kind = candidate.Kind;
            var slug = Slug(kind is EntityKind.Person ? candidate.Words[^1] : candidate.Name);
            var id = "e:" + slug;
            for (var n = 2; !ids.Add(id); n++)
            {
                id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e:{slug}-{n}");
            }

            candidate.Mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
            entities.Add(new Entity(
                id, kind, candidate.Name, kind is EntityKind.Person ? candidate.Role : null, candidate.Aliases, [.. candidate.Mentions.Distinct()]));
        }

        return entities;
    }

    private static string Slug(string name)
    {
        var slug = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('.' or '’' or '\'') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "unnamed" : text;
    }
}
