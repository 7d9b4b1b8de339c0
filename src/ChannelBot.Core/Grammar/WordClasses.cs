
namespace ChannelBot.Core.Grammar;

/// <summary>The closed classes of English and the verbs that work in a way of their own.</summary>
internal static class WordClasses
{
    private static readonly Dictionary<string, HashSet<string>> s_classes = WordList.Classes("closed-classes.txt");
    private static readonly Dictionary<string, Tag> s_tags = Tags();

    public static bool Is(string className, string word) => s_classes[className].Contains(word);

    /// <summary>The tag of a word of a closed class; null for other words.</summary>
    public static Tag? TagOf(string word) => s_tags.TryGetValue(word, out var tag) ? tag : null;

    private static Dictionary<string, Tag> Tags()
    {
        (string Class, Tag Tag)[] order =
        [
            ("determiner", Tag.Determiner), ("possessive", Tag.Possessive), ("pronoun", Tag.Pronoun), ("preposition", Tag.Preposition),
            ("conjunction", Tag.Conjunction), ("subordinator", Tag.Subordinator), ("modal", Tag.Modal), ("be", Tag.Be), ("have", Tag.Have),
            ("do", Tag.Do), ("negation", Tag.Negation), ("number", Tag.Number), ("adverb", Tag.Adverb), ("adjective", Tag.Adjective),
        ];
        var tags = new Dictionary<string, Tag>(StringComparer.Ordinal)
        {
            ["that"] = Tag.That,
            ["who"] = Tag.Relative,
            ["which"] = Tag.Relative,
            ["whose"] = Tag.Relative,
            ["whom"] = Tag.Relative,
            ["to"] = Tag.To,
        };
        foreach (var (name, tag) in order)
        {
            foreach (var word in s_classes[name])
            {
                tags.TryAdd(word, tag);
            }
        }

        return tags.ToDictionary(StringComparer.Ordinal);
    }
}
