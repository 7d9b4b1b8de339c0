namespace ChannelBot.Core.Language;

/// <summary>A list of words that can be looked up without being loaded: characters, where each word starts, and a hash table of places.</summary>
internal sealed class PackedWords
{
    private readonly char[] _characters;
    private readonly int[] _starts;
    private readonly ushort[] _table;
    private readonly string?[] _made;

    public PackedWords(PackReader pack)
    {
        _characters = pack.Characters();
        _starts = pack.Numbers();
        _table = pack.Shorts();
        _made = new string?[Count];
    }

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<char> Span(int word) => _characters.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>The word as a string, made once.</summary>
    public string Text(int word) => _made[word] ??= Span(word).ToString();

    /// <summary>The place of <paramref name="text"/> in the list; -1 where it is not in it.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var mask = _table.Length - 1;
        for (var slot = (int)Hash(text) & mask; _table[slot] != 0; slot = (slot + 1) & mask)
        {
            if (Span(_table[slot] - 1).SequenceEqual(text))
            {
                return _table[slot] - 1;
            }
        }

        return -1;
    }

    public static void Write(PackWriter pack, IReadOnlyList<string> words)
    {
        if (words.Count >= ushort.MaxValue)
        {
            throw new InvalidOperationException($"{words.Count} words do not fit: a place is 16 bits.");
        }

        var starts = new int[words.Count + 1];
        for (var i = 0; i < words.Count; i++)
        {
            starts[i + 1] = starts[i] + words[i].Length;
        }

        pack.Characters(string.Concat(words));
        pack.Numbers(starts);
        pack.Shorts(Table(words));
    }

    private static ushort[] Table(IReadOnlyList<string> words)
    {
        var table = new ushort[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)((words.Count * 2) + 1))];
        for (var word = 0; word < words.Count; word++)
        {
            var slot = (int)Hash(words[word]) & (table.Length - 1);
            while (table[slot] != 0)
            {
                slot = (slot + 1) & (table.Length - 1);
            }

            table[slot] = (ushort)(word + 1);
        }

        return table;
    }

    /// <summary>FNV-1a: the framework's own hash differs from run to run.</summary>
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
