using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Tells whether a message is written in another language than English, and in which.</summary>
internal sealed class ForeignLanguage
{
    private const int LongestWord = 24;
    private const int FewWords = 4;

    private readonly List<string> _locales = [];
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _english;

    /// <param name="Languages">Bit n for the nth language that has the word.</param>
    /// <param name="IsEnough">One such word tells in a short message.</param>
    private sealed record Word(ulong Languages, bool IsEnough);

    private static readonly Word s_unknown = new(0, false);

    public ForeignLanguage()
    {
        var words = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.RequiredLines("Embedded/Conduct/Words/languages.txt"))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals < 0 || line[0] == '#')
            {
                continue;
            }

            var bit = 1UL << _locales.Count;
            _locales.Add(line[..equals]);
            foreach (var entry in line[(equals + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var word = entry.TrimStart('*');
                var known = words.GetValueOrDefault(word, s_unknown);
                words[word] = new Word(known.Languages | bit, known.IsEnough || entry[0] == '*');
            }
        }

        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _english = EmbeddedText.RequiredLines("Embedded/Conduct/Words/english.txt")
            .Where(line => line is not ['#', ..])
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The locale ("fr"), "other" where only the script tells; null for English, and where there is too little to tell.</summary>
    public string? Recognise(string text) => Scripts.LocaleOf(text) ?? ByWords(text);

    private string? ByWords(string text)
    {
        Span<int> hits = stackalloc int[64];
        hits.Clear();
        var (words, english, letters) = (0, 0, 0);
        var enough = 0UL;
        Span<char> buffer = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var length = 0;
            for (; i < text.Length && (char.IsLetter(text[i]) || text[i] is '\'' or '’'); i++)
            {
                letters += text[i] is >= 'À' and not '’' ? 1 : 0;
                if (length < LongestWord)
                {
                    buffer[length++] = text[i] == '’' ? '\'' : char.ToLowerInvariant(text[i]);
                }
            }

            words++;
            english += _english.Contains(buffer[..length]) ? 1 : 0;
            Count(buffer[..length], hits, ref enough);
        }

        return Decide(hits, words, english, letters, enough);
    }

    private void Count(ReadOnlySpan<char> word, Span<int> hits, ref ulong enough)
    {
        if (!_words.TryGetValue(word, out var entry))
        {
            return;
        }

        for (var rest = entry.Languages; rest != 0; rest &= rest - 1)
        {
            hits[System.Numerics.BitOperations.TrailingZeroCount(rest)]++;
        }

        enough |= entry.IsEnough ? entry.Languages : 0;
    }

    private string? Decide(ReadOnlySpan<int> hits, int words, int english, int letters, ulong enough)
    {
        var best = 0;
        for (var i = 1; i < _locales.Count; i++)
        {
            best = hits[i] > hits[best] ? i : best;
        }

        var isMany = hits[best] >= 2 && hits[best] > english && hits[best] * 4 >= words;
        // "Merci beaucoup": few words, one of which tells; or one with letters that English does not have.
        var isFew = words <= FewWords && english == 0 && hits[best] >= 1 && ((enough >> best & 1) != 0 || letters > 0);
        return isMany || isFew ? _locales[best] : null;
    }
}
