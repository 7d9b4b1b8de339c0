namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>A phrase of a word list.</summary>
/// <param name="Words">In the order in which a match reads them: backwards for phrases before a number.</param>
/// <param name="UnlessAfter">Words before the phrase that give it another meaning.</param>
internal sealed record Phrase(string[] Words, Bound Bound, HashSet<string>? UnlessAfter)
{
    public bool IsOver { get; } = Words is ["over"];

    public bool BeginsWithOr { get; } = Words[0] is "or" or "and";

    public bool IsUnlessAfter(ReadOnlySpan<char> word) =>
        UnlessAfter is not null && UnlessAfter.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}

/// <summary>Phrases by the word next to the number, longest first.</summary>
internal sealed class PhraseTable(bool backwards)
{
    private readonly Dictionary<string, List<Phrase>> _phrases = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="list">Phrases parted by ";", and after "!" the words before them that change their meaning.</param>
    public void Add(string list, Bound bound)
    {
        var parts = list.Split('!');
        var unless = parts.Length > 1 ? new HashSet<string>(WordFile.Words(parts[1]), StringComparer.OrdinalIgnoreCase) : null;
        foreach (var phrase in parts[0].Split(';', StringSplitOptions.TrimEntries))
        {
            var words = WordFile.Words(phrase);
            if (backwards)
            {
                Array.Reverse(words);
            }

            if (!_phrases.TryGetValue(words[0], out var known))
            {
                _phrases.Add(words[0], known = []);
            }

            known.Add(new(words, bound, unless));
            known.Sort((a, b) => b.Words.Length - a.Words.Length);
        }
    }

    /// <summary>The longest phrase that ends (or begins) at <paramref name="index"/>, and its other side.</summary>
    public Phrase? Match(ReadOnlySpan<char> text, int index, out int edge)
    {
        var word = Step(text, index, out edge);
        if (word.IsEmpty || !_phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var phrases))
        {
            return null;
        }

        var first = edge;
        foreach (var phrase in phrases)
        {
            edge = first;
            var matched = 1;
            while (matched < phrase.Words.Length && Step(text, edge, out var next).Is(phrase.Words[matched]))
            {
                edge = next;
                matched++;
            }

            if (matched == phrase.Words.Length)
            {
                return phrase;
            }
        }

        return null;
    }

    private ReadOnlySpan<char> Step(ReadOnlySpan<char> text, int index, out int edge) =>
        backwards ? text.WordBefore(index, out edge) : text.NextWord(index, out _, out edge);
}
