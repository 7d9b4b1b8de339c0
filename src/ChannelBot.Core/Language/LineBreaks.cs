using ChannelBot.Core.Knowledge;

namespace ChannelBot.Core.Language;

/// <summary>Tells line ends that separate (a heading, a list) from those where a long line was only wrapped.</summary>
internal readonly struct LineBreaks
{
    private readonly string _text;
    private readonly Span _paragraph;
    private readonly int _longest;

    public LineBreaks(string text, Span paragraph)
    {
        _text = text;
        _paragraph = paragraph;
        for (int i = paragraph.Start, start = i; i <= paragraph.End; i++)
        {
            if (i == paragraph.End || text[i] is '\n')
            {
                _longest = Math.Max(_longest, i - start);
                start = i + 1;
            }
        }
    }

    /// <summary>Whether a sentence ends with the line that ends at <paramref name="at"/>, though it has no stop.</summary>
    public bool Separates(int at)
    {
        var breaks = 0;
        var next = at;
        while (next < _paragraph.End && char.IsWhiteSpace(_text[next]))
        {
            breaks += _text[next] == '\n' || (_text[next] == '\r' && !(next + 1 < _paragraph.End && _text[next + 1] == '\n')) ? 1 : 0;
            next++;
        }

        if (next == _paragraph.End || breaks > 1)
        {
            return true;
        }

        if (_text[next] is '•' or '*' or '–' or '·' || (_text[next] == '-' && next + 1 < _paragraph.End && _text[next + 1] == ' '))
        {
            return true;
        }

        // In wrapped text every line but the last is about as long as the longest; a heading is shorter.
        var start = at;
        while (start > _paragraph.Start && _text[start - 1] is not '\n')
        {
            start--;
        }

        return at - start < _longest * 6 / 10 && !char.IsLower(_text[next]) && !char.IsDigit(_text[next]) && (at == start || _text[at - 1] is not (',' or ';'));
    }
}
