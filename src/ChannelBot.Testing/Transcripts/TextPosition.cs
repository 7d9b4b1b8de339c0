using System.Text;

namespace ChannelBot.Testing.Transcripts;

/// <summary>Finds lines and columns in bytes of UTF-8, going forward only: a file of one long line is walked once.</summary>
internal sealed class TextPosition(ReadOnlyMemory<byte> utf8)
{
    private int _offset;

    /// <summary>Counted from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Counted from 1, in UTF-16 code units.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>Goes to the byte at <paramref name="offset"/>, which lies not before the last one asked for.</summary>
    public (int Line, int Column) At(int offset)
    {
        var passed = utf8.Span[_offset..offset];
        _offset = offset;
        if (passed.LastIndexOf((byte)'\n') is >= 0 and var end)
        {
            Line += passed.Count((byte)'\n');
            Column = 1;
            passed = passed[(end + 1)..];
        }

        Column += Encoding.UTF8.GetCharCount(passed);
        return (Line, Column);
    }
}
