namespace ChannelBot.Core.Language;

/// <summary>What it takes to mistype a word as another: letters left out, put in, exchanged, or hit beside the key.</summary>
internal static class EditDistance
{
    /// <summary>A letter left out or put in, or a neighbouring pair exchanged.</summary>
    public const double Slip = 1;

    /// <summary>A wrong vowel, or the key beside the right one.</summary>
    private const double NearLetter = 0.9;

    /// <summary>Any other wrong letter: seldom a slip, mostly another word.</summary>
    private const double OtherLetter = 1.6;

    /// <summary>A letter doubled that should not be, or not doubled that should be.</summary>
    private const double Doubling = 0.7;

    private const int LongestWord = 48;

    private static readonly string[] Keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly uint[] Neighbours = FindNeighbours();

    /// <param name="typed">Lower case, as is <paramref name="word"/>.</param>
    /// <param name="most">Larger distances are not worked out: <see cref="double.MaxValue"/>.</param>
    public static double Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, double most)
    {
        if (typed.Length > LongestWord || word.Length > LongestWord)
        {
            return typed.SequenceEqual(word) ? 0 : double.MaxValue;
        }

        Span<double> beforeLast = stackalloc double[LongestWord + 1];
        Span<double> last = stackalloc double[LongestWord + 1];
        Span<double> row = stackalloc double[LongestWord + 1];
        for (var j = 1; j <= word.Length; j++)
        {
            last[j] = last[j - 1] + Insertion(word, j - 1);
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = last[0] + Insertion(typed, i - 1);
            var least = row[0];
            for (var j = 1; j <= word.Length; j++)
            {
                var change = last[j - 1] + Substitution(typed[i - 1], word[j - 1]);
                row[j] = Math.Min(change, Math.Min(last[j] + Insertion(typed, i - 1), row[j - 1] + Insertion(word, j - 1)));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1] && typed[i - 1] != typed[i - 2])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + Slip);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return double.MaxValue;
            }

            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        return last[word.Length] > most ? double.MaxValue : last[word.Length];
    }

    /// <summary>Whether the words differ in two neighbouring letters exchanged, and in nothing else.</summary>
    public static bool IsExchange(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        var at = typed.CommonPrefixLength(word);
        return typed.Length == word.Length && at + 1 < typed.Length && typed[at] == word[at + 1] && typed[at + 1] == word[at]
            && typed[(at + 2)..].SequenceEqual(word[(at + 2)..]);
    }

    /// <summary>Whether the words differ in one letter put in, left out or changed, in a neighbouring pair exchanged, or in nothing.</summary>
    public static bool IsOneSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        var before = typed.CommonPrefixLength(word);
        ReadOnlySpan<char> one = typed[before..], other = word[before..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        return (one.Length <= 1 && other.Length <= 1)
            || (one.Length == 2 && other.Length == 2 && one[0] == other[1] && one[1] == other[0]);
    }

    private static double Insertion(ReadOnlySpan<char> word, int at) =>
        (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.Length && word[at + 1] == word[at]) ? Doubling : Slip;

    private static double Substitution(char one, char other)
    {
        if (one == other)
        {
            return 0;
        }

        var isNear = (IsVowel(one) && IsVowel(other))
            || (char.IsAsciiLetterLower(one) && char.IsAsciiLetterLower(other) && (Neighbours[one - 'a'] & (1u << (other - 'a'))) != 0);
        return isNear ? NearLetter : OtherLetter;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static uint[] FindNeighbours()
    {
        var neighbours = new uint[26];
        for (var row = 0; row < Keys.Length; row++)
        {
            for (var column = 0; column < Keys[row].Length; column++)
            {
                // Each row stands half a key to the right of the one above it.
                Add(row, column, row, column + 1);
                Add(row, column, row + 1, column);
                Add(row, column, row + 1, column - 1);
            }
        }

        // Sounds alike: "c" for "s" or "k", "f" for "v".
        Join('c', 's');
        Join('c', 'k');
        Join('f', 'v');
        return neighbours;

        void Add(int row, int column, int otherRow, int otherColumn)
        {
            if (otherRow < Keys.Length && otherColumn >= 0 && otherColumn < Keys[otherRow].Length)
            {
                Join(Keys[row][column], Keys[otherRow][otherColumn]);
            }
        }

        void Join(char one, char other)
        {
            neighbours[one - 'a'] |= 1u << (other - 'a');
            neighbours[other - 'a'] |= 1u << (one - 'a');
        }
    }
}
