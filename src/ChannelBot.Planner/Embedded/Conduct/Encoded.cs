using System.Text;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Reads words that were written in base64 or in hexadecimal digits, so that what is hidden in them is judged like anything else.</summary>
internal static class Encoded
{
    private const int Shortest = 16;

    /// <summary>What the first long run of such signs says; null where there is none, or it says nothing in plain letters.</summary>
    public static string? Read(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '+' or '/' or '='))
            {
                end++;
            }

            if (end - start >= Shortest && Plain(text[start..end]) is { } plain)
            {
                return plain;
            }

            start = end + 1;
        }

        return null;
    }

    private static string? Plain(string run)
    {
        Span<byte> bytes = new byte[run.Length];
        if (run.Length % 2 == 0 && Convert.FromHexString(run, bytes, out _, out var length) is System.Buffers.OperationStatus.Done)
        {
            return Words(bytes[..length]);
        }

        // The sign that fills up the end is often left out.
        var filled = run.TrimEnd('=');
        filled = filled.PadRight((filled.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(filled, bytes, out length) ? Words(bytes[..length]) : null;
    }

    private static string? Words(ReadOnlySpan<byte> bytes)
    {
        var letters = 0;
        foreach (var sign in bytes)
        {
            if (sign is < (byte)' ' or > (byte)'~')
            {
                return null;
            }

            letters += char.IsAsciiLetter((char)sign) || sign == ' ' ? 1 : 0;
        }

        return letters * 5 >= bytes.Length * 4 ? Encoding.ASCII.GetString(bytes) : null;
    }
}
