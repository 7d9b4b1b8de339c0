using System.Text;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>The words of one message, comments left out, and where each of them stands in the file.</summary>
internal sealed class ChatBody
{
    private readonly List<(int Offset, int Line, int Column)> _lines = [];
    private readonly string _file;

    /// <param name="lines">From the speaker's line to the last before the next speaker.</param>
    /// <param name="isLast">Chatdown trims every message of a file but the last.</param>
    public ChatBody(string file, IReadOnlyList<ChatLine> lines, bool isLast)
    {
        _file = file;
        var text = new StringBuilder();
        foreach (var line in lines.Where(line => line.Kind is not ChatLineKind.Comment))
        {
            var words = line.Words;
            if (line.Kind is ChatLineKind.Speaker)
            {
                words = ChatWhiteSpace.Trim(words);
            }

            var column = line.Start + 1 + (line.Kind is ChatLineKind.Speaker ? ChatWhiteSpace.TrimmedStart(line.Words) : 0);
            _lines.Add((text.Length, line.Number, column));
            text.Append(words).Append('\n');
        }

        Text = text.ToString();
        Start = isLast ? 0 : ChatWhiteSpace.TrimmedStart(Text);
    }

    /// <summary>The lines, each with a line feed.</summary>
    public string Text { get; }

    /// <summary>Where reading begins.</summary>
    public int Start { get; }

    /// <summary>Whether there is anything but white space.</summary>
    public bool SaysSomething => ChatWhiteSpace.TrimmedStart(Text) < Text.Length;

    public ScriptPlace PlaceOf(int offset)
    {
        var (low, high) = (0, _lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _lines[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        var line = _lines[low];
        return new ScriptPlace(_file, line.Line, line.Column + offset - line.Offset);
    }
}
