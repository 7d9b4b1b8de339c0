namespace ChannelBot.Core.Language;

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

    private static Token Whole(ReadOnlySpan<Token> words, string stem) =>
        new(words[0].Start, words[^1].End, stem, stem, true, words[0].IsCapitalised, false);

    private int LongestAt(Token[] tokens, int at)
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

    private bool Fits(ReadOnlySpan<ushort> parts, Token[] tokens, int at)
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

    private static bool IsPossessive(string lower) =>
        lower is "my" or "your" or "his" or "her" or "its" or "our" or "their" or "the" or "a" or "an";
}
