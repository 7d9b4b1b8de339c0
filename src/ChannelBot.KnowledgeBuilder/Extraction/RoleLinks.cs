using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Finds who "the Prime Minister" or "the Transport Secretary" is, where the article shows it.</summary>
internal static class RoleLinks
{
    public static void Link(List<NameCandidate> candidates, List<(NameUse Use, string Role)> alone, List<Reading> readings)
    {
        var people = candidates.Where(candidate => candidate.Kind is EntityKind.Person).ToList();
        foreach (var group in alone.GroupBy(use => use.Role.ToLowerInvariant(), StringComparer.Ordinal))
        {
            var first = group.First();
            var holder = Holder(people, group.Key) ?? Unnamed(people, first.Use, readings);
            if (holder is null)
            {
                candidates.Add(RoleOnly(first.Role, group, readings));
                continue;
            }

            holder.Role ??= first.Role;
            holder.AddAlias("the " + first.Role);
            holder.AddAlias(first.Role);
            holder.Mentions.AddRange(group.Select(use => readings[use.Use.Sentence].Place(use.Use.TitleFirst, use.Use.Last)));
        }

        var heads = people.Where(person => person.Role is not null).CountBy(person => Head(person.Role!), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var person in people)
        {
            AddShortRole(person, heads);
        }
    }

    /// <summary>The only person whose role is, or begins or ends with, these words.</summary>
    private static NameCandidate? Holder(List<NameCandidate> people, string role)
    {
        NameCandidate? only = null;
        foreach (var person in people)
        {
            if (person.Role is { } held
                && (held.EndsWith(role, StringComparison.OrdinalIgnoreCase) || held.StartsWith(role, StringComparison.OrdinalIgnoreCase))
                && (held.Length == role.Length || !char.IsLetter(held[held.Length > role.Length && held.StartsWith(role, StringComparison.OrdinalIgnoreCase) ? role.Length : held.Length - role.Length - 1])))
            {
                if (only is not null)
                {
                    return null;
                }

                only = person;
            }
        }

        return only;
    }

    /// <summary>With the article: the role is somebody the reader has met. That is certain only where one person was named before, without a role.</summary>
    private static NameCandidate? Unnamed(List<NameCandidate> people, NameUse use, List<Reading> readings)
    {
        var words = readings[use.Sentence].Words;
        if (use.TitleFirst == 0 || words[use.TitleFirst - 1].Lower != "the")
        {
            return null;
        }

        var before = people.Where(person => person.Role is null && person.FirstSentence < use.Sentence).Take(2).ToList();
        return before.Count == 1 && before[0].FirstSentence >= use.Sentence - 2 ? before[0] : null;
    }

    private static NameCandidate RoleOnly(string role, IEnumerable<(NameUse Use, string Role)> uses, List<Reading> readings)
    {
        var list = uses.ToList();
        var candidate = new NameCandidate(role, role.ToLowerInvariant().Split(' '), list[0].Use.Sentence);
        candidate.Score(EntityKind.Person, 1);
        candidate.Role = role;
        candidate.AddAlias("the " + role);
        candidate.Mentions.AddRange(list.Select(use => readings[use.Use.Sentence].Place(use.Use.TitleFirst, use.Use.Last)));
        return candidate;
    }

    /// <summary>"the director", "the mayor": the word of a role that one person alone has.</summary>
    private static void AddShortRole(NameCandidate person, Dictionary<string, int> heads)
    {
        if (person.Role is not { } role)
        {
            return;
        }

        var head = Head(role);
        if (heads[head] == 1 && (head.Length > 2 || head == "mp"))
        {
            person.AddAlias("the " + head);
        }

        person.AddAlias(role);
    }

    private static string Head(string role)
    {
        var core = role;
        foreach (var preposition in (ReadOnlySpan<string>)[" of ", " for ", " at ", " from ", " in ", " with "])
        {
            var cut = core.IndexOf(preposition, StringComparison.Ordinal);
            core = cut < 0 ? core : core[..cut];
        }

        return core[(core.LastIndexOf(' ') + 1)..].ToLowerInvariant();
    }
}
