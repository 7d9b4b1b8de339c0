using System.Text;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>A .chat file, line by line. It prints as the very text that it was read from, whatever that was.</summary>
/// <remarks>Source: bf-chatdown 4.15.0; protocol checklist section 7.</remarks>
public sealed class ChatDocument
{
    private ChatDocument(string path, IReadOnlyList<ChatLine> lines, ScriptHeader header, IReadOnlyList<ScriptError> errors)
    {
        Path = path;
        Lines = lines;
        Header = header;
        HeaderErrors = errors;
    }

    /// <summary>What messages call the file; attachments are looked for in its folder.</summary>
    public string Path { get; }

    public IReadOnlyList<ChatLine> Lines { get; }

    public ScriptHeader Header { get; }

    /// <summary>Mistakes in the header lines.</summary>
    public IReadOnlyList<ScriptError> HeaderErrors { get; }

    /// <summary>Reads any text: what makes no sense is found when its activities are read.</summary>
    /// <param name="sourceLines">The lines of another file that the text was made of, which places then name; never decreasing.</param>
    public static ChatDocument Parse(string text, string path, IReadOnlyList<int>? sourceLines = null)
    {
        var lines = new List<ChatLine>();
        var errors = new List<ScriptError>();
        var header = new ScriptHeader();
        var (isInHeader, isAtStart) = (true, true);
        SpeakerMarks? marks = null;
        foreach (var (line, ending) in Split(text))
        {
            var indent = isAtStart ? ChatWhiteSpace.TrimmedStart(line) : 0;
            var number = sourceLines is null ? lines.Count + 1 : sourceLines[Math.Min(lines.Count, sourceLines.Count - 1)];
            if (isAtStart && indent == line.Length)
            {
                // Chatdown trims the whole file first: empty lines above the header do not end it.
                lines.Add(new ChatLine(number, line, ending, ChatLineKind.Text, indent));
                continue;
            }

            isAtStart = false;
            if (line.AsSpan(indent).StartsWith('>'))
            {
                lines.Add(new ChatLine(number, line, ending, ChatLineKind.Comment, indent) { Start = indent + 1 });
                continue;
            }

            if (isInHeader && ChatHeader.IsSetting(line[indent..]))
            {
                header = ChatHeader.Read(header, line, new ScriptPlace(path, number, indent + 1), errors);
                lines.Add(new ChatLine(number, line, ending, ChatLineKind.Header, indent));
                continue;
            }

            isInHeader = false;
            marks ??= new SpeakerMarks(header);
            lines.Add(marks.Read(line, indent) is { } mark
                ? new ChatLine(number, line, ending, ChatLineKind.Speaker, indent) { Speaker = mark.Speaker, Recipient = mark.Recipient, Start = mark.End }
                : new ChatLine(number, line, ending, ChatLineKind.Text, indent));
        }

        return new ChatDocument(path, lines, header, errors);
    }

    /// <summary>The file's text, character for character.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in Lines)
        {
            text.Append(line.Text).Append(line.Ending);
        }

        return text.ToString();
    }

    private static IEnumerable<(string Line, string Ending)> Split(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
            {
                if (start < text.Length)
                {
                    yield return (text[start..], "");
                }

                yield break;
            }

            var ending = end > start && text[end - 1] is '\r' ? "\r\n" : "\n";
            yield return (text[start..(end + 1 - ending.Length)], ending);
            start = end + 1;
        }
    }
}
