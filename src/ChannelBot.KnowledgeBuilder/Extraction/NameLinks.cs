using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Joins the forms of one name: a surname to the full name, an acronym to what it stands for, a short form to the long one.</summary>
internal sealed class NameLinks(List<NameCandidate> candidates)
{
    private readonly Dictionary<string, List<NameCandidate>> _byLastWord = Index(candidates, candidate => candidate.Words[^1]);
    private readonly Dictionary<string, List<NameCandidate>> _byFirstWord = Index(candidates, candidate => candidate.Words[0]);
    private readonly Dictionary<string, List<NameCandidate>> _byInitials = Index(candidates, candidate => Initials(candidate.Words));

    public List<NameCandidate> Link()
    {
        var kept = new List<NameCandidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (Longer(candidate) is { } longer)
            {
                longer.Absorb(candidate);
            }
            else
            {
                kept.Add(candidate);
            }
        }

        var heads = kept.CountBy(candidate => candidate.Words[^1], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var candidate in kept)
        {
            AddShortForm(candidate, heads[candidate.Words[^1]]);
        }

        return kept;
    }

    private NameCandidate? Longer(NameCandidate candidate)
    {
        if (candidate.Words.Length == 1 && candidate.Name.Length is >= 2 and <= 7 && candidate.Name.All(char.IsUpper))
        {
            return Only(_byInitials, candidate.Words[0], candidate, other => other.Words.Length > 1);
        }

        if (candidate.Kind is EntityKind.Place && candidate.Words.Length == 1 && NameWords.IsCountry(candidate.Words[0]))
        {
            return null;
        }

        if (candidate.Words.Length == 1 && NameWords.Is("place", candidate.Words[0]))
        {
            return Only(_byLastWord, candidate.Words[0], candidate, other => other.Kind is EntityKind.Place && other.Words.Length > 1);
        }

        if (candidate.Words.Length == 1)
        {
            return Only(_byLastWord, candidate.Words[0], candidate, IsPerson)
                ?? Only(_byFirstWord, candidate.Words[0], candidate, other => IsPerson(other) && NameWords.Is("first", candidate.Words[0]));
        }

        // "Jane Smith" of "Dame Jane Smith", "Great Eastern" of "Great Eastern Trains".
        return Only(_byLastWord, candidate.Words[^1], candidate, other => IsPerson(other) && other.Words.Length > candidate.Words.Length && other.Words[^2] == candidate.Words[^2])
            ?? Only(_byFirstWord, candidate.Words[0], candidate, other => !IsPerson(other) && other.Words.Length == candidate.Words.Length + 1 && other.Words.AsSpan(0, candidate.Words.Length).SequenceEqual(candidate.Words)
                && NameWords.Is("organisation", other.Words[^1]));
    }

    private static bool IsPerson(NameCandidate candidate) => candidate.Kind is EntityKind.Person && candidate.Words.Length > 1;

    /// <summary>"the Agency", "the union": the last word of an organisation's name, where no other has it.</summary>
    private static void AddShortForm(NameCandidate candidate, int withSameHead)
    {
        var head = candidate.Words[^1];
        if (candidate.Kind is EntityKind.Organisation && candidate.Words.Length > 1 && NameWords.IsOrganisationNoun(head) && withSameHead == 1)
        {
            candidate.AddAlias("the " + head);
        }
    }

    private static NameCandidate? Only(Dictionary<string, List<NameCandidate>> index, string key, NameCandidate self, Func<NameCandidate, bool> fits)
    {
        if (!index.TryGetValue(key, out var others))
        {
            return null;
        }

        NameCandidate? only = null;
        foreach (var other in others)
        {
            if (ReferenceEquals(other, self) || !fits(other))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = other;
        }

        return only;
    }

    /// <summary>The first letters of the words that carry a capital: "rsu" for Railway Staff Union, "ons" for Office for National Statistics.</summary>
    private static string Initials(string[] words) =>
        string.Concat(words.Where(word => !NameWords.Is("joining", word)).Select(word => word[0]));

    private static Dictionary<string, List<NameCandidate>> Index(List<NameCandidate> candidates, Func<NameCandidate, string> key)
    {
        var index = new Dictionary<string, List<NameCandidate>>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            var word = key(candidate);
            if (!index.TryGetValue(word, out var list))
            {
                index.Add(word, list = []);
            }

            list.Add(candidate);
        }

        return index;
    }
}
