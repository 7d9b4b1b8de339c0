using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Words that tell what kind of thing a name or noun names.</summary>
internal static class NameWords
{
    private static readonly Dictionary<string, HashSet<string>> s_names = WordList.Classes("name-words.txt", typeof(NameWords).Assembly);
    private static readonly Dictionary<string, HashSet<string>> s_nouns = Kinds();
    private static readonly HashSet<string> s_countries = Countries(nations: false);
    private static readonly HashSet<string> s_nations = Countries(nations: true);

    public static bool Is(string className, string word) => s_names[className].Contains(word);

    public static bool IsCountry(string name) => s_countries.Contains(name);

    /// <summary>"Dutch", "Romanians": the people and things of a country.</summary>
    public static bool IsNation(string word) => s_nations.Contains(word) || (word.EndsWith('s') && s_nations.Contains(word[..^1]));

    public static bool IsPersonNoun(string noun) => Is("role", noun) || IsKind("person", noun);

    public static bool IsGroupNoun(string noun) => IsKind("group", noun) || (noun.EndsWith('s') && IsPersonNoun(Singular(noun))) || noun is "people" or "men" or "women" or "children" or "police" or "authorities";

    public static bool IsOrganisationNoun(string noun) => IsKind("organisation", noun) || noun is "authorities" or "media" or "watchdog" or "regulator" or "supplier" or "operator";

    public static bool IsPlaceNoun(string noun) => IsKind("place", noun) || Is("place", noun);

    public static bool IsVehicle(string noun) => IsKind("vehicle", noun);

    private static bool IsKind(string kind, string noun) =>
        s_nouns.TryGetValue(kind, out var words) && (words.Contains(noun) || words.Contains(Singular(noun)));

    public static string Singular(string noun) => noun switch
    {
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "people" => "person",
        [.., 'i', 'e', 's'] when noun.Length > 4 => noun[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 'x' or 'h', 'e', 's'] => noun[..^2],
        [.., not ('o' or 'a'), 'u', 's', 'e', 's'] when noun.Length > 5 => noun[..^2],
        [.., 's'] when noun.Length > 3 && noun[^2] != 's' => noun[..^1],
        _ => noun,
    };

    private static Dictionary<string, HashSet<string>> Kinds()
    {
        var kinds = WordList.Lines("kinds.txt", typeof(NameWords).Assembly).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2)
            .ToLookup(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        return kinds.ToDictionary(
            kind => kind.Key,
            kind => kind.SelectMany(words => words).SelectMany(word => kinds[word].SelectMany(words => words).Append(word)).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static HashSet<string> Countries(bool nations) =>
        WordList.Lines("countries.txt", typeof(NameWords).Assembly).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .SelectMany(parts => nations ? parts[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : parts[0].Split(',', StringSplitOptions.TrimEntries))
            .Select(name => name.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
}
