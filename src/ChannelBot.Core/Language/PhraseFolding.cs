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

/// <summary>Finds expressions of several words that mean what one word does ("pull the plug", "lose their lives") and makes each one token.</summary>
public sealed class PhraseFolding
{
    /// <summary>Stands in a phrase for any possessive: "lose one's life".</summary>
    internal const string AnyPossessive = "one's";

    private readonly PackedWords _words;
    private readonly PackedLists _phrasesOfWord;
    private readonly PackedLists _partsOfPhrase;
    private readonly ushort[] _wholeOfPhrase;

    internal PhraseFolding(PackedWords words, PackReader pack)
    {
        _words = words;
        _phrasesOfWord = pack.Lists();
        _partsOfPhrase = pack.Lists();
        _wholeOfPhrase = pack.Shorts();
    }

    /// <summary>The same tokens, but for each phrase one token over all of its words; its stem joins theirs, "lose_one's_life", and is a
    /// word of the lexicon like any other. The very array where there is no phrase.</summary>
    public Token[] Fold(Token[] tokens)
    {
        List<Token>? folded = null;
        for (var i = 0; i < tokens.Length;)
        {
            var phrase = LongestAt(tokens, i);
            if (phrase < 0)
            {
                folded?.Add(tokens[i]);
                i++;
                continue;
            }

            if (folded is null)
            {
                folded = new List<Token>(tokens.Length);
                folded.AddRange(tokens.AsSpan(0, i));
            }

            var length = _partsOfPhrase[phrase].Length;
            folded.Add(Whole(tokens.AsSpan(i, length), _words.Text(_wholeOfPhrase[phrase])));
            i += length;
        }

        return folded?.ToArray() ?? tokens;
    }

    /// <summary>Every expression in <paramref name="tokens"/>, those within others too.</summary>
    public List<Expression> In(ReadOnlySpan<Token> tokens)
    {
        var found = new List<Expression>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (_words.Find(tokens[i].Stem) is >= 0 and var first)
            {
                foreach (var phrase in _phrasesOfWord[first])
                {
                    var parts = _partsOfPhrase[phrase];
                    var end = Fits(parts, tokens, i) ? i + parts.Length : EndOfSplit(parts, tokens, i);
                    if (end >= 0)
                    {
                        found.Add(new Expression(_words.Text(_wholeOfPhrase[phrase]), i, end, end > i + parts.Length));
                    }
                }
            }
        }

        return found;
    }

    private static Token Whole(ReadOnlySpan<Token> words, string stem) =>
        new(words[0].Start, words[^1].End, stem, stem, true, words[0].IsCapitalised, false);

    private int LongestAt(ReadOnlySpan<Token> tokens, int at)
    {
        var first = _words.Find(tokens[at].Stem);
        if (first < 0)
        {
            return -1;
        }

        foreach (var phrase in _phrasesOfWord[first])
        {
            if (Fits(_partsOfPhrase[phrase], tokens, at))
            {
                return phrase;
            }
        }

        return -1;
    }

    private bool Fits(ReadOnlySpan<ushort> parts, ReadOnlySpan<Token> tokens, int at)
    {
        if (at + parts.Length > tokens.Length)
        {
            return false;
        }

        for (var i = 1; i < parts.Length; i++)
        {
            var part = _words.Span(parts[i]);
            if (!part.SequenceEqual(tokens[at + i].Stem) && !(part.SequenceEqual(AnyPossessive) && IsPossessive(tokens[at + i].Lower)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One past the particle of a verb that has its object before it ("turned the offer down"); -1 where there is none.</summary>
    private int EndOfSplit(ReadOnlySpan<ushort> parts, ReadOnlySpan<Token> tokens, int at)
    {
        const int LongestObject = 3;
        if (parts.Length != 2 || !IsParticle(_words.Span(parts[1])))
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

    private static bool IsParticle(ReadOnlySpan<char> word) => word is "off" or "up" or "out" or "down" or "back" or "away";

    private static bool IsPossessive(string lower) =>
        lower is "my" or "your" or "his" or "her" or "its" or "our" or "their" or "the" or "a" or "an";
}
