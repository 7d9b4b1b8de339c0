namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>Words to entries, in any case: a hash table that needs no compiling at the start of the program and no copy of the word asked for.</summary>
internal sealed class WordMap
{
    /// <summary>A power of two, at least twice as many as there are words.</summary>
    private const int Size = 4096;

    /// <summary>Longer than any word of ours.</summary>
    private const int Longest = 24;

    private readonly string[] _words = new string[Size];
    private readonly WordEntry[] _entries = new WordEntry[Size];

    public WordEntry? Find(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > Longest)
        {
            return null;
        }

        for (var at = Hash(word); ; at = (at + 1) & (Size - 1))
        {
            if (_words[at] is not { } known)
            {
                return null;
            }

            if (IsSame(known, word))
            {
                return _entries[at];
            }
        }
    }

    /// <summary>The entry of a word in lower case; a new one where there is none.</summary>
    public WordEntry Entry(string word)
    {
        var at = Hash(word);
        while (_words[at] is { } known)
        {
            if (IsSame(known, word))
            {
                return _entries[at];
            }

            at = (at + 1) & (Size - 1);
        }

        _words[at] = word;
        return _entries[at] = new WordEntry();
    }

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 17u;
        foreach (var c in word)
        {
            hash = (hash * 31) + Lower(c);
        }

        return (int)((hash ^ (hash >> 12)) & (Size - 1));
    }

    private static bool IsSame(string known, ReadOnlySpan<char> word)
    {
        if (known.Length != word.Length)
        {
            return false;
        }

        for (var i = 0; i < known.Length; i++)
        {
            if (Lower(known[i]) != Lower(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < 128 ? c : char.ToLowerInvariant(c);
}
