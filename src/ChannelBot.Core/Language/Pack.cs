using System.Runtime.InteropServices;

namespace ChannelBot.Core.Language;

/// <summary>Reads arrays as <see cref="PackWriter"/> wrote them, one after the other, each straight into its place.</summary>
internal sealed class PackReader(Stream data)
{
    public char[] Characters() => Next<char>();

    public int[] Numbers() => Next<int>();

    public ushort[] Shorts() => Next<ushort>();

    public PackedLists Lists() => new(Numbers(), Shorts());

    private T[] Next<T>()
        where T : unmanaged
    {
        Span<int> length = [0];
        data.ReadExactly(MemoryMarshal.AsBytes(length));
        var items = GC.AllocateUninitializedArray<T>(length[0]);
        data.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }
}

/// <summary>Writes arrays of numbers and characters in a form that is read back without parsing.</summary>
internal sealed class PackWriter
{
    private readonly List<byte> _data = [];

    public byte[] ToArray() => [.. _data];

    public void Characters(string characters) => Write(MemoryMarshal.AsBytes(characters.AsSpan()), characters.Length);

    public void Numbers(int[] numbers) => Write(MemoryMarshal.AsBytes(numbers.AsSpan()), numbers.Length);

    public void Shorts(ushort[] shorts) => Write(MemoryMarshal.AsBytes(shorts.AsSpan()), shorts.Length);

    public void Lists(IReadOnlyList<IReadOnlyList<int>> lists)
    {
        var starts = new int[lists.Count + 1];
        var items = new List<ushort>();
        for (var i = 0; i < lists.Count; i++)
        {
            items.AddRange(lists[i].Select(item => checked((ushort)item)));
            starts[i + 1] = items.Count;
        }

        Numbers(starts);
        Shorts([.. items]);
    }

    private void Write(ReadOnlySpan<byte> bytes, int count)
    {
        _data.AddRange(BitConverter.GetBytes(count));
        _data.AddRange(bytes);
    }
}

/// <summary>Many short lists of small numbers in one array.</summary>
internal sealed class PackedLists(int[] starts, ushort[] items)
{
    public int Count => starts.Length - 1;

    public ReadOnlySpan<ushort> this[int list] => items.AsSpan(starts[list], starts[list + 1] - starts[list]);
}
