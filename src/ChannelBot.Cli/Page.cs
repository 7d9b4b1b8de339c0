using Spectre.Console;

namespace ChannelBot.Cli;

/// <summary>Writes paragraphs and lists to a terminal: wrapped between words for a reader, whole lines for a program.</summary>
internal sealed class Page(Terminal terminal)
{
    private const string Indent = "  ";

    public void Line() => terminal.Ink.WriteLine();

    public void Heading(string text, Style style) => terminal.Ink.WriteLine(text, style);

    public void Paragraph(string text, Style style)
    {
        foreach (var line in text.Split('\n'))
        {
            foreach (var row in Wrapped(line, terminal.WrapAt))
            {
                terminal.Ink.WriteLine(row, style);
            }
        }
    }

    /// <summary>One item of a list: its mark in front, its text beside it.</summary>
    public void Item(string mark, string text, Style markStyle)
    {
        var hang = Indent.Length + mark.Length + 1;
        var first = true;
        foreach (var row in Wrapped(text, terminal.WrapAt - hang))
        {
            if (first)
            {
                terminal.Ink.Write(Indent);
                terminal.Ink.Write(mark, markStyle);
                terminal.Ink.Write(" ");
            }
            else
            {
                terminal.Ink.Write(new string(' ', hang));
            }

            terminal.Ink.WriteLine(row);
            first = false;
        }
    }

    /// <summary>Rows of at most <paramref name="width"/> characters, broken at spaces; a longer word keeps a row to itself.</summary>
    internal static IEnumerable<string> Wrapped(string text, int? width)
    {
        while (width is { } most && text.Length > most)
        {
            var cut = text.LastIndexOf(' ', most);
            if (cut <= 0)
            {
                cut = text.IndexOf(' ', most);
            }

            if (cut <= 0)
            {
                break;
            }

            yield return text[..cut];
            text = text[(cut + 1)..];
        }

        yield return text;
    }
}
