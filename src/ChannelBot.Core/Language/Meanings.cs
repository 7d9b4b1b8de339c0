using System.Numerics;
using System.Text;

namespace ChannelBot.Core.Language;

/// <summary>Where sentences lie in a space in which those that mean about the same lie close together, though they share no word.</summary>
/// <remarks>A sentence's place is the sum of its words' and word pairs' places, which tools/meanings learnt from a sentence encoder. They are read
/// one by one from the program's own file, so that only the words that are asked for take memory.</remarks>
internal sealed class Meanings : IDisposable
{
    private const int BytesOfScale = 2;

    private static readonly Lazy<Meanings> LazyEnglish = new(() => new Meanings(LanguageData.Open("meanings.bin")));

    private readonly Stream _data;
    private readonly Lock _reading = new();
    private readonly uint[] _table;
    private readonly long _rows;

    private Meanings(Stream data)
    {
        _data = data;
        using var reader = new BinaryReader(data, Encoding.UTF8, leaveOpen: true);
        _table = new uint[reader.ReadInt32()];
        _ = reader.ReadInt32();
        Dimensions = reader.ReadInt32();
        data.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_table.AsSpan()));
        _rows = data.Position;
    }

    public static Meanings English => LazyEnglish.Value;

    public int Dimensions { get; }

    /// <summary>The place of <paramref name="tokens"/> together, of length 1; all 0 where none of them is known.</summary>
    public float[] Of(ReadOnlySpan<Token> tokens)
    {
        var sum = new float[Dimensions];
        lock (_reading)
        {
            string? before = null;
            foreach (var token in tokens)
            {
                if (!token.IsWord)
                {
                    continue;
                }

                Add(token.Stem, sum);
                if (before is not null)
                {
                    Add($"{before}_{token.Stem}", sum);
                }

                before = token.Stem;
            }
        }

        var length = MathF.Sqrt(Product(sum, sum));
        for (var i = 0; i < sum.Length && length > 0; i++)
        {
            sum[i] /= length;
        }

        return sum;
    }

    /// <summary>From -1 to 1 for two places: how near in meaning.</summary>
    public static float Product(float[] one, float[] other)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < one.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(one, i) * new Vector<float>(other, i);
        }

        return Vector.Sum(sum);
    }

    public void Dispose() => _data.Dispose();

    private void Add(string key, float[] sum)
    {
        if (RowOf(key) is not { } row)
        {
            return;
        }

        Span<byte> bytes = stackalloc byte[BytesOfScale + sum.Length];
        _data.Position = _rows + ((long)row * bytes.Length);
        _data.ReadExactly(bytes);
        var scale = (float)BitConverter.ToHalf(bytes);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += scale * (sbyte)bytes[BytesOfScale + i];
        }
    }

    /// <summary>The table holds, in the place that a key's hash gives or one behind, 16 bits of the hash and the number of the row, from 1.</summary>
    private int? RowOf(string key)
    {
        var hash = 2166136261u;
        foreach (var c in key)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash ^= hash >> 15;
        var mask = _table.Length - 1;
        for (var slot = (int)hash & mask; _table[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_table[slot] >> 16 == hash >> 16)
            {
                return (int)(_table[slot] & 0xFFFF) - 1;
            }
        }

        return null;
    }
}
