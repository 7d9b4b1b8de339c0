namespace ChannelBot.Cli.Asking;

/// <summary>Cuts a batch file into its lines.</summary>
internal static class BatchReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Every line that holds something, in order. The whole file is read first: a conversation may be spread over it.</summary>
    public static async Task<IReadOnlyList<BatchLine>> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await source.CopyToAsync(copy, cancellationToken);
        var rest = new ReadOnlyMemory<byte>(copy.GetBuffer(), 0, (int)copy.Length);
        if (rest.Span.StartsWith(ByteOrderMark))
        {
            rest = rest[ByteOrderMark.Length..];
        }

        var lines = new List<BatchLine>();
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                lines.Add(BatchLine.Parse(number, line));
            }
        }

        return lines;
    }
}
