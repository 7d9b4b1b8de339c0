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

    private readonly PackedWords _words;
    private readonly PackedLists _phrasesOfWord;
    private readonly PackedLists _partsOfPhrase;
    private readonly ushort[] _wholeOfPhrase;

    internal PhraseFinder(PackedWords words, PackReader pack)
    {
        _words = words;
        _phrasesOfWord = pack.Lists();
        _partsOfPhrase = pack.Lists();
        _wholeOfPhrase = pack.Shorts();
    }

    /// <summary>Every expression in <paramref name="tokens"/>, those within others too; from left to right, the longest first.</summary>
    public List<Expression> In(ReadOnlySpan<Token> tokens)
    {
        var found = new List<Expression>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var first = _words.Find(tokens[i].Stem);
            if (first < 0)
            {
                continue;
            }

            foreach (var phrase in _phrasesOfWord[first])
            {
                var parts = _partsOfPhrase[phrase];
                var whole = EndOf(parts, tokens, i);
                var end = whole >= 0 ? whole : EndOfSplit(parts, tokens, i);
                if (end >= 0)
                {
                    found.Add(new Expression(_words.Text(_wholeOfPhrase[phrase]), i, end, whole < 0));
                }
            }
        }

        return found;
    }

    /// <summary>One past the phrase that begins <paramref name="at"/> a token, hyphens or none between its words; -1 where there is none.</summary>
    private int EndOf(ReadOnlySpan<ushort> parts, ReadOnlySpan<Token> tokens, int at)
    {
        var next = at + 1;
        foreach (var part in parts[1..])
        {
            while (next < tokens.Length && tokens[next].Lower is "-" or "'" or "&")
            {
                next++;
            }

            if (next == tokens.Length || !Is(_words.Span(part), tokens[next]))
            {
                return -1;
            }

            next++;
        }

        return next;
    }

    /// <summary>One past the particle of a verb that has its object before it ("turned the offer down"); -1 where there is none.</summary>
    private int EndOfSplit(ReadOnlySpan<ushort> parts, ReadOnlySpan<Token> tokens, int at)
    {
        const int LongestObject = 3;
        if (parts.Length != 2 || _words.Span(parts[1]) is not ("off" or "up" or "out" or "down" or "back" or "away"))
        {
            return -1;
        }

        for (var i = at + 1; i < tokens.Length && i <= at + 1 + LongestObject && tokens[i].IsWord; i++)
        {
            if (_words.Span(parts[1]).SequenceEqual(tokens[i].Stem))
            {
                // "took the crew off the ship" goes on: there the particle begins a place.
                return i + 1 < tokens.Length && (IsPossessive(tokens[i + 1].Lower) || tokens[i + 1].Lower is "of") ? -1 : i + 1;
            }
        }

        return -1;
    }

    private static bool Is(ReadOnlySpan<char> part, in Token token) =>
        part.SequenceEqual(token.Stem) || (part.SequenceEqual(AnyPossessive) && IsPossessive(token.Lower));

    private static bool IsPossessive(string lower) =>
        lower is "my" or "your" or "his" or "her" or "its" or "our" or "their" or "the" or "a" or "an";
}
