namespace ChannelBot.Core.Language;

/// <summary>A word (or phrase, "lose_one's_life") that means about the same as another.</summary>
/// <param name="Similarity">Above 0, below 1.</param>
public sealed record RelatedWord(string Stem, double Similarity);

/// <summary>What English words mean to each other, as far as any news story needs it: synonyms, opposites, kinds of thing.</summary>
public sealed class Lexicon
{
    private static readonly Lazy<Lexicon> LazyEnglish = new(() => Read("lexicon.bin", pack => new Lexicon(pack)));
    private static readonly Lazy<PackedWords> LazySpellings = new(() => Read("spellings.bin", pack => new PackedWords(pack)));

    private readonly PackedWords _words;
    private readonly PackedLists _groupsOfWord;
    private readonly PackedLists _wordsOfGroup;
    private readonly ushort[] _weightOfGroup;
    private readonly PackedLists _sidesOfWord;
    private readonly PackedLists _kindsOfWord;
    private readonly ushort[] _kindNames;

    private Lexicon(PackReader pack)
    {
        _words = new PackedWords(pack);
        _groupsOfWord = pack.Lists();
        _wordsOfGroup = pack.Lists();
        _weightOfGroup = pack.Shorts();
        _sidesOfWord = pack.Lists();
        _kindsOfWord = pack.Lists();
        _kindNames = pack.Shorts();
        Phrases = new PhraseFinder(_words, pack);
    }

    /// <summary>The general lexicon that comes with the program; read when first asked for.</summary>
    public static Lexicon English => LazyEnglish.Value;

    /// <summary>Expressions of several words that mean what one word does.</summary>
    public PhraseFinder Phrases { get; }

    /// <summary>Common English words as they are written, lower case, the shortest first.</summary>
    internal static PackedWords Spellings => LazySpellings.Value;

    /// <summary>From 0 (nothing to do with each other) to 1 (the same word) for two stems.</summary>
    public double Similarity(string stem, string other)
    {
        if (string.Equals(stem, other, StringComparison.Ordinal))
        {
            return 1;
        }

        return _words.Find(stem) is >= 0 and var one && _words.Find(other) is >= 0 and var two
            ? SharedWeight(_groupsOfWord[one], _groupsOfWord[two]) / 100.0
            : 0;
    }

    /// <summary>Whether the two stems mean the contrary of each other: rise and fall, before and after.</summary>
    public bool AreOpposite(string stem, string other)
    {
        int one = _words.Find(stem), two = _words.Find(other);
        if (one < 0 || two < 0)
        {
            return false;
        }

        // Sides 2n and 2n + 1 face each other. A word that may stand on the side of the other is no opposite of it.
        ReadOnlySpan<ushort> ones = _sidesOfWord[one], twos = _sidesOfWord[two];
        var faces = false;
        foreach (var side in ones)
        {
            if (twos.Contains(side))
            {
                return false;
            }

            faces |= twos.Contains((ushort)(side ^ 1));
        }

        return faces;
    }

    /// <summary>Whether <paramref name="stem"/> names a thing of the kind: "person", "country", "vehicle", "weekday" and others (kinds.txt).</summary>
    public bool IsKindOf(string stem, string kind)
    {
        if (_words.Find(stem) is >= 0 and var word)
        {
            foreach (var own in _kindsOfWord[word])
            {
                if (_words.Span(_kindNames[own]).SequenceEqual(kind))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>All kinds of what <paramref name="stem"/> names; empty for a word that the lexicon does not place.</summary>
    public IReadOnlyList<string> KindsOf(string stem) =>
        _words.Find(stem) is >= 0 and var word ? Array.ConvertAll(_kindsOfWord[word].ToArray(), kind => _words.Text(_kindNames[kind])) : [];

    /// <summary>The kinds of what <paramref name="stem"/> names, a bit for each: as <see cref="KindsOf"/>, for asking of many words at once.</summary>
    internal ulong KindSetOf(string stem)
    {
        var kinds = 0UL;
        if (_words.Find(stem) is >= 0 and var word)
        {
            foreach (var kind in _kindsOfWord[word])
            {
                kinds |= 1UL << kind;
            }
        }

        return kinds;
    }

    /// <summary>The kinds that <paramref name="stem"/> asks for when a question has "which …": "nation" asks for a country.</summary>
    internal ulong KindSetNamed(string stem)
    {
        const double MeansTheSame = 0.7;
        var kinds = 0UL;
        for (var kind = 0; kind < _kindNames.Length; kind++)
        {
            kinds |= Similarity(stem, _words.Text(_kindNames[kind])) >= MeansTheSame ? 1UL << kind : 0;
        }

        return kinds;
    }

    /// <summary>Whether the lexicon has the stem in any group or kind.</summary>
    public bool Knows(string stem) => _words.Find(stem) >= 0;

    /// <summary>What means about the same as <paramref name="stem"/>, each once, the stem itself left out.</summary>
    public IReadOnlyList<RelatedWord> Related(string stem)
    {
        var word = _words.Find(stem);
        if (word < 0)
        {
            return [];
        }

        var weights = new Dictionary<int, int>();
        foreach (var group in _groupsOfWord[word])
        {
            foreach (var other in _wordsOfGroup[group])
            {
                if (other != word)
                {
                    weights[other] = Math.Max(weights.GetValueOrDefault(other), _weightOfGroup[group]);
                }
            }
        }

        return [.. weights.Select(pair => new RelatedWord(_words.Text(pair.Key), pair.Value / 100.0))];
    }

    private static T Read<T>(string file, Func<PackReader, T> make)
    {
        using var data = LanguageData.Open(file);
        return make(new PackReader(data));
    }

    /// <summary>The weight of the heaviest group in both lists; each list is in order.</summary>
    private int SharedWeight(ReadOnlySpan<ushort> ones, ReadOnlySpan<ushort> twos)
    {
        int i = 0, j = 0, most = 0;
        while (i < ones.Length && j < twos.Length)
        {
            if (ones[i] == twos[j])
            {
                most = Math.Max(most, _weightOfGroup[ones[i]]);
            }

            if (ones[i] <= twos[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return most;
    }
}
