using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ChannelBot.Core.Language;

/// <summary>Where sentences lie in a space in which those that mean about the same lie close together, though they share no word.</summary>
/// <remarks>A sentence's place is the sum of its words' and word pairs' places, which tools/meanings learnt from a sentence encoder. They are read
/// one by one from a file beside the program, when they are first asked for, so that only these take memory.</remarks>
internal sealed class Meanings : IDisposable
{
    private const string FileName = "meanings.bin";
    private const int BytesOfScale = 2;

    /// <summary>The hash of nothing (FNV-1a).</summary>
    private const uint Basis = 2166136261;

    private static readonly Lazy<Meanings> LazyEnglish = new(() => new Meanings(Path.Combine(AppContext.BaseDirectory, FileName)));

    private readonly SafeFileHandle _file;
    private readonly uint[] _table;
    private readonly long _start;

    /// <summary>Each as it stands in the file; whoever finds one missing reads it, though two may at once.</summary>
    private readonly byte[]?[] _rows;

    private Meanings(string path)
    {
        _file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        var header = new int[3];
        ReadExactly(MemoryMarshal.AsBytes(header.AsSpan()), 0);
        (_table, _rows, Dimensions) = (new uint[header[0]], new byte[header[1]][], header[2]);
        ReadExactly(MemoryMarshal.AsBytes(_table.AsSpan()), sizeof(int) * header.Length);
        _start = (sizeof(int) * header.Length) + ((long)sizeof(uint) * _table.Length);
    }

    public static Meanings English => LazyEnglish.Value;

    public int Dimensions { get; }

    /// <summary>The place of <paramref name="tokens"/> together, of length 1; all 0 where none of them is known.</summary>
    public float[] Of(ReadOnlySpan<Token> tokens)
    {
        var sum = new float[Dimensions];
        string? before = null;
        foreach (var token in tokens)
        {
            if (!token.IsWord)
            {
                continue;
            }

            Add("", token.Stem, sum);
            if (before is not null)
            {
                Add(before, token.Stem, sum);
            }

            before = token.Stem;
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
        var others = MemoryMarshal.Cast<float, Vector<float>>(other);
        var ones = MemoryMarshal.Cast<float, Vector<float>>(one)[..others.Length];
        for (var i = 0; i < ones.Length; i++)
        {
            sum += ones[i] * others[i];
        }

        return Vector.Sum(sum);
    }

    public void Dispose() => _file.Dispose();

    /// <param name="before">The word before, for the two together; empty for the word by itself.</param>
    private void Add(string before, string word, float[] sum)
    {
        if (RowOf(before, word) is not { } row)
        {
            return;
        }

        var bytes = _rows[row] ??= Read(row);
        var scale = (float)BitConverter.ToHalf(bytes);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += scale * (sbyte)bytes[BytesOfScale + i];
        }
    }

    private byte[] Read(int row)
    {
        var bytes = new byte[BytesOfScale + Dimensions];
        ReadExactly(bytes, _start + ((long)row * bytes.Length));
        return bytes;
    }

    /// <summary>A read may bring less than was asked for; a file that ends too early is not taken for one of zeros.</summary>
    private void ReadExactly(Span<byte> bytes, long from)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(_file, bytes, from);
            if (read == 0)
            {
                throw new EndOfStreamException($"'{FileName}' beside the program is shorter than it says.");
            }

            bytes = bytes[read..];
            from += read;
        }
    }

    /// <summary>The hash of what stands before, carried on by a text (FNV-1a).</summary>
    private static uint Hashed(uint hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    /// <summary>The table holds, in the place that a key's hash gives or one behind, 16 bits of the hash and the number of the row, from 1.</summary>
    private int? RowOf(string before, string word)
    {
        var hash = Hashed(before.Length == 0 ? Basis : Hashed(Hashed(Basis, before), "_"), word);

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
