namespace ChannelBot.Meanings;

/// <summary>Writes the places of words: how many slots, rows and numbers a row; the slots; the rows, the most frequent words first, so that what is
/// read lies close together.</summary>
/// <remarks>A slot has 16 bits of a word's hash and the number of its row, from 1. A row has a scale (16-bit floating point) and a signed byte a number.</remarks>
internal static class MeaningsFile
{
    private const int Slots = 1 << 17;
    private const int MostRows = ushort.MaxValue;

    public static void Write(string file, IReadOnlyList<(string Key, float[] Place)> rows)
    {
        var slots = new uint[Slots];
        var kept = new List<float[]>();
        foreach (var (key, place) in rows.Where(row => row.Key.All(char.IsAscii)).Take(MostRows))
        {
            var hash = Hash(key);
            var slot = (int)(hash & (Slots - 1));
            while (slots[slot] != 0 && slots[slot] >> 16 != hash >> 16)
            {
                slot = (slot + 1) & (Slots - 1);
            }

            // Of two words that cannot be told apart the more frequent stays.
            if (slots[slot] == 0)
            {
                kept.Add(place);
                slots[slot] = (hash >> 16 << 16) | (uint)kept.Count;
            }
        }

        using var writer = new BinaryWriter(File.Create(file));
        writer.Write(Slots);
        writer.Write(kept.Count);
        writer.Write(kept[0].Length);
        foreach (var slot in slots)
        {
            writer.Write(slot);
        }

        foreach (var place in kept)
        {
            var scale = (Half)(place.Max(Math.Abs) / sbyte.MaxValue);
            writer.Write(scale);
            foreach (var number in place)
            {
                writer.Write((sbyte)Math.Clamp(MathF.Round(number / Math.Max((float)scale, 1e-7f)), -sbyte.MaxValue, sbyte.MaxValue));
            }
        }
    }

    private static uint Hash(string key)
    {
        var hash = 2166136261u;
        foreach (var c in key)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
