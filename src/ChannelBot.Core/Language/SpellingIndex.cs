namespace ChannelBot.Core.Language;

/// <summary>The common words by length, each with the set of its letters: most are no candidates for a misspelt word at one glance.</summary>
internal sealed class SpellingIndex
{
    private static readonly Lazy<SpellingIndex> LazyEnglish = new(() => new SpellingIndex(Lexicon.Spellings));

    private readonly uint[] _letters;
    private readonly int[] _firstOfLength;

    /// <param name="words">The shortest first.</param>
    private SpellingIndex(PackedWords words)
    {
        Words = words;
        _letters = new uint[words.Count];
        var longest = words.Count == 0 ? 0 : words.Span(words.Count - 1).Length;
        _firstOfLength = new int[longest + 2];
        var length = 0;
        for (var word = 0; word < words.Count; word++)
        {
            var span = words.Span(word);
            _letters[word] = LettersOf(span);
            while (length <= span.Length)
            {
                _firstOfLength[length++] = word;
            }
        }

        Array.Fill(_firstOfLength, words.Count, length, _firstOfLength.Length - length);
    }

    public static SpellingIndex English => LazyEnglish.Value;

    public PackedWords Words { get; }

    public ReadOnlySpan<uint> Letters => _letters;

    /// <summary>The place of the first word that is at least so long.</summary>
    public int FirstOfLength(int length) => _firstOfLength[Math.Clamp(length, 0, _firstOfLength.Length - 1)];

    /// <summary>A bit for each letter that the word has; letters far apart in the alphabet of Unicode may share one.</summary>
    public static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c & 31);
        }

        return letters;
    }
}
