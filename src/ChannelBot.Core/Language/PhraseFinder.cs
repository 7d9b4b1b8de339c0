namespace ChannelBot.Core.Language;

/// <summary>An expression of several words found in a text.</summary>
/// <param name="Stem">The word of the lexicon that it is: "lose_one's_life".</param>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="IsSplit">Only the first token and the last belong to it: "called the match off".</param>
public readonly record struct Expression(string Stem, int First, int End, bool IsSplit)
{
    /// <summary>Whether the token at <paramref name="token"/> is one of the expression's own.</summary>
    public bool Holds(int token) => IsSplit ? token == First || token == End - 1 : token >= First && token < End;
}

/// <summary>Finds expressions of several words that mean what one word does: "pull the plug", "lose their lives".</summary>
public sealed class PhraseFinder
{
    /// <summary>Stands in a phrase for any possessive: "lose one's life".</summary>
    internal const string AnyPossessive = "one's";

    private const int MostOnStack = 256;

    private static readonly string[] Particles = ["off", "up", "out", "down", "back", "away"];

    private readonly PackedWords _words;
    private readonly PackedLists _phrasesOfWord;
    private readonly PackedLists _partsOfPhrase;
    private readonly ushort[] _wholeOfPhrase;
    private readonly int _possessive;
    private readonly int[] _particles;

    internal PhraseFinder(PackedWords words, PackReader pack)
    {
        _words = words;
        _phrasesOfWord = pack.Lists();
        _partsOfPhrase = pack.Lists();
        _wholeOfPhrase = pack.Shorts();
        _possessive = words.Find(AnyPossessive);
        _particles = Array.ConvertAll(Particles, particle => words.Find(particle));
    }

    /// <summary>Every expression in <paramref name="tokens"/>, those within others too; from left to right, the longest first.</summary>
    public List<Expression> In(ReadOnlySpan<Token> tokens)
    {
        var found = new List<Expression>();
        Span<int> words = tokens.Length <= MostOnStack ? stackalloc int[tokens.Length] : new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            words[i] = _words.Find(tokens[i].Stem);
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (words[i] < 0)
            {
                continue;
            }

            foreach (var phrase in _phrasesOfWord[words[i]])
            {
                var parts = _partsOfPhrase[phrase];
                var whole = EndOf(parts, tokens, words, i);
                var end = whole >= 0 ? whole : EndOfSplit(parts, tokens, words, i);
                if (end >= 0)
                {
                    found.Add(new Expression(_words.Text(_wholeOfPhrase[phrase]), i, end, whole < 0));
                }
            }
        }

        return found;
    }

    /// <summary>One past the phrase that begins <paramref name="at"/> a token, hyphens or none between its words; -1 where there is none.</summary>
    private int EndOf(ReadOnlySpan<ushort> parts, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> words, int at)
    {
        var next = at + 1;
        foreach (var part in parts[1..])
        {
            while (next < tokens.Length && tokens[next].Lower is "-" or "'" or "&")
            {
                next++;
            }

            if (next == tokens.Length || !(part == words[next] || (part == _possessive && IsPossessive(tokens[next].Lower))))
            {
                return -1;
            }

            next++;
        }

        return next;
    }

    /// <summary>One past the particle of a verb that has its object before it ("turned the offer down"); -1 where there is none.</summary>
    private int EndOfSplit(ReadOnlySpan<ushort> parts, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> words, int at)
    {
        const int LongestObject = 3;
        if (parts.Length != 2 || Array.IndexOf(_particles, parts[1]) < 0)
        {
            return -1;
        }

        for (var i = at + 1; i < tokens.Length && i <= at + 1 + LongestObject && tokens[i].IsWord; i++)
        {
            if (parts[1] == words[i])
            {
                // "took the crew off the ship" goes on: there the particle begins a place.
                return i + 1 < tokens.Length && (IsPossessive(tokens[i + 1].Lower) || tokens[i + 1].Lower is "of") ? -1 : i + 1;
            }
        }

        return -1;
    }

    private static bool IsPossessive(string lower) =>
        lower is "my" or "your" or "his" or "her" or "its" or "our" or "their" or "the" or "a" or "an";
}
