using System.Numerics;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Finds the known word that a misspelt one was meant to be.</summary>
internal sealed class WordSpelling
{
    /// <summary>A shorter word is too easily another one.</summary>
    private const int ShortestCorrected = 5;

    private readonly Vocabulary _vocabulary;

    /// <summary>Known words of the same first letter and length.</summary>
    private readonly Lazy<Dictionary<int, List<KnownWord>>> _words;

    private sealed record KnownWord(string Word, uint Letters);

    public WordSpelling(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _words = new(Group);
    }

    /// <summary>Id of the one known word that is a single slip away and begins with the same letter; -1 where there is none or more than one.</summary>
    public int Nearest(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestCorrected)
        {
            return -1;
        }

        var letters = SpellingIndex.LettersOf(word);
        string? found = null;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            foreach (var (candidate, others) in _words.Value.GetValueOrDefault(GroupOf(word[0], length)) ?? [])
            {
                // One slip adds a letter, leaves one out, or neither: most words are told apart by that alone.
                if (BitOperations.PopCount(letters ^ others) > 1 || !IsOneSlipAway(word, candidate))
                {
                    continue;
                }

                if (found is not null)
                {
                    return -1;
                }

                found = candidate;
            }
        }

        return found is null ? -1 : _vocabulary.Find(found);
    }

    /// <summary>One letter too many, missing, swapped with its neighbour, or (in longer words) another.</summary>
    internal static bool IsOneSlipAway(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var same = typed.CommonPrefixLength(meant);
        var rest = typed[same..];
        var other = meant[same..];
        if (rest.Length > other.Length)
        {
            return rest.Length == other.Length + 1 && rest[1..].SequenceEqual(other) && !IsEnding(rest, other);
        }

        if (rest.Length < other.Length)
        {
            return other.Length == rest.Length + 1 && other[1..].SequenceEqual(rest) && !IsEnding(other, rest);
        }

        return rest.Length >= 2 && rest[0] == other[1] && rest[1] == other[0] && rest[2..].SequenceEqual(other[2..]);
    }

    /// <summary>A letter at the end makes another form ("smuggler", "smugglers"), not a slip.</summary>
    private static bool IsEnding(ReadOnlySpan<char> longer, ReadOnlySpan<char> shorter) => longer.Length == 1 && shorter.Length == 0;

    private static int GroupOf(char first, int length) => (length << 16) | first;

    private Dictionary<int, List<KnownWord>> Group()
    {
        var words = new Dictionary<int, List<KnownWord>>();
        for (var id = 0; id < _vocabulary.Count; id++)
        {
            var word = _vocabulary.Word(id);
            if (word.Length >= ShortestCorrected - 1)
            {
                var key = GroupOf(word[0], word.Length);
                if (!words.TryGetValue(key, out var group))
                {
                    words.Add(key, group = []);
                }

                group.Add(new KnownWord(word, SpellingIndex.LettersOf(word)));
            }
        }

        return words;
    }
}
